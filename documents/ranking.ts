import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { z } from 'zod';
import { Day, showDay } from './bilingual.ts';
import { print, type Words } from './pdf.ts';

const Cell = z.union([z.string().max(2000), z.number(), z.null()]);

export const RankingReport = z.object({
  title: z.string().min(1).max(400),
  company: z.string().min(1).max(400),
  /** How the ranking came about, in sentences. */
  method: z.string().max(4000),
  issuedOn: Day,
  locale: z.enum(['en', 'zh-CN']),
  columns: z
    .array(z.object({ heading: z.string().max(200), align: z.enum(['left', 'right']).default('left') }))
    .min(1)
    .max(14),
  /** Best first; a missing value is null and shown as a dash, never as 0. */
  rows: z.array(z.array(Cell)).max(2000),
  footnotes: z.array(z.string().max(2000)).default([]),
  /** The digest of the ranking, so that paper and ledger can be compared. */
  digest: z.string().max(128).optional(),
});
export type RankingReport = z.infer<typeof RankingReport>;

const PHRASES = {
  en: { page: (n: number, of: number) => `Page ${n} of ${of}`, digest: 'Digest', none: 'Nobody is ranked.' },
  'zh-CN': { page: (n: number, of: number) => `第 ${n} 页，共 ${of} 页`, digest: '摘要值', none: '无排序结果。' },
} as const;

/**
 * A ranking on paper: title, method, table, footnotes; the heading row is repeated on every page and no row is torn.
 * The same input gives the same bytes.
 * @throws ZodError for input that does not fit; Error for a row of another length than the headings, naming it
 */
export async function printRanking(input: z.input<typeof RankingReport>): Promise<Buffer> {
  const report = RankingReport.parse(input);
  const phrases = PHRASES[report.locale];
  const wide = report.columns.length > 6;
  return print(
    { title: report.title, author: report.company, language: report.locale, createdOn: report.issuedOn },
    (words) => ({
      pageOrientation: wide ? 'landscape' : 'portrait',
      pageMargins: [48, 48, 48, 48],
      footer: (page, pages) => words(phrases.page(page, pages), { alignment: 'center', fontSize: 8, color: '#52606d' }),
      content: [
        words(`${report.company} · ${showDay(report.issuedOn, report.locale)}`, { fontSize: 9, color: '#52606d' }),
        words(report.title, { fontSize: 18, bold: true, color: '#1c4f82', margin: [0, 4, 0, 8] }),
        words(report.method, { fontSize: 9.5, lineHeight: 1.15, margin: [0, 0, 0, 10] }),
        report.rows.length > 0 ? table(words, report, wide ? 8 : 9) : words(phrases.none),
        ...report.footnotes.map((note) => words(note, { fontSize: 8, color: '#52606d', margin: [0, 6, 0, 0] })),
        ...(report.digest
          ? [words(`${phrases.digest} ${report.digest}`, { fontSize: 7, color: '#52606d', margin: [0, 10, 0, 0] })]
          : []),
      ],
    }),
  );
}

/** In the column of a table there is room for so many characters side by side. */
const TOGETHER = 16;

function table(words: Words, { columns, rows }: RankingReport, fontSize: number): Content {
  const cell = (text: string, column: number, style: object = {}): TableCell =>
    words(text, { fontSize, alignment: columns[column]!.align, ...style }, TOGETHER) as TableCell;
  const head = columns.map(({ heading }, i) => cell(heading, i, { bold: true, fillColor: '#e4ebf2' }));
  const body = rows.map((row, r) => {
    if (row.length !== columns.length) {
      throw new Error(`Row ${r + 1} of the ranking has ${row.length} values for ${columns.length} columns.`);
    }
    return row.map((value, i) => cell(value === null ? '–' : String(value), i));
  });
  const widths = columns.map(({ align }) => (align === 'right' ? 'auto' : '*'));
  return {
    table: { headerRows: 1, dontBreakRows: true, widths, body: [head, ...body] },
    layout: 'lightHorizontalLines',
  };
}
