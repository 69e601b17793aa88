import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encodingOf } from '../files/text.ts';
import type { Api, ApiOptions } from './api.ts';
import { EXIT, Failure, type Io, print, printJson, say } from './io.ts';
import { counted } from './table.ts';

/** The format that a file's name says, one of those that there are; `-`, stdout, is CSV. */
export function formatOf<F extends string>(file: string, formats: readonly F[]): F {
  const format = (file === '-' ? 'csv' : path.extname(file).slice(1).toLowerCase()) as F;
  if (formats.includes(format)) return format;
  throw new Failure(EXIT.input, `${file} must end in .${formats.join(' or .')}: the name says what is written.`);
}

/** Writes what was downloaded to a file, or to stdout for `-`. */
export async function keep(io: Io, file: string, bytes: Buffer, what: string, { json }: ApiOptions): Promise<void> {
  if (file === '-') return void io.stdout.write(bytes);
  await writeFile(file, bytes).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(EXIT.input, `${file} cannot be written (${error.code}); choose another place.`);
  });
  if (json) printJson(io, { file, bytes: bytes.length });
  else print(io, `${file} has ${what}.`);
}

export interface ImportOptions extends ApiOptions {
  readonly check?: boolean;
}

/** Sends a table to a path that takes it in, all of it or nothing. */
export async function takeIn(
  io: Io,
  api: Api,
  { to, file, what }: { readonly to: string; readonly file: string; readonly what: string },
  { check, json }: ImportOptions,
): Promise<void> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`;
    throw new Failure(EXIT.input, `${file}: ${reason}; check the path.`);
  });
  if (/\.csv$/i.test(file) && encodingOf(bytes) === 'GB18030')
    say(io, `${file} is read as GB18030, since not in UTF-8.`);
  const query = new URLSearchParams({ name: path.basename(file), ...(check ? { check: 'true' } : {}) });
  const found = await api.upload<{ rows: number; imported: boolean }>(`${to}?${query}`, bytes);
  if (json) printJson(io, found);
  else print(io, `${found.imported ? 'Taken in' : 'Read without a fault'}: ${counted(found.rows, 'row')} of ${what}.`);
}
