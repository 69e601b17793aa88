import { z } from 'zod';
import { Label } from '../form.ts';
import { PersonId } from '../ids.ts';

/**
 * How long a letter may be held back for somebody who wants theirs together: not at all; until shortly before what it asks for
 * is due; or as long as they like.
 */
export type Urgency = 'at-once' | 'before-due' | 'any-time';

/** One kind of letter: what a procedure says of it, ids and figures only, and how urgent it is. */
export interface NoticeKind<A extends z.ZodType = z.ZodType> {
  readonly about: A;
  readonly urgency: Urgency;
  /** It is for whoever runs a procedure or the installation, and so for nobody who is not of operations any more. */
  readonly forOperations?: true;
}

export function letter<S extends z.core.$ZodLooseShape>(urgency: Urgency, about: S): NoticeKind<z.ZodObject<S>> {
  return { urgency, about: z.object(about) };
}

/** The same for whoever is of operations, and nobody else. */
export function forOperations<A extends z.ZodType>(kind: NoticeKind<A>): NoticeKind<A> {
  return { ...kind, forOperations: true };
}

/** What each letter of a table is about, by its name. */
export type AboutIn<T extends Readonly<Record<string, NoticeKind>>> = {
  readonly [N in keyof T & string]: z.output<T[N]['about']>;
};

export const instant = z.number().int();
export const ids = z.array(z.string());
export const people = z.array(PersonId);
export const label = Label;

/** What waits for whoever runs a procedure, beside the word for it: as much as there is to say. */
export const Attending = z.object({
  people: people.optional(),
  person: PersonId.optional(),
  department: z.string().optional(),
  departments: ids.optional(),
  calendars: ids.optional(),
  posts: ids.optional(),
  limits: ids.optional(),
  needs: ids.optional(),
  application: z.string().nullish(),
  objection: z.string().optional(),
  change: z.string().optional(),
  offering: z.string().nullish(),
  commitment: z.string().optional(),
  answer: z.string().optional(),
  step: z.string().optional(),
  stage: z.string().optional(),
  previous: z.string().optional(),
  count: z.number().int().optional(),
  missing: z.number().int().optional(),
  taken: z.number().int().optional(),
  needed: z.number().int().optional(),
  day: z.string().nullish(),
  lastDay: z.string().nullish(),
  line: z.string().optional(),
});
export type Attending = z.output<typeof Attending>;

/** A letter to whoever runs a procedure, of one of these things. */
export function attention<const W extends readonly [string, ...string[]]>(urgency: Urgency, words: W) {
  return forOperations({ urgency, about: Attending.extend({ what: z.enum(words) }) });
}
