import { concat } from './bytes.ts';
import { damaged } from './refused.ts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;

/** A GIF file (89a) without comments, texts and what programs have added, but for how often it runs. */
export function cleanGif(bytes: Uint8Array): Uint8Array {
  let at = 13 + tableAt(bytes, 10);
  const kept = [bytes.subarray(0, at)];
  for (;;) {
    const from = at;
    if (bytes[at] === TRAILER) return concat([...kept, Uint8Array.of(TRAILER)]);
    if (bytes[at] === EXTENSION) {
      const label = bytes[at + 1];
      const runs = label === APPLICATION && String.fromCharCode(...bytes.subarray(at + 3, at + 14)) === 'NETSCAPE2.0';
      at = endOfBlocks(bytes, at + 2);
      if (label === GRAPHIC_CONTROL || runs) kept.push(bytes.subarray(from, at));
    } else if (bytes[at] === IMAGE) {
      at = endOfBlocks(bytes, at + 11 + tableAt(bytes, at + 9));
      kept.push(bytes.subarray(from, at));
    } else throw damaged('GIF picture');
  }
}

/** How long the table of colours is that some flags tell of. */
function tableAt(bytes: Uint8Array, flagsAt: number): number {
  const flags = bytes[flagsAt] ?? 0;
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function endOfBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const size = bytes[at];
    if (size === undefined) throw damaged('GIF picture');
    at += size + 1;
    if (size === 0) return at;
  }
}
