import { z } from 'zod';
// Whatever is read here or by what is made of it is refused in words for people.
import './plain-faults.ts';
import { cleaned, onOneLine } from './cleaned.ts';
import type { Private } from './private.ts';

/**
 * How long a text may be before it is cleaned, so that nobody cleans what is refused anyhow: a character has four parts at
 * most in the languages that people write, and there may be blanks around it.
 */
const uncleaned = (most: number) => 4 * most + 1000;

/** A text that is cleaned by `clean` and then has at most so many characters; `tooLong` says so. */
function cleanedText(clean: (text: string) => string, most: number, tooLong: string) {
  return z.string().max(uncleaned(most), { error: tooLong, abort: true }).overwrite(clean).max(most, tooLong);
}

const empty = (min: number) => (min === 1 ? 'must not be empty' : `must have at least ${min} characters`);

/** One line that people or files write: a name, a title, a number of something. It is cleaned, not refused. */
export function line(most: number, least = 1) {
  return cleanedText(onOneLine, most, `must have at most ${most} characters`).min(least, empty(least));
}

/** What people write at length, in as many lines as they like. It is cleaned, not refused. */
export function prose(most: number, least = 1) {
  return cleanedText(cleaned, most, `must have at most ${most} characters`).min(least, empty(least));
}

/** Text of the engine's own making, which has to stay as it is to the letter. */
export function verbatim(most: number) {
  return z
    .string()
    .max(most)
    .refine((text) => !/\p{Cs}|\0/u.test(text), 'holds a character that cannot be stored');
}

/** Why somebody does something out of the ordinary; it lands in the ledger, sealed. */
export const Reason = cleanedText(cleaned, 2000, 'Keep the reason under 2,000 characters.').min(
  3,
  'Say why in at least three characters.',
);

/** A private text inside an event: open when decided, sealed in the ledger. */
export const Secret = z.union([
  z.object({ of: z.string(), open: z.unknown() }).strict(),
  z.object({ of: z.string(), in: z.string().optional(), $sealed: z.string() }).strict(),
]) as unknown as z.ZodType<Private>;
