import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { z } from 'zod';
import { EXIT, Failure, type Io } from './io.ts';

/** The text of a file, or of stdin for `-`. */
export async function textOf(io: Io, file: string): Promise<string> {
  if (file === '-') {
    const chunks: Buffer[] = [];
    for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString('utf8');
  }
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`;
    throw new Failure(EXIT.input, `${file}: ${reason}; check the path.`);
  });
}

/** The value in a JSON or YAML file (JSON is YAML), or on stdin for `-`. */
export async function valueIn(io: Io, file: string): Promise<unknown> {
  const text = await textOf(io, file);
  try {
    return parse(text) as unknown;
  } catch (error) {
    throw new Failure(EXIT.input, `${file} is neither JSON nor YAML: ${(error as Error).message.split('\n')[0]}`);
  }
}

/** A JSON value given on the command line. */
export function jsonIn(text: string, what: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Failure(EXIT.input, `${what} is not JSON: ${(error as Error).message}.`);
  }
}

/** The value in the shape of a schema; otherwise a sentence for each thing that does not fit, at most ten. */
export function checked<T extends z.ZodType>(schema: T, value: unknown, where: string): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const lines = result.error.issues
    .slice(0, 10)
    .map((issue) => `${where}: ${issue.path.join('.') || 'it'}: ${issue.message.replace(/\.$/, '')}.`);
  const more = result.error.issues.length - lines.length;
  if (more > 0) lines.push(`${where}: and ${more} more.`);
  throw new Failure(EXIT.input, lines.join('\n'));
}

/**
 * An instant in milliseconds: `2027-03-01T17:00+08:00`, or a day, which means its end by the clock of this machine.
 */
export function instantIn(text: string, option: string): number {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T23:59:59`) : Date.parse(text);
  if (!Number.isNaN(instant) && /^\d{4}-\d{2}-\d{2}(T|$)/.test(text)) return instant;
  throw new Failure(EXIT.input, `${option} ${text} is not a date: write 2027-03-01 or 2027-03-01T17:00+08:00.`);
}
