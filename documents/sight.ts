import { composed } from '../contracts/cleaned.ts';

const HALVES = /\p{Cs}/gu;
const CONTROLS = /[^\P{Cc}\n]+/gu;
/** Marks that order, hide or tag; joiners and variation selectors belong to what is seen. */
const HIDDEN = /[^\P{Cf}\u200c\u200d]|\p{Noncharacter_Code_Point}/gu;

/** A text as it is printed: composed, each half of a character as U+FFFD, nothing that could not be seen. */
export function inSight(text: string): string {
  return composed(
    text
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      .replace(HALVES, '\ufffd')
      .replace(CONTROLS, ' ')
      .replace(HIDDEN, ''),
  );
}
