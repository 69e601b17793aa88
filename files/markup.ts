import { TooLarge } from './zip.ts';

/** Told of what stands in XML, in its order. */
export interface MarkupHandler {
  /** A tag that opens; `local`: its name without a prefix; `tag`: all between `<` and `>`. What is empty closes at once. */
  open(local: string, tag: string): void;
  close(local: string): void;
  /** Text between two tags, or a part of it, as it was meant. */
  text(text: string): void;
}

/** Why XML is not read. */
export class BrokenMarkup extends Error {}

/** A tag, a comment or a text between two tags has at most so many characters, and so has all text that belongs together. */
const LONGEST = 1_000_000;

/** How many tags, comments and the like may still be read of all parts of a workbook: each takes time, and hardly any room. */
export interface Allowance {
  tags: number;
}

/** A text and what comes behind it. @throws BrokenMarkup for what is longer than a text may be */
export function joined(text: string, more: string): string {
  if (text.length + more.length > LONGEST) throw new BrokenMarkup('It holds a text without an end.');
  return text + more;
}

/**
 * Reads the XML of a workbook once from front to back, whatever is in it, and holds no more of it than a piece. Entities but
 * those that XML has of itself are not known, and a document type, which could declare some, is refused.
 */
export class MarkupReader {
  readonly #handler: MarkupHandler;
  readonly #allowance: Allowance;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #rest = '';

  constructor(handler: MarkupHandler, allowance: Allowance) {
    this.#handler = handler;
    this.#allowance = allowance;
  }

  /** @throws BrokenMarkup, TooLarge when there are more tags than allowed, TypeError for bytes that are no UTF-8, and what the handler throws */
  read(piece: Uint8Array): void {
    this.#readText(this.#decoder.decode(piece, { stream: true }));
  }

  /** There is no more. @throws as `read` */
  end(): void {
    this.#readText(this.#decoder.decode());
    if (this.#rest.trim() !== '') throw new BrokenMarkup('It ends in the middle.');
  }

  #readText(text: string): void {
    const xml = this.#rest + text;
    let at = 0;
    for (;;) {
      const next = this.#readOne(xml, at);
      if (next < 0) break;
      at = next;
    }
    this.#rest = xml.slice(at);
    if (this.#rest.length > LONGEST) throw new BrokenMarkup('It holds a text without an end.');
  }

  /** Reads the text or the tag at a place. @returns where the next one begins; -1 when this one has not come yet */
  #readOne(xml: string, at: number): number {
    if (xml.charCodeAt(at) !== LESS) {
      const next = xml.indexOf('<', at);
      if (next > at) this.#handler.text(meant(xml.slice(at, next)));
      return next;
    }
    if (--this.#allowance.tags < 0) throw new TooLarge();
    if (xml.charCodeAt(at + 1) === BANG) return this.#readDeclaration(xml, at);
    const end = xml.indexOf('>', at);
    if (end < 0) return -1;
    const tag = xml.slice(at + 1, end);
    if (tag.charCodeAt(0) === SLASH) this.#handler.close(localOf(tag, 1));
    else if (tag.charCodeAt(0) !== QUESTION) {
      const local = localOf(tag, 0);
      this.#handler.open(local, tag);
      if (tag.charCodeAt(tag.length - 1) === SLASH) this.#handler.close(local);
    }
    return end + 1;
  }

  #readDeclaration(xml: string, at: number): number {
    if (xml.startsWith('<!--', at)) return after(xml, '-->', at + 4);
    if (xml.startsWith('<![CDATA[', at)) {
      const end = xml.indexOf(']]>', at + 9);
      if (end < 0) return -1;
      if (end > at + 9) this.#handler.text(xml.slice(at + 9, end));
      return end + 3;
    }
    // As much of it as tells which of the two it is may not have come yet.
    if (xml.length - at < 9) return -1;
    throw new BrokenMarkup('It declares a document type.');
  }
}

const [LESS, BANG, SLASH, QUESTION, COLON, SPACE] = ['<', '!', '/', '?', ':', ' '].map((c) => c.charCodeAt(0)) as [
  ...[number, number, number, number, number, number],
];

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function localOf(tag: string, from: number): string {
  let [begins, at] = [from, from];
  for (; at < tag.length; at++) {
    const sign = tag.charCodeAt(at);
    if (sign <= SPACE || sign === SLASH) break;
    if (sign === COLON) begins = at + 1;
  }
  return tag.slice(begins, at);
}

const PATTERNS = new Map<string, RegExp>();

/** The value of an attribute by its name without a prefix; undefined when the tag has none. */
export function attributeOf(tag: string, name: string): string | undefined {
  // Most tags have none.
  if (!tag.includes('=')) return undefined;
  let pattern = PATTERNS.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    PATTERNS.set(name, pattern);
  }
  const found = pattern.exec(tag);
  return found ? meant(found[1] ?? found[2]!) : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text with what its entities stand for. */
function meant(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi, (whole, code: string) => {
    if (!code.startsWith('#')) return ENTITIES[code] ?? whole;
    const point = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
