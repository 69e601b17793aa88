import { BrokenZip, entriesOf } from './zip.ts';

/** Midnight of 1 January 1980, where a ZIP file's calendar begins: date in the upper half, time in the lower. */
const BEGINNING = 0x00210000;

/**
 * A ZIP file, such as a workbook, without the times at which its parts were put in, so that the same contents are the same
 * bytes whenever they are written. What is none, or has been put together otherwise, stays as it is.
 */
export function withoutTimes(zip: Buffer): Buffer {
  const bytes = Buffer.from(zip);
  try {
    for (const { at, local } of entriesOf(bytes)) {
      bytes.writeUInt32LE(BEGINNING, at + 12);
      bytes.writeUInt32LE(BEGINNING, local + 10);
    }
    return bytes;
  } catch (error) {
    if (error instanceof BrokenZip || error instanceof RangeError) return zip;
    throw error;
  }
}
