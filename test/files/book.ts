import { strToU8, zipSync } from 'fflate';

/** A cell as spreadsheet programs store it, faults included. */
export type BookCell =
  | string
  | { readonly error: string }
  | { readonly formula: string; readonly value?: string; readonly text?: string };

export interface BookSheet {
  readonly name?: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly rows: readonly (readonly BookCell[])[];
  readonly merged?: readonly string[];
  /** The address of one more cell. */
  readonly far?: string;
}

const NS = 'http://schemas.openxmlformats.org';
const BOOK = `${NS}/spreadsheetml/2006/main`;
const RELATION = `${NS}/officeDocument/2006/relationships`;

const escaped = (text: string) =>
  text.replace(/[<>&"]/g, (c) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[c]!);

function cellXml(cell: BookCell, address: string): string {
  if (typeof cell === 'string') {
    if (cell === '') return `<c r="${address}" s="0"/>`;
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  if ('error' in cell) return `<c r="${address}" t="e"><f>NA()</f><v>${cell.error}</v></c>`;
  const formula = `<f>${escaped(cell.formula)}</f>`;
  if (cell.text !== undefined) return `<c r="${address}" t="str">${formula}<v>${escaped(cell.text)}</v></c>`;
  return `<c r="${address}">${formula}${cell.value === undefined ? '<v/>' : `<v>${cell.value}</v>`}</c>`;
}

function sheetXml({ rows, merged = [], far }: BookSheet): string {
  const lines = rows.map((cells, y) => {
    const row = cells.map((cell, x) => cellXml(cell, `${String.fromCharCode(65 + x)}${y + 1}`));
    return `<row r="${y + 1}">${row.join('')}</row>`;
  });
  const last = far ? `<row r="${/\d+/.exec(far)![0]}">${cellXml('far', far)}</row>` : '';
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const tail = merges && `<mergeCells count="${merged.length}">${merges}</mergeCells>`;
  return `<worksheet xmlns="${BOOK}"><cols><col min="1" max="2"/></cols><sheetData>${lines.join('')}${last}</sheetData>${tail}</worksheet>`;
}

/** An XLSX file with these sheets. */
export function bookOf(...sheets: readonly BookSheet[]): Uint8Array {
  const named = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escaped(name ?? `S${i + 1}`)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="r${i + 1}"/>`,
  );
  const links = sheets.map(
    (_, i) => `<Relationship Id="r${i + 1}" Type="${RELATION}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const types = sheets.map(
    (_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${NS}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${types.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${NS}/package/2006/relationships"><Relationship Id="a" Type="${RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${BOOK}" xmlns:r="${RELATION}"><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${NS}/package/2006/relationships">${links.join('')}<Relationship Id="s" Type="${RELATION}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${BOOK}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)])),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
