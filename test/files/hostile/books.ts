import { type Packed, zipOf } from './zips.ts';

const NS = 'http://schemas.openxmlformats.org';
const MAIN = `${NS}/spreadsheetml/2006/main`;
const LINK = `${NS}/officeDocument/2006/relationships`;

/** The parts of a workbook with one sheet, as XML. */
export interface Book {
  readonly sheet: string;
  readonly texts?: string;
  readonly styles?: string;
  readonly workbook?: string;
  readonly links?: string;
}

export const WORKBOOK = `<workbook xmlns="${MAIN}" xmlns:r="${LINK}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`;
export const LINKS =
  `<Relationships><Relationship Id="r1" Type="${LINK}/worksheet" Target="worksheets/sheet1.xml"/>` +
  `<Relationship Id="r2" Type="${LINK}/styles" Target="styles.xml"/>` +
  `<Relationship Id="r3" Type="${LINK}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs></styleSheet>`;

export const escaped = (text: string) =>
  text.replace(/[<>&"]/g, (c) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[c]!);

export const sheetOf = (rows: string, more = '') =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${more}</worksheet>`;
export const textsOf = (texts: readonly string[]) =>
  `<sst xmlns="${MAIN}">${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`;

export function lettersOf(column: number): string {
  return column < 0 ? '' : lettersOf(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
}

/** Rows of cells whose texts stand in the sheet itself. */
export function rowsOf(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells, y) => {
      const row = cells.map((cell, x) =>
        cell === '' ? '' : `<c r="${lettersOf(x)}${y + 1}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`,
      );
      return `<row r="${y + 1}">${row.join('')}</row>`;
    })
    .join('');
}

export function partsOf({ sheet, texts, styles = STYLES, workbook = WORKBOOK, links = LINKS }: Book): Packed[] {
  const parts = {
    'xl/workbook.xml': workbook,
    'xl/_rels/workbook.xml.rels': links,
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': texts ?? textsOf([]),
    'xl/worksheets/sheet1.xml': sheet,
  };
  return Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
}

export const bookFrom = (book: Book): Buffer => zipOf(partsOf(book));
