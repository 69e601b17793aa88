/** Why a line cannot be read. */
export type CsvFault = 'quotation' | 'too-long';

/** A line that cannot be read, counted from 1. */
export class BrokenCsv extends Error {
  readonly fault: CsvFault;
  readonly line: number;

  constructor(fault: CsvFault, line: number) {
    super(`Line ${line}: ${fault}`);
    this.fault = fault;
    this.line = line;
  }
}

/**
 * Reads CSV (RFC 4180) once from front to back: commas, double quotes, lines ended by a line feed, a carriage return or both;
 * empty lines are looked past. `tell` is told each record with the line that it begins in, and may throw to end it.
 * @param longest how many characters a record may have
 * @throws BrokenCsv
 */
export function readCsv(text: string, longest: number, tell: (values: string[], line: number) => void): void {
  const next = {
    comma: new Finder(text, ','),
    feed: new Finder(text, '\n'),
    back: new Finder(text, '\r'),
    quote: new Finder(text, '"'),
  };
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const sign = text.charCodeAt(at);
    if (sign === FEED || sign === BACK) {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line += 1;
      continue;
    }
    const [begins, first] = [at, line];
    const values: string[] = [];
    let lineEnds = false;
    while (!lineEnds) {
      let end: number;
      if (text.charCodeAt(at) === QUOTE) {
        const read = quotedAt(text, at, next.quote);
        if ((read?.end ?? text.length) - begins > longest) throw new BrokenCsv('too-long', first);
        if (read === undefined) throw new BrokenCsv('quotation', first);
        end = read.end;
        values.push(read.value);
        line += breaksIn(read.value);
        const behind = text.charCodeAt(end);
        if (end < text.length && behind !== COMMA && behind !== FEED && behind !== BACK)
          throw new BrokenCsv('quotation', line);
      } else {
        end = Math.min(next.comma.from(at), next.feed.from(at), next.back.from(at));
        if (next.quote.from(at) < end) throw new BrokenCsv('quotation', line);
        values.push(text.slice(at, end));
      }
      if (end - begins > longest) throw new BrokenCsv('too-long', first);
      lineEnds = text.charCodeAt(end) !== COMMA;
      at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    }
    line += 1;
    if (values.length > 1 || values[0] !== '') tell(values, first);
  }
}

const [QUOTE, COMMA, FEED, BACK] = ['"', ',', '\n', '\r'].map((c) => c.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
];

/** Finds a sign from ever further on, and looks at nothing twice. */
class Finder {
  readonly #text: string;
  readonly #sign: string;
  #found = -1;

  constructor(text: string, sign: string) {
    this.#text = text;
    this.#sign = sign;
  }

  /** Where the sign stands next; the end of the text when it does not. */
  from(at: number): number {
    if (this.#found < at) {
      const found = this.#text.indexOf(this.#sign, at);
      this.#found = found < 0 ? this.#text.length : found;
    }
    return this.#found;
  }
}

/** The value of a cell in quotes, and where it ends; undefined: it does not. */
function quotedAt(
  text: string,
  at: number,
  quote: Finder,
): { readonly value: string; readonly end: number } | undefined {
  let value = '';
  let read = at + 1;
  let doubled = false;
  for (let close = quote.from(read); close < text.length; close = quote.from(close + 2)) {
    if (text.charCodeAt(close + 1) !== QUOTE) {
      value += meantBy(text.slice(read, close), doubled);
      return { value, end: close + 1 };
    }
    doubled = true;
    if (close - read < PIECE) continue;
    value += meantBy(text.slice(read, close + 2), doubled);
    read = close + 2;
    doubled = false;
  }
  return undefined;
}

/** A cell with doubled quotation marks is read in pieces of so many characters. */
const PIECE = 16_384;

/** As one text by itself: replaceAll makes a tree with a branch of dozens of bytes for each mark, and keeps it. */
function meantBy(quoted: string, doubled: boolean): string {
  return doubled ? quoted.split('""').join('"') : quoted;
}

function breaksIn(value: string): number {
  let breaks = 0;
  const ends = /\r\n|\r|\n/g;
  while (ends.test(value)) breaks += 1;
  return breaks;
}
