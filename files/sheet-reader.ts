import { cut } from '../contracts/cleaned.ts';
import { attributeOf, BrokenMarkup, joined, type MarkupHandler } from './markup.ts';
import { dayOfSerial } from './number-formats.ts';

/** What cells of a sheet are told by beside the sheet itself. */
export interface SheetFacts {
  /** Whether numbers in the style of this number are days. */
  readonly isDay: readonly boolean[];
  /** The texts that cells name by number, as they are meant. */
  readonly texts: readonly string[];
  readonly from1904: boolean;
}

/** The cells of a sheet as text, and what cannot be read of it. */
export interface CellTexts {
  /** The rows that hold anything, by their number from 1, each from its first column to its last that does. */
  readonly lines: readonly { readonly line: number; readonly values: readonly string[] }[];
  /** Cells that show an error such as #N/A, or a formula whose value was never stored (`error` null). */
  readonly broken: readonly { readonly row: number; readonly column: number; readonly error: string | null }[];
  /** As far as they are kept, and how many there are. */
  readonly merged: readonly Area[];
  readonly merges: number;
  /** How many characters all cells hold. */
  readonly characters: number;
  /** The last row and column that hold anything; 0 when the sheet is empty. */
  readonly rows: number;
  readonly columns: number;
}

/** Rows and columns from 1, the last ones included. */
export interface Area {
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

/** The bounds within which cells are kept. What lies beyond is counted, and not kept. */
export interface Bounds {
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
  readonly characters: number;
  readonly merged: number;
}

/** Of cells that cannot be read so many are kept. */
const MOST_BROKEN = 20_000;
/** And of what each shows so much: all errors of spreadsheets are shorter. */
const LONGEST_ERROR = 80;

/** Reads the XML of a sheet into the texts of its cells. @throws BrokenMarkup for what no spreadsheet program writes */
export class SheetReader implements MarkupHandler {
  readonly #facts: SheetFacts;
  readonly #bounds: Bounds;
  readonly #lines: { line: number; values: string[] }[] = [];
  readonly #broken: { row: number; column: number; error: string | null }[] = [];
  readonly #merged: Area[] = [];
  #merges = 0;
  #characters = 0;
  #cells = 0;
  #rows = 0;
  #columns = 0;
  #row = 0;
  #column = 0;
  // The cell that is read.
  #inCell = false;
  #holds = false;
  #type = 'n';
  #style: string | undefined;
  #value: string | undefined;
  #inline = '';
  #formula = false;
  #within: 'v' | 't' | '' = '';
  #spoken = false;

  constructor(facts: SheetFacts, bounds: Bounds) {
    this.#facts = facts;
    this.#bounds = bounds;
  }

  read(): CellTexts {
    return {
      lines: this.#lines,
      broken: this.#broken,
      merged: this.#merged,
      merges: this.#merges,
      characters: this.#characters,
      rows: this.#rows,
      columns: this.#columns,
    };
  }

  open(local: string, tag: string): void {
    if (this.#inCell) this.#openInCell(local);
    else if (local === 'c') this.#beginCell(tag);
    else if (local === 'row') this.#beginRow(tag);
    else if (local === 'mergeCell') this.#merge(attributeOf(tag, 'ref') ?? '');
  }

  close(local: string): void {
    if (!this.#inCell) return;
    if (local === 'c') this.#endCell();
    else if (local === 'rPh') this.#spoken = false;
    else if (local === 'v' || local === 't') this.#within = '';
  }

  text(text: string): void {
    if (this.#within === 'v') this.#value = joined(this.#value ?? '', text);
    else if (this.#within === 't' && !this.#spoken) this.#inline = joined(this.#inline, text);
  }

  #beginRow(tag: string): void {
    const said = attributeOf(tag, 'r');
    const row = said === undefined ? this.#row + 1 : Number(said);
    if (!(Number.isInteger(row) && row > this.#row)) throw new BrokenMarkup('Its rows are out of order.');
    this.#row = row;
    this.#column = 0;
  }

  #beginCell(tag: string): void {
    const said = attributeOf(tag, 'r');
    const [row, column] = said === undefined ? [this.#row, this.#column + 1] : addressOf(said);
    if (row !== this.#row || column <= this.#column) throw new BrokenMarkup('Its cells are out of order.');
    this.#column = column;
    this.#inCell = true;
    this.#holds = false;
    this.#type = attributeOf(tag, 't') ?? 'n';
    this.#style = attributeOf(tag, 's');
    this.#value = undefined;
    this.#inline = '';
    this.#formula = false;
    this.#spoken = false;
  }

  #openInCell(local: string): void {
    this.#holds = true;
    if (local === 'v') {
      this.#within = 'v';
      this.#value = '';
    } else if (local === 't') this.#within = 't';
    else if (local === 'f') this.#formula = true;
    else if (local === 'rPh') this.#spoken = true;
  }

  #endCell(): void {
    this.#inCell = false;
    this.#within = '';
    if (!this.#holds) return;
    this.#rows = Math.max(this.#rows, this.#row);
    this.#columns = Math.max(this.#columns, this.#column);
    const error = this.#faultOfCell();
    if (error !== undefined && this.#broken.length < MOST_BROKEN) {
      this.#broken.push({ row: this.#row, column: this.#column, error });
    }
    const text = this.#cellText();
    if (text !== '') this.#keep(text);
  }

  /** What an error shows; null: a formula without a value; undefined: neither. */
  #faultOfCell(): string | null | undefined {
    if (this.#type === 'e') return cut(this.#value ?? '', LONGEST_ERROR);
    // A formula that gives an empty text has an empty value of type str.
    const isUnsaid = this.#type === 'str' ? this.#value === undefined : !this.#value;
    return this.#formula && isUnsaid ? null : undefined;
  }

  #cellText(): string {
    const value = this.#value ?? '';
    switch (this.#type) {
      case 'inlineStr':
        return apart(unescaped(this.#inline).trim());
      case 's':
        return value === '' ? '' : this.#known(value);
      case 'str':
        return apart(unescaped(value).trim());
      case 'e':
        return '';
      case 'b':
        if (!/^[01]?$/.test(value)) throw new BrokenMarkup('A cell is neither yes nor no.');
        return value === '' ? '' : String(value === '1');
      case 'd':
        return value === '' ? '' : demanded(/^\d{4}-\d{2}-\d{2}/.exec(value)?.[0]);
      case 'n':
        return value === '' ? '' : this.#figure(value);
      default:
        throw new BrokenMarkup('A cell is of no kind that there is.');
    }
  }

  #known(number: string): string {
    return demanded(this.#facts.texts[Number(number)]);
  }

  #figure(value: string): string {
    const figure = Number(value);
    if (Number.isNaN(figure)) throw new BrokenMarkup('A cell holds no number.');
    const isDay = this.#style !== undefined && this.#facts.isDay[Number(this.#style)];
    return isDay ? demanded(dayOfSerial(figure, this.#facts.from1904)) : String(figure);
  }

  #keep(text: string): void {
    const { rows, columns, cells, characters } = this.#bounds;
    this.#characters += text.length;
    if (this.#row > rows || this.#column > columns || this.#characters > characters) return;
    const last = this.#lines.at(-1);
    const values = last?.line === this.#row ? last.values : [];
    this.#cells += this.#column - values.length;
    if (this.#cells > cells) return;
    if (values.length === 0) this.#lines.push({ line: this.#row, values });
    while (values.length < this.#column - 1) values.push('');
    values.push(text);
  }

  #merge(ref: string): void {
    if (++this.#merges > this.#bounds.merged) return;
    const [first = '', last = first] = ref.split(':');
    const [[top, left], [bottom, right]] = [addressOf(first), addressOf(last)];
    this.#merged.push({ rows: [top, bottom], columns: [left, right] });
  }
}

/** V8 cuts a text of this length out of the one that it stands in, and keeps all of that one. */
const CUT_OUT = 13;

/** The same text by itself, so that nothing of the XML that it stood in is kept. */
export function apart(text: string): string {
  return text.length < CUT_OUT ? text : [text.slice(0, 1), text.slice(1)].join('');
}

function demanded(text: string | undefined): string {
  if (text === undefined) throw new BrokenMarkup('A cell holds what cannot be read.');
  return text;
}

/** Row and column of an address such as `B7`, from 1. */
function addressOf(address: string): [row: number, column: number] {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? [];
  let column = 0;
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64;
  return [Number(digits), column];
}

/** A text as it is meant: its characters are written as _xHHHH_ where XML has no place for them (ECMA-376, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
