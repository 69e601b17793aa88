/** Everything that ends a line, in whatever way the text was written. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/**
 * Control characters but for the end of a line and the tab, code points that are no characters, and those by which a text turns the
 * direction of whatever is around it: a name would be shown as another one, and words of ours backwards. Every script is written
 * without them.
 */
const NO_CHARACTERS = /[^\P{Cc}\n\t]|\p{Noncharacter_Code_Point}|[\u202a-\u202e\u2066-\u2069]/gu;
/** Halves of a character, as they are left by whatever cuts a text after so many units. */
const HALVES = /\p{Cs}/gu;
const VISIBLE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/u;
const PLAIN = /^[\x20-\x7e]*$/;
/**
 * More marks on one character than any language writes, as many as Unicode's Stream-Safe Text Format allows (UAX 15, 13).
 * U+16D67 is no mark, but the one letter beside those of Hangul that is composed with what is before it.
 */
const TOO_MANY_MARKS = /([\p{M}\u{16d67}]{30})[\p{M}\u{16d67}]+/gu;

/**
 * A text in Unicode's NFC, with at most 30 marks in a row: to order and compose marks takes time with the square of their
 * number, so that what is beyond is left out before.
 */
export function composed(text: string): string {
  // Some marks are two when they are composed.
  return withoutTooManyMarks(withoutTooManyMarks(text).normalize('NFC'));
}

function withoutTooManyMarks(text: string): string {
  return text.replace(TOO_MANY_MARKS, '$1');
}

/**
 * A text as it can be stored, sent and printed everywhere: without control characters and those that turn what is around it, each half of a character shown as
 * U+FFFD, lines ended by \n, `composed`, nothing empty around it. Empty when nothing of it can be seen. Takes time with
 * the length of the text, whatever is in it.
 */
export function cleaned(text: string): string {
  if (PLAIN.test(text)) return text.trim();
  const whole = composed(text.replace(LINE_ENDS, '\n').replace(NO_CHARACTERS, '').replace(HALVES, '\ufffd'));
  return VISIBLE.test(whole) ? whole.trim() : '';
}

/** The same as one line. */
export function onOneLine(text: string): string {
  return cleaned(text).replace(/[\n\t]+/g, ' ');
}

/** The text, or as much of it as fits, with an ellipsis behind: never half a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff\u200d]+$/, '')}…`;
}
