import type { Content, TableCell } from 'pdfmake/interfaces.js';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { z } from 'zod';
import { currencyName } from '../contracts/currency.ts';
import { bookText, guarded } from '../contracts/formula.ts';
import { showDay } from './bilingual.ts';
import { print, type Words } from './pdf.ts';
import { PlanReport, type ReportTable, show, type Value } from './plan-report.ts';
import { planTables } from './plan-tables.ts';
import { PLAN_WORDS } from './plan-words.ts';
import { inSight } from './sight.ts';

/**
 * The plan of a cycle on paper, in one language: offerings, budget, trainers, cuts, changes, and what was promised against
 * what was measured where that is known. Says whether it is the approved plan; its hash stands on every page, so that
 * paper and ledger can be compared. The same input gives the same bytes.
 * @throws ZodError for input that does not fit
 */
export async function printPlan(input: z.input<typeof PlanReport>): Promise<Buffer> {
  const report = PlanReport.parse(input);
  const { locale } = report;
  const { digest } = report.plan;
  return print(
    { title: report.title[locale], author: report.company[locale], language: locale, createdOn: report.issuedOn },
    (words) => ({
      pageOrientation: 'landscape',
      pageMargins: [36, 40, 36, 44],
      footer: (page, pages) => ({
        margin: [36, 12, 36, 0],
        columns: [
          words(`${PLAN_WORDS.digest[locale]} ${digest}`, { fontSize: 7, color: GREY }),
          words(`${page} / ${pages}`, { fontSize: 7, color: GREY, alignment: 'right', width: 60 }),
        ],
      }),
      content: [
        ...heading(words, report),
        ...planTables(report).flatMap((table) => section(words, table, report)),
        words(PLAN_WORDS.missing[locale], { fontSize: 7.5, color: GREY, margin: [0, 10, 0, 0] }),
      ],
    }),
  );
}

const GREY = '#52606d';
const BLUE = '#1c4f82';

function heading(words: Words, report: PlanReport): Content[] {
  const { locale } = report;
  return [
    words(`${report.company[locale]} · ${showDay(report.issuedOn, locale)}`, { fontSize: 9, color: GREY }),
    words(report.title[locale], { fontSize: 18, bold: true, color: BLUE, margin: [0, 4, 0, 2] }),
    words(standingOf(report), { fontSize: 10, margin: [0, 0, 0, 4] }),
    words(`${PLAN_WORDS.digest[locale]} ${report.plan.digest}`, { fontSize: 8, margin: [0, 0, 0, 6] }),
  ];
}

/** `Approved plan · Version 2 · CNY`, `已批准计划 · 版本 2 · 元` */
function standingOf({ plan, locale }: PlanReport): string {
  const standing = PLAN_WORDS[plan.frozen ? 'approved' : 'draft'][locale];
  return `${standing} · ${PLAN_WORDS.version[locale]} ${plan.version} · ${currencyName(plan.currency)[locale]}`;
}

function section(words: Words, sheet: ReportTable, report: PlanReport): Content[] {
  const { title, columns, rows } = sheet;
  const fontSize = columns.length > 9 ? 7 : 8;
  const together = roomOf(columns, fontSize);
  const cell = (text: string, at: number, style: object = {}): TableCell =>
    words(text, { fontSize, alignment: columns[at]!.figure ? 'right' : 'left', ...style }, together) as TableCell;
  // Chinese may break between any two characters: a narrow column would break its heading.
  const head = columns.map((column, at) =>
    cell(column.heading, at, { bold: true, fillColor: '#e4ebf2', noWrap: true }),
  );
  const body = rows.map((row) => row.map((value, at) => cell(show(value), at)));
  const widths = columns.map((column) => (column.figure || column.narrow ? 'auto' : '*'));
  const headline = words(title, { fontSize: 12, bold: true, color: BLUE, margin: [0, 10, 0, 4] });
  const note = noteOf(sheet, report);
  if (rows.length === 0) return [headline, words(note, { fontSize })];
  const table: Content = {
    table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths, body: [head, ...body] },
    layout: 'lightHorizontalLines',
  };
  const below = note ? [words(note, { fontSize, color: GREY, margin: [0, 4, 0, 0] })] : [];
  return rows.length <= SHORT
    ? [{ stack: [headline, table, ...below], unbreakable: true }]
    : [headline, table, ...below];
}

/** What is said of a table that is empty, or not all there for whoever reads it; nothing of any other. */
function noteOf({ rows, withheld }: ReportTable, { locale, ask }: PlanReport): string {
  if (!withheld) return rows.length ? '' : PLAN_WORDS.nothing[locale];
  const what = PLAN_WORDS[withheld === 'all' && !rows.length ? 'hidden' : 'partly'][locale];
  const names = ask.join(locale === 'en' ? ', ' : '、');
  return ask.length ? `${what} ${PLAN_WORDS.ask[locale]} ${names}${locale === 'en' ? '.' : '。'}` : what;
}

/** Between the margins of a page, and what figures and single words take of it, in points. */
const WIDTH = 770;
const FIGURE = 45;
const NARROW = 60;

/** How many of the widest letters there is room for side by side in a column of text. */
function roomOf(columns: ReportTable['columns'], fontSize: number): number {
  const figures = columns.filter(({ figure }) => figure).length;
  const narrow = columns.filter(({ figure, narrow: only }) => only && !figure).length;
  const texts = Math.max(1, columns.length - figures - narrow);
  return Math.max(8, Math.floor((WIDTH - FIGURE * figures - NARROW * narrow) / texts / fontSize));
}

/** Tables of so many rows are not torn by the end of a page. */
const SHORT = 12;

/** The same as a workbook, a table a sheet; figures are numbers, and every sheet begins with what plan it is of. */
export async function planWorkbook(input: z.input<typeof PlanReport>): Promise<Buffer> {
  const report = PlanReport.parse(input);
  const { locale, plan } = report;
  const text = (value: string) => ({ value: sober(value), type: String });
  const top: SheetData = [
    [{ ...text(report.title[locale]), fontWeight: 'bold' }],
    [text(`${report.company[locale]} · ${showDay(report.issuedOn, locale)} · ${standingOf(report)}`)],
    [text(`${PLAN_WORDS.digest[locale]} ${plan.digest}`)],
    [],
  ];
  const sheets = planTables(report).map((sheet) => {
    const { title, columns, rows } = sheet;
    const note = noteOf(sheet, report);
    return {
      sheet: title,
      columns: columns.map((column) => ({ width: column.figure ? 14 : 24 })),
      data: [
        ...top,
        columns.map((column) => ({ ...text(column.heading), fontWeight: 'bold' as const, backgroundColor: '#e4ebf2' })),
        ...rows.map((row) => row.map(cellOf)),
        ...(note ? [[text(note)]] : []),
      ],
    };
  });
  return writeXlsxFile(sheets).toBuffer();
}

function cellOf(value: Value) {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return { value: sober(value), type: String };
  return {
    value: value.number,
    type: Number,
    format: value.decimals ? `#,##0.${'0'.repeat(value.decimals)}` : '#,##0',
  };
}

/** A text that a spreadsheet would take for a formula is shown as text. */
function sober(text: string): string {
  return bookText(guarded(inSight(text), 'xlsx'));
}
