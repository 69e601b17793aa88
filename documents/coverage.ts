/**
 * Which characters a TrueType font can show: the keys of its `cmap` table (OpenType specification, cmap formats 4 and 12).
 * @throws Error when the font has no such table.
 */
export function coverageOf(font: Buffer): (codePoint: number) => boolean {
  const ranges = formats(font).flatMap(({ format, at }) => (format === 12 ? groups(font, at) : segments(font, at)));
  if (ranges.length === 0) throw new Error('The font has no character map of format 4 or 12.');
  const covered = new Set<number>();
  for (const [first, last] of ranges) for (let c = first; c <= last; c++) covered.add(c);
  return (codePoint) => covered.has(codePoint);
}

type Range = readonly [first: number, last: number];

function formats(font: Buffer): { format: number; at: number }[] {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i++) {
    const entry = 12 + 16 * i;
    if (font.toString('latin1', entry, entry + 4) !== 'cmap') continue;
    const cmap = font.readUInt32BE(entry + 8);
    const count = font.readUInt16BE(cmap + 2);
    const found = Array.from({ length: count }, (_, n) => cmap + font.readUInt32BE(cmap + 4 + 8 * n + 4));
    return found.map((at) => ({ format: font.readUInt16BE(at), at })).filter((t) => t.format === 4 || t.format === 12);
  }
  return [];
}

/** Format 12: groups of first code point, last code point, first glyph. */
function groups(font: Buffer, at: number): Range[] {
  return Array.from({ length: font.readUInt32BE(at + 12) }, (_, i) => {
    const group = at + 16 + 12 * i;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)] as const;
  });
}

/** Format 4: parallel arrays of last and first code units; the final segment, FFFF, maps to nothing. */
function segments(font: Buffer, at: number): Range[] {
  const twice = font.readUInt16BE(at + 6);
  return Array.from({ length: twice / 2 - 1 }, (_, i) => {
    const last = font.readUInt16BE(at + 14 + 2 * i);
    return [font.readUInt16BE(at + 16 + twice + 2 * i), last] as const;
  });
}
