import type { Message } from '../../notices/channels/channel.ts';

/** What stands between two words of most scripts. */
const APART = ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'] as const;
/** Scripts that put no space between words, and in which a name has two characters. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}$/u;

/**
 * What a receiver said of a letter, with nothing in it of whom that was to: receivers often repeat it, and it is kept with
 * the personal data and nowhere else.
 */
export function withoutAddressee(said: string, { name, email }: Message['to']): string {
  const spaced = [email, email.split('@')[0]!, name].filter((word) => word.length > 2 && !UNSPACED.test(word));
  const patterns = spaced.map((word) => `${APART[0]}${literally(word)}${APART[1]}`);
  if (UNSPACED.test(name)) patterns.push(name);
  return patterns.length ? said.replace(new RegExp(patterns.join('|'), 'giu'), '…') : said;
}

function literally(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
