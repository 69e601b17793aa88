import { concat, text } from './bytes.ts';
import { exifOf, orientationIn } from './orientation.ts';
import { damaged } from './refused.ts';

const PICTURE = new Set(['VP8 ', 'VP8L', 'ALPH', 'ANIM']);
/** Of its flags: profile, Exif, XMP. */
const EXIF = 0x08;
const BESIDE = 0x20 | EXIF | 0x04;
/** Of a frame: where it stands, and how long. */
const FRAME_HEAD = 16;

/** A WebP file (RFC 9649) without XMP, profile, Exif but for which side is up, and chunks that programs have made up. */
export function cleanWebp(bytes: Uint8Array): Uint8Array {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true);
  if (8 + size > bytes.length || size < 4) throw damaged('WebP picture');
  const chunks = [...chunksOf(bytes.subarray(12, 8 + size))];
  const exif = chunks.find(({ type }) => type === 'EXIF');
  const orientation = exif ? orientationIn(exif.content) : 1;
  const flags = orientation === 1 ? 0 : EXIF;
  const kept = chunks.flatMap(({ type, content }) => {
    if (type === 'VP8X' && content.length >= 10) {
      const head = content.slice(0, 10);
      head[0] = (head[0]! & ~BESIDE) | flags;
      return [chunk(type, head)];
    }
    if (type === 'ANMF' && content.length >= FRAME_HEAD) {
      const frame = [...chunksOf(content.subarray(FRAME_HEAD))].filter(({ type: inside }) => PICTURE.has(inside));
      const inside = frame.map((of) => chunk(of.type, of.content));
      return [chunk(type, concat([content.subarray(0, FRAME_HEAD), ...inside]))];
    }
    return PICTURE.has(type) ? [chunk(type, content)] : [];
  });
  const turned = flags ? [chunk('EXIF', exifOf(orientation))] : [];
  const body = concat([text('WEBP'), ...kept, ...turned]);
  return chunk('RIFF', body);
}

interface Chunk {
  readonly type: string;
  readonly content: Uint8Array;
}

function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length;
    if (end > bytes.length) throw damaged('WebP picture');
    yield { type: String.fromCharCode(...bytes.subarray(at, at + 4)), content: bytes.subarray(at + 8, end) };
    at = end + (length & 1);
  }
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, content.length, true);
  return concat([text(type), size, content, new Uint8Array(content.length & 1)]);
}
