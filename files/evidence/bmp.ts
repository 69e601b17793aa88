import { damaged } from './refused.ts';

const PIXELS_AT = 10;
const INFO_AT = 14;
const INFO = 40;

/** A bitmap without a profile, and without whatever follows its dots. */
export function cleanBmp(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < INFO_AT + INFO || view.getUint32(INFO_AT, true) < INFO) throw damaged('BMP picture');
  const from = view.getUint32(PIXELS_AT, true);
  const [width, height] = [Math.abs(view.getInt32(INFO_AT + 4, true)), Math.abs(view.getInt32(INFO_AT + 8, true))];
  const isPacked = [1, 2].includes(view.getUint32(INFO_AT + 16, true));
  const row = 4 * Math.ceil((width * view.getUint16(INFO_AT + 14, true)) / 32);
  const end = from + (isPacked ? view.getUint32(INFO_AT + 20, true) : row * height);
  if (end > bytes.length) throw damaged('BMP picture');
  const cleaned = bytes.slice(0, end);
  const own = new DataView(cleaned.buffer);
  own.setUint32(2, end, true);
  // Of its header, where it is a newer one, the profile that followed the dots.
  if (view.getUint32(INFO_AT, true) >= 124) {
    own.setUint32(INFO_AT + 56, 0x73524742, true);
    own.setUint32(INFO_AT + 112, 0, true);
    own.setUint32(INFO_AT + 116, 0, true);
  }
  return cleaned;
}
