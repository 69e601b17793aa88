import { EvidenceRefused } from './refused.ts';

type Pdf = typeof import('@cantoo/pdf-lib');

/** What of a PDF is compressed takes so much room at most when it is unfolded, in bytes, all of it together. */
const MOST_BYTES = 128 * 1_048_576;
/** The least room that pdf-lib takes; it doubles it until all is in. */
const LEAST_ROOM = 512;

/** What pdf-lib unfolds a compressed stream with, whatever its compression: it asks here for room. */
interface Unfolder {
  buffer: Uint8Array;
  ensureBuffer(this: Unfolder, requested: number): Uint8Array;
}

const bounded = new WeakSet<Pdf>();
let left = MOST_BYTES;
let isOver = false;

/**
 * Begins to count what a file unfolds to: from now on pdf-lib unfolds so much and no more. It knows no bound of its own, and takes
 * memory that the bound of a thread does not count: a few kilobytes would become gigabytes. One file at a time.
 */
export function boundUnfolding(pdf: Pdf): void {
  [left, isOver] = [MOST_BYTES, false];
  if (bounded.has(pdf)) return;
  bounded.add(pdf);
  const unfolder = unfolderOf(pdf);
  const grow = unfolder.ensureBuffer;
  unfolder.ensureBuffer = function ensureBuffer(requested) {
    const before = this.buffer.length;
    if (requested <= before) return this.buffer;
    let room = LEAST_ROOM;
    while (room < requested) room *= 2;
    if (room - before > left) {
      isOver = true;
      throw tooLarge();
    }
    const grown = grow.call(this, requested);
    left -= grown.length - before;
    return grown;
  };
}

/** What was too large is refused, also where pdf-lib has gone on without it. @throws EvidenceRefused */
export function refuseUnfoldedTooFar(): void {
  if (isOver) throw tooLarge();
}

const tooLarge = () => EvidenceRefused.by('file-refused/pdf-unfolds', {});

/** What all that unfold have in common; pdf-lib does not export it. */
function unfolderOf(pdf: Pdf): Unfolder {
  const context = pdf.PDFContext.create();
  const empty = pdf.PDFRawStream.of(context.obj({ Filter: 'FlateDecode' }), Uint8Array.of(0x78, 0x9c));
  const unfolder = Object.getPrototypeOf(Object.getPrototypeOf(pdf.decodePDFRawStream(empty)));
  if (typeof unfolder?.ensureBuffer !== 'function') throw new Error('This version of pdf-lib unfolds in another way.');
  return unfolder;
}
