import { z } from 'zod';
import type { NoticeName } from '../contracts/notices/all.ts';
import type { Letter } from './letter.ts';
import type { Reader } from './reader.ts';
import { templateOf, type templates } from './templates/registry.ts';

/** What the worker hands to a template; fields with a default may be left out. */
export type FactsOf<N extends NoticeName> = z.input<(typeof templates)[N]['facts']>;

/**
 * What a letter says in the reader's language and time zone, by a name and facts that came from a database row, before it is
 * set as a letter of its own or as a part of one.
 * @throws Error that names the template and the first fact that is missing or wrong, or says that there is no such template
 */
export function writeUnchecked(name: string, facts: unknown, reader: Reader): Letter {
  const template = templateOf(name);
  if (!template) {
    throw new Error(`There is no template "${name}" in notices/templates; deploy the version that brings it.`);
  }
  const parsed = template.facts.safeParse(facts);
  if (!parsed.success) throw new Error(`The facts of "${name}" do not fit: ${z.prettifyError(parsed.error)}`);
  return template.write(parsed.data, reader);
}
