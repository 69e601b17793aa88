/** Midnight of 1 January 1980, where a ZIP file's calendar begins: date in the upper half, time in the lower. */
const BEGINNING = 0x00210000;
const END = 0x06054b50;
const END_SIZE = 22;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;

/**
 * A ZIP file, such as a workbook, without the times at which its parts were put in, so that the same contents are the same
 * bytes whenever they are written. What is none, or has been put together otherwise, stays as it is.
 */
export function withoutTimes(zip: Buffer): Buffer {
  const end = zip.length - END_SIZE;
  if (end < 0 || zip.readUInt32LE(end) !== END) return zip;
  const bytes = Buffer.from(zip);
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0 && at + ENTRY_SIZE <= end; left--) {
    if (zip.readUInt32LE(at) !== ENTRY) return zip;
    bytes.writeUInt32LE(BEGINNING, at + 12);
    bytes.writeUInt32LE(BEGINNING, zip.readUInt32LE(at + 42) + 10);
    at += ENTRY_SIZE + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return bytes;
}
