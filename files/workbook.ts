import { type Allowance, attributeOf, BrokenMarkup, joined, type MarkupHandler, MarkupReader } from './markup.ts';
import { isDayFormat } from './number-formats.ts';
import { apart, type Bounds, type CellTexts, SheetReader, unescaped } from './sheet-reader.ts';
import { BrokenZip, entriesOf, TooLarge, unpacked, type ZipEntry } from './zip.ts';

/** The sheet of a workbook that people see first. */
export interface SeenSheet extends CellTexts {
  readonly name: string;
  /** Whether the workbook has no other sheets beside it. */
  readonly alone: boolean;
}

/** At most so many bytes may come out of the parts that say what is where, of all texts, and of a sheet. */
const MOST_OF_SMALL = 2 * 1_048_576;
const MOST_OF_TEXTS = 32 * 1_048_576;
const MOST_OF_SHEET = 64 * 1_048_576;
/** So many tags there may be in all of them: a cell has up to six. */
const MOST_TAGS = 8_000_000;
/** So many texts, and styles; other sheets may have texts as well. */
const MOST_TEXTS = 1_500_000;
const MOST_STYLES = 100_000;

/**
 * Reads the first sheet of an XLSX file (ECMA-376) that is not hidden, in pieces, so that what has not come yet takes no room.
 * Undefined when it is none that can be read.
 * @throws TooLarge
 */
export async function seenSheet(bytes: Uint8Array, bounds: Bounds): Promise<SeenSheet | undefined> {
  try {
    return await new Workbook(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).seen(bounds);
  } catch (error) {
    if (isBroken(error)) return undefined;
    throw error;
  }
}

function isBroken(error: unknown): boolean {
  if (error instanceof BrokenZip || error instanceof BrokenMarkup) return true;
  // What zlib, the decoder and readings outside of the bytes throw.
  const { code = '' } = error as NodeJS.ErrnoException;
  return /^(Z_|ERR_ENCODING_|ERR_OUT_OF_RANGE|ERR_BUFFER_OUT_OF_BOUNDS)/.test(code);
}

interface SheetOf {
  readonly name: string;
  readonly hidden: boolean;
  readonly link: string | undefined;
}

class Workbook {
  readonly #zip: Buffer;
  readonly #entries = new Map<string, ZipEntry>();
  readonly #allowance: Allowance = { tags: MOST_TAGS };

  constructor(zip: Buffer) {
    this.#zip = zip;
    for (const entry of entriesOf(zip)) {
      // Of two under one name each program would read another.
      if (this.#entries.has(entry.name)) throw new BrokenZip('It holds a file twice.');
      this.#entries.set(entry.name, entry);
    }
  }

  async seen(bounds: Bounds): Promise<SeenSheet | undefined> {
    const book = bookReader();
    await this.#read('xl/workbook.xml', MOST_OF_SMALL, book);
    const links = linkReader();
    await this.#read('xl/_rels/workbook.xml.rels', MOST_OF_SMALL, links);
    const sheet = book.sheets.find(({ hidden, link }) => !hidden && links.sheets.has(link ?? ''));
    if (!sheet) return undefined;
    const styles = styleReader();
    if (links.styles !== undefined) await this.#read(links.styles, MOST_OF_TEXTS, styles);
    const texts = textReader();
    if (links.texts !== undefined) await this.#read(links.texts, MOST_OF_TEXTS, texts);
    const { isDay } = styles;
    const cells = new SheetReader({ isDay, texts: texts.texts, from1904: book.from1904 }, bounds);
    await this.#read(links.sheets.get(sheet.link!)!, MOST_OF_SHEET, cells);
    return { name: sheet.name, alone: book.sheets.length === 1, ...cells.read() };
  }

  async #read(name: string, most: number, handler: MarkupHandler): Promise<void> {
    const entry = this.#entries.get(name);
    if (!entry) throw new BrokenZip(`It has no ${name}.`);
    const reader = new MarkupReader(handler, this.#allowance);
    for await (const piece of unpacked(this.#zip, entry, most)) reader.read(piece);
    reader.end();
  }
}

const ignored = { close: () => undefined, text: () => undefined };

function bookReader() {
  const book = {
    sheets: [] as SheetOf[],
    from1904: false,
    ...ignored,
    open: (local: string, tag: string) => {
      if (local === 'workbookPr') book.from1904 = /^(1|true)$/.test(attributeOf(tag, 'date1904') ?? '');
      if (local !== 'sheet') return;
      const hidden = (attributeOf(tag, 'state') ?? 'visible') !== 'visible';
      book.sheets.push({ name: attributeOf(tag, 'name') ?? '', hidden, link: attributeOf(tag, 'id') });
    },
  };
  return book;
}

function linkReader() {
  const links = {
    /** The parts of the sheets by the ids that the book has for them. */
    sheets: new Map<string, string>(),
    styles: undefined as string | undefined,
    texts: undefined as string | undefined,
    ...ignored,
    open: (local: string, tag: string) => {
      if (local !== 'Relationship') return;
      const target = attributeOf(tag, 'Target') ?? '';
      const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      const [, kind] = /\/(worksheet|styles|sharedStrings)$/.exec(attributeOf(tag, 'Type') ?? '') ?? [];
      if (kind === 'worksheet') links.sheets.set(attributeOf(tag, 'Id') ?? '', part);
      if (kind === 'styles') links.styles = part;
      if (kind === 'sharedStrings') links.texts = part;
    },
  };
  return links;
}

function styleReader() {
  const patterns = new Map<number, string>();
  let inside = '';
  const styles = {
    /** Whether numbers in the style of this number are days. */
    isDay: [] as boolean[],
    ...ignored,
    open: (local: string, tag: string) => {
      if (patterns.size > MOST_STYLES || styles.isDay.length > MOST_STYLES) throw new TooLarge();
      if (local === 'numFmt') patterns.set(Number(attributeOf(tag, 'numFmtId')), attributeOf(tag, 'formatCode') ?? '');
      if (local === 'cellXfs') inside = local;
      if (local !== 'xf' || inside !== 'cellXfs') return;
      const id = Number(attributeOf(tag, 'numFmtId') ?? 0);
      styles.isDay.push(isDayFormat(id, patterns.get(id)));
    },
    close: (local: string) => {
      if (local === 'cellXfs') inside = '';
    },
  };
  return styles;
}

/** The texts that cells name by number; how they are to be spoken is left out. */
function textReader() {
  let text = '';
  let [written, spoken] = [false, false];
  const reader = {
    texts: [] as string[],
    open: (local: string) => {
      if (local === 'si') text = '';
      if (local === 't') written = true;
      if (local === 'rPh') spoken = true;
    },
    close: (local: string) => {
      if (local === 'si' && reader.texts.push(apart(unescaped(text).trim())) > MOST_TEXTS) throw new TooLarge();
      if (local === 't') written = false;
      if (local === 'rPh') spoken = false;
    },
    text: (part: string) => {
      if (written && !spoken) text = joined(text, part);
    },
  };
  return reader;
}

/** The letters of a column, from 1: `A`, `Z`, `AA`. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
