/** Of the first table of a font: what it says of its version, who made it and how it is called. In two bytes: behind this one. */
const ESCAPE = 12;
const SAYING = new Set([0, 1, 2, 3, 4]);
const SAYING_ESCAPED = new Set([0, 21, 22]);
/** Texts that every program has are numbered up to this; those of the font behind. */
const OF_ALL = 391;

/** A list in a font: where each of its entries begins, the end behind them. */
interface Index {
  readonly begins: readonly number[];
  readonly end: number;
}

/** A font in the Compact Font Format (Adobe 5176), whose notes of who made it are blank, of the same length; anything else as it is. */
export function withoutNotesOfCff(font: Uint8Array): Uint8Array {
  const cleaned = font.slice();
  // A font of another kind begins otherwise.
  if (cleaned.length < 4 || cleaned[0] !== 1) return cleaned;
  const names = indexAt(cleaned, cleaned[2]!);
  const tops = names && indexAt(cleaned, names.end);
  const texts = tops && indexAt(cleaned, tops.end);
  if (!texts) return cleaned;
  for (let n = 0; n + 1 < tops.begins.length; n++)
    for (const number of notesIn(cleaned.subarray(tops.begins[n], tops.begins[n + 1]))) {
      const [from, to] = [texts.begins[number - OF_ALL], texts.begins[number - OF_ALL + 1]];
      if (from !== undefined && to !== undefined) cleaned.fill(0x20, from, to);
    }
  return cleaned;
}

/** undefined: it leads out of the font. */
function indexAt(font: Uint8Array, at: number): Index | undefined {
  if (at + 2 > font.length) return undefined;
  const count = (font[at]! << 8) | font[at + 1]!;
  if (count === 0) return { begins: [], end: at + 2 };
  const size = font[at + 2]!;
  const before = at + 2 + (count + 1) * size;
  if (size < 1 || size > 4 || before > font.length) return undefined;
  const begins: number[] = [];
  for (let n = 0; n <= count; n++) {
    let offset = 0;
    for (let i = 0; i < size; i++) offset = offset * 256 + font[at + 3 + n * size + i]!;
    const begin = before + offset;
    if (begin > font.length || begin < (begins.at(-1) ?? before + 1)) return undefined;
    begins.push(begin);
  }
  return { begins, end: begins.at(-1)! };
}

/** The numbers of the texts that a table calls notes. */
function notesIn(table: Uint8Array): number[] {
  const notes: number[] = [];
  let last = 0;
  for (let at = 0; at < table.length; ) {
    const first = table[at]!;
    if (first <= 21) {
      const escaped = first === ESCAPE;
      if (escaped ? SAYING_ESCAPED.has(table[at + 1]!) : SAYING.has(first)) notes.push(last);
      at += escaped ? 2 : 1;
    } else if (first === 30) {
      // A figure with a point ends with a half byte of its own.
      for (at++; at < table.length && (table[at]! & 0xf) !== 0xf && table[at]! >> 4 !== 0xf; ) at++;
      at++;
    } else {
      const [value, size] = wholeNumber(table, at, first);
      last = value;
      at += size;
    }
  }
  return notes;
}

function wholeNumber(table: Uint8Array, at: number, first: number): readonly [value: number, size: number] {
  const byte = (n: number) => table[at + n] ?? 0;
  if (first === 28) return [(byte(1) << 8) | byte(2), 3];
  if (first === 29) return [(byte(1) << 24) | (byte(2) << 16) | (byte(3) << 8) | byte(4), 5];
  if (first >= 247 && first <= 250) return [(first - 247) * 256 + byte(1) + 108, 2];
  if (first >= 251 && first <= 254) return [-(first - 251) * 256 - byte(1) - 108, 2];
  return [first - 139, 1];
}
