import { unzipSync } from 'fflate';
import { elementsIn } from './markup.ts';

/** The sheet of a workbook that people see first, as far as it says more than values. */
export interface SeenSheet {
  /** Its place among all sheets, from 1. */
  readonly place: number;
  readonly name: string;
  /** Whether the workbook has other sheets beside it. */
  readonly alone: boolean;
  /** Cells that show an error such as #N/A, or a formula whose value was never stored (`error` null). */
  readonly broken: readonly { readonly row: number; readonly column: number; readonly error: string | null }[];
  readonly merged: readonly Area[];
  /** The last row and column that hold anything; 0 when the sheet is empty. */
  readonly rows: number;
  readonly columns: number;
}

/** Rows and columns from 1, the last ones included. */
export interface Area {
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

/** At most this many bytes may a part of a workbook unfold to. */
const MOST_BYTES = 100 * 1_048_576;

/** Why a workbook is not looked into. */
export class TooLarge extends Error {}

/**
 * Looks into an XLSX file (ECMA-376) beside its values. Undefined when it is none that can be read. Throws TooLarge.
 */
export function seenSheet(bytes: Uint8Array): SeenSheet | undefined {
  try {
    const { 'xl/workbook.xml': book = '', 'xl/_rels/workbook.xml.rels': links = '' } = partsOf(bytes, (name) =>
      ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'].includes(name),
    );
    const targets = new Map(
      [...elementsIn(links, 'Relationship')]
        .filter(({ attributes: a }) => a.get('Type')?.endsWith('/worksheet'))
        .map(({ attributes: a }) => [a.get('Id'), a.get('Target') ?? '']),
    );
    const sheets = [...elementsIn(book, 'sheet')].map(({ attributes: a }, at) => ({
      place: at + 1,
      name: a.get('name') ?? '',
      hidden: (a.get('state') ?? 'visible') !== 'visible',
      target: targets.get(a.get('id')),
    }));
    const sheet = sheets.find(({ hidden, target }) => !hidden && target !== undefined);
    if (!sheet) return undefined;
    const part = sheet.target!.startsWith('/') ? sheet.target!.slice(1) : `xl/${sheet.target}`;
    const { [part]: text = '' } = partsOf(bytes, (name) => name === part);
    return { place: sheet.place, name: sheet.name, alone: sheets.length === 1, ...lookedAt(text) };
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    return undefined;
  }
}

function partsOf(bytes: Uint8Array, wanted: (name: string) => boolean): Record<string, string> {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (originalSize > MOST_BYTES) throw new TooLarge();
      return wanted(name);
    },
  });
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, new TextDecoder().decode(part)]));
}

function lookedAt(text: string): Pick<SeenSheet, 'broken' | 'merged' | 'rows' | 'columns'> {
  const broken: { row: number; column: number; error: string | null }[] = [];
  let [rows, columns] = [0, 0];
  for (const { attributes, content } of elementsIn(text, 'c')) {
    const [row, column] = addressOf(attributes.get('r') ?? '');
    if (content === '') continue;
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
    const type = attributes.get('t');
    const value = [...elementsIn(content, 'v')][0]?.content;
    if (type === 'e') broken.push({ row, column, error: value ?? '' });
    // A formula that gives an empty text has an empty value of type str.
    else if (/<(\w+:)?f[\s/>]/.test(content) && (type === 'str' ? value === undefined : !value)) {
      broken.push({ row, column, error: null });
    }
  }
  const merged = [...elementsIn(text, 'mergeCell')].map(({ attributes }) => {
    const [first = '', last = first] = (attributes.get('ref') ?? '').split(':');
    const [[top, left], [bottom, right]] = [addressOf(first), addressOf(last)];
    return { rows: [top, bottom], columns: [left, right] } as const;
  });
  return { broken, merged, rows, columns };
}

/** Row and column of an address such as `B7`, from 1. */
function addressOf(address: string): [row: number, column: number] {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return [Number(digits), column];
}

/** The letters of a column, from 1: `A`, `Z`, `AA`. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
