import { z } from 'zod';
import { AppPath } from '../../contracts/app-path.ts';
import { Label } from '../../contracts/form.ts';
import { showBriefly, showDay, showInstant } from '../dates.ts';
import type { Letter } from '../letter.ts';
import type { Reader } from '../reader.ts';

/** A title: a label in both languages, of which the reader's is shown, or one text for all. */
export const Title = z.union([z.string().min(1).max(400), Label]);
export type Title = z.infer<typeof Title>;

/** An instant in procedure time, milliseconds since 1970. */
export const At = z.number().int();

/** A civil day, YYYY-MM-DD. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2027-03-01');

/** A path of the app such as `/desk/needs-2027`; never another site. */
export const Link = AppPath;

/** What every letter about a procedure tells: what that is called, and its page. */
export const OfProcedure = z.object({ procedureTitle: Title, link: Link.default('/') });

/** Somebody's own words; null once the person's data have been erased. */
export const Words = z.string().max(20_000).nullable().default(null);

/** A whole number of 0 or more. */
export const Count = z.number().int().min(0);

/** What a letter may say besides its facts. */
export interface Speech {
  /** An instant in the reader's time zone and language. */
  readonly at: (instant: number) => string;
  /** The same, short enough for a subject. */
  readonly brief: (instant: number) => string;
  /** A civil day in the reader's language. */
  readonly day: (day: string) => string;
  readonly title: (title: Title) => string;
}

type Write<F> = (facts: F, speech: Speech) => Letter;

/** One kind of notice: the shape of its facts, and how it reads in each language. */
export interface Template<S extends z.ZodType = z.ZodType> {
  readonly facts: S;
  readonly write: (facts: z.output<S>, reader: Reader) => Letter;
}

/** Makes a template of a letter in English and one in Chinese. Writing is pure: the same facts, the same letter. */
export function template<S extends z.ZodType>(
  facts: S,
  letters: { readonly en: Write<z.output<S>>; readonly 'zh-CN': Write<z.output<S>> },
): Template<S> {
  return {
    facts,
    write: (given, reader) => letters[reader.locale](given, speechFor(reader)),
  };
}

function speechFor(reader: Reader): Speech {
  return {
    at: (instant) => showInstant(instant, reader),
    brief: (instant) => showBriefly(instant, reader),
    day: (day) => showDay(day, reader.locale),
    title: (title) => (typeof title === 'string' ? title : title[reader.locale]),
  };
}
