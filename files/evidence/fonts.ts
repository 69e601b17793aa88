import { withoutNotesOfCff } from './cff.ts';

/** Of a table of a font: its name, checksum, place and length. */
const ENTRY = 16;
const HEAD = 12;
/** A font (TrueType, OpenType) begins like one of these. */
const KINDS = new Set([0x00010000, 0x4f54544f, 0x74727565]);
/** Tables that show nothing: of who made or signed it, and of the programs by which they did. */
const SAYING = new Set([
  'meta',
  'DSIG',
  'PfEd',
  'FFTM',
  'Debg',
  'TSI0',
  'TSI1',
  'TSI2',
  'TSI3',
  'TSI5',
  'TSIV',
  'TSIP',
]);

/** A font without what it says of who made it, in whichever way PDFs hold it (TrueType, OpenType, CFF); anything else as it is. */
export function withoutNames(font: Uint8Array): Uint8Array {
  const cleaned = font.slice();
  const view = new DataView(cleaned.buffer);
  if (cleaned.length < HEAD || !KINDS.has(view.getUint32(0))) return withoutNotesOfCff(cleaned);
  const tables = view.getUint16(4);
  for (let n = 0, at = HEAD; n < tables && at + ENTRY <= cleaned.length; n++, at += ENTRY) {
    const called = String.fromCharCode(...cleaned.subarray(at, at + 4));
    const [from, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (from + length > cleaned.length) continue;
    if (called === 'CFF ') cleaned.set(withoutNotesOfCff(cleaned.subarray(from, from + length)), from);
    const isNames = called === 'name' && length >= 6;
    if (!isNames && !SAYING.has(called)) continue;
    cleaned.fill(0, from, from + length);
    // No names, which begin behind the head of the table.
    if (isNames) view.setUint16(from + 4, 6);
  }
  return cleaned;
}

/** What of a Type 1 font says who made it, and how it is called. */
const NOTES = /\/(Notice|Copyright|FullName|FamilyName|version|Weight)\s*\(((?:[^()\\]|\\[\s\S])*)\)/g;
const COMMENTS = /^(%(?!!).*)$/gm;
/** Its part that can be read ends with this. */
const READ_TO = 'eexec';

/** A Type 1 font without notes, of the same length. */
export function withoutNotes(font: Uint8Array): Uint8Array {
  const text = Buffer.from(font).toString('latin1');
  const end = text.indexOf(READ_TO);
  if (end < 0) return font;
  const spaces = (said: string) => said.replace(/[^\r\n]/g, ' ');
  const read = text
    .slice(0, end)
    .replace(NOTES, (whole, _key, said: string) => `${whole.slice(0, -said.length - 1)}${spaces(said)})`)
    .replace(COMMENTS, spaces);
  return Uint8Array.from(Buffer.from(read + text.slice(end), 'latin1'));
}
