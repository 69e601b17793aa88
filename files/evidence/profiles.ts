const HEAD = 132;
const ENTRY = 12;
/** Kinds of text in a profile (ICC.1): its text begins behind this. */
const TEXTS: Readonly<Record<string, number>> = { text: 8, desc: 12, mluc: 28, dict: 8, meta: 8 };

/** A colour profile (ICC.1) without the texts in it: who made it, for which screen of whom. */
export function withoutTexts(profile: Uint8Array): Uint8Array {
  const cleaned = profile.slice();
  const view = new DataView(cleaned.buffer);
  if (cleaned.length < HEAD) return cleaned;
  const tags = view.getUint32(HEAD - 4);
  for (let n = 0, at = HEAD; n < tags && at + ENTRY <= cleaned.length; n++, at += ENTRY) {
    const [from, length] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    if (from + 8 > cleaned.length || from + length > cleaned.length) continue;
    const begins = TEXTS[String.fromCharCode(...cleaned.subarray(from, from + 4))];
    if (begins !== undefined && begins < length) cleaned.fill(0, from + begins, from + length);
  }
  return cleaned;
}
