import { z } from 'zod';
import { type AboutOf, NOTICES, type NoticeName } from '../../contracts/notices/all.ts';
import type { ClaimedMessage } from '../../db/outbox/claim.ts';
import type { FactsOf } from '../../notices/notice.ts';

/** What a message says of itself. */
export type Told = Pick<ClaimedMessage, 'person' | 'template' | 'about'>;

/** The letters of a kind of process. */
export type NamesOf<Kind extends string> = NoticeName & `${Kind}.${string}`;

/** The facts that a letter asks for, but for those that are the same in all of its kind; the link may be another one. */
export type FactsBut<N extends NoticeName, Given extends string> = Omit<FactsOf<N>, Given | 'link'> & {
  readonly link?: string;
};

export type Soon<T> = T | Promise<T>;

/**
 * The name and the details of a message, checked: they come from a row of a table, which may be of another version.
 * @param table everything that is known of the letters of a kind
 * @throws Error when none of them has this name, or it is about something else
 */
export function toldIn<N extends NoticeName>(
  table: Readonly<Record<N, unknown>>,
  { template, about }: Told,
): { readonly name: N; readonly about: AboutOf<N> } {
  if (!Object.hasOwn(table, template)) {
    throw new Error(`Nothing says what "${template}" tells; deploy the version that brings it.`);
  }
  const parsed = NOTICES[template as N].about.safeParse(about);
  if (!parsed.success) throw new Error(`What "${template}" is about does not fit: ${z.prettifyError(parsed.error)}`);
  return { name: template as N, about: parsed.data as AboutOf<N> };
}
