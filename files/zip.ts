import { crc32, createInflateRaw } from 'node:zlib';

const END = 0x06054b50;
const END_SIZE = 22;
/** A comment may follow the end. */
const LONGEST_COMMENT = 65_535;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
/** So many files may lie in an archive. */
const MOST_ENTRIES = 2_000;
const [STORED, DEFLATED] = [0, 8];

/** A file that lies in an archive. */
export interface ZipEntry {
  readonly name: string;
  /** Where its entry in the directory begins, and its own header. */
  readonly at: number;
  readonly local: number;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  /** Of what is stored, in bytes. */
  readonly packed: number;
  /** Of what comes out, as the archive says; whether it does is seen when it is unpacked. */
  readonly size: number;
}

/** Why an archive is not read. */
export class BrokenZip extends Error {}
/** More comes out of an archive than may. */
export class TooLarge extends Error {}

/** What the directory of a ZIP archive lists. @throws BrokenZip when there is none, or it contradicts itself */
export function entriesOf(zip: Buffer): ZipEntry[] {
  const end = endOf(zip);
  const count = zip.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new BrokenZip('It holds too many files.');
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = count; left > 0; left--) {
    if (at + ENTRY_SIZE > end || zip.readUInt32LE(at) !== ENTRY) throw new BrokenZip('Its directory is broken.');
    const nameEnds = at + ENTRY_SIZE + zip.readUInt16LE(at + 28);
    if (nameEnds > end) throw new BrokenZip('Its directory is broken.');
    entries.push({
      name: zip.toString('utf8', at + ENTRY_SIZE, nameEnds),
      at,
      local: zip.readUInt32LE(at + 42),
      method: zip.readUInt16LE(at + 10),
      isEncrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      crc: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
    });
    at = nameEnds + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(zip: Buffer): number {
  const last = zip.length - END_SIZE;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) if (zip.readUInt32LE(at) === END) return at;
  throw new BrokenZip('It is no ZIP archive.');
}

/**
 * A file of an archive as it comes out, piece by piece, so that nobody has to hold all of it; at most so many bytes.
 * @throws TooLarge BrokenZip, and what zlib throws, for bytes that do not come out as the directory says
 */
export async function* unpacked(zip: Buffer, entry: ZipEntry, most: number): AsyncGenerator<Buffer> {
  const { local, method, isEncrypted, packed, size } = entry;
  if (size > most) throw new TooLarge();
  if (isEncrypted || local + LOCAL_SIZE > zip.length || zip.readUInt32LE(local) !== LOCAL) throw new BrokenZip();
  const from = local + LOCAL_SIZE + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (from + packed > zip.length) throw new BrokenZip('It is cut off.');
  const bytes = zip.subarray(from, from + packed);
  if (method !== STORED && method !== DEFLATED) throw new BrokenZip('It is packed in an unknown way.');
  let [length, crc] = [0, 0];
  for await (const piece of method === STORED ? pieces(bytes) : inflated(bytes)) {
    length += piece.length;
    if (length > size) throw length > most ? new TooLarge() : new BrokenZip('It holds more than it says.');
    crc = crc32(piece, crc);
    yield piece;
  }
  if (length !== size || crc !== entry.crc) throw new BrokenZip('Its checksum is wrong.');
}

const PIECE = 64 * 1024;

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

async function* inflated(bytes: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: PIECE });
  inflate.end(bytes);
  yield* inflate as AsyncIterable<Buffer>;
}
