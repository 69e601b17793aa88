import { createHash } from 'node:crypto';
import { z } from 'zod';
import { tableFaultInChinese } from '../contracts/table-faults-zh-cn.ts';
import { line } from '../contracts/text.ts';
import { because } from '../domain/refuse.ts';
import { FileFaults } from '../files/faults.ts';
import { csvOf, type Sheet, xlsxOf } from '../files/sheet.ts';
import { type Problem, problem } from './problem.ts';

export const FORMATS = ['csv', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const CSV = 'text/csv';

/** A table as a file to send: CSV in UTF-8 with a byte order mark, for spreadsheets, or a workbook. */
export async function written(sheet: Sheet, name: string, format: Format) {
  const bytes = Buffer.from(format === 'csv' ? csvOf(sheet, { bom: true }) : await xlsxOf(sheet, name));
  return {
    name: `${name}.${format}`,
    mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : XLSX,
    sha256: sha256(bytes),
    bytes,
    download: 'attachment' as const,
  };
}

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What an import answers. */
export const Imported = z
  .object({ rows: z.number().int(), imported: z.boolean().describe('false: it was only checked') })
  .meta({ id: 'Imported' });

/** How a file that comes in is named. */
export const FileQuery = z.object({
  name: line(200, 0).regex(/^[^/\\]{1,195}\.(csv|xlsx)$/i, 'must be the name of the file, ending in .csv or .xlsx'),
  check: z.enum(['true', 'false']).default('false').describe('true: only say what is wrong with it'),
});

const MOST_FAULTS = 100;

/** Runs a reading; what is wrong with the file becomes one problem with a line for each fault. */
export async function mended<T>(reading: () => Promise<T> | T): Promise<T> {
  try {
    return await reading();
  } catch (error) {
    if (!(error instanceof FileFaults)) throw error;
    throw faulty(error.faults, error.more);
  }
}

/** Nothing was taken over: a line for each fault; `unsaid`: at least so many more are not among them. */
export function faulty(faults: readonly string[], unsaid = 0): Problem {
  const more = unsaid + Math.max(0, faults.length - MOST_FAULTS);
  const told = faults.slice(0, MOST_FAULTS).map((en) => {
    const zh = tableFaultInChinese(en) ?? en;
    return because('import-invalid/said', { fault: { en, 'zh-CN': zh } });
  });
  return more > 0
    ? problem('import-invalid/faults-at-least', { faults: told, more })
    : problem('import-invalid/faults', { faults: told });
}
