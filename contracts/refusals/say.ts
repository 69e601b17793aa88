import type { Label } from '../form.ts';
import type { Language } from '../settings.ts';
import { EN } from './en.ts';
import type { Because, Fact } from './refusal.ts';
import { isRefusalKey } from './refusal.ts';
import { WORDS_ZH, ZH_CN } from './zh-cn.ts';

/** Facts that are words of the house, and not somebody's. */
const WORDS: ReadonlySet<string> = new Set([
  ...['state', 'act', 'kind', 'stage', 'stages', 'now'],
  ...['office', 'source', 'listed', 'format', 'part'],
]);

/** Lists of whole sentences: of each a line, or one after the other; all but a choice is listed. */
const LINES = 'faults';
const SENTENCES = 'limits';
/** A list of whom any one will do. */
const CHOICE = 'speakers';

/** A refusal as a sentence; undefined: it has none, and what was said when it arose stands. */
export function say(language: Language, { key, facts }: Because): string | undefined {
  if (!isRefusalKey(key)) return undefined;
  const sentence = language === 'en' ? EN[key] : ZH_CN[key];
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => shown(language, name, facts[name]));
}

function shown(language: Language, name: string, fact: Fact | undefined): string {
  if (fact === undefined) return '…';
  if (isBecause(fact)) return say(language, fact) ?? '…';
  if (typeof fact === 'object' && !Array.isArray(fact)) return (fact as Label)[language];
  const words = [fact].flat().map((word) => {
    if (isBecause(word)) return say(language, word) ?? '…';
    const said = String(word);
    return language === 'zh-CN' && WORDS.has(name) && Object.hasOwn(WORDS_ZH, said) ? WORDS_ZH[said]! : said;
  });
  if (name === LINES) return words.join('\n');
  if (name === SENTENCES) return words.join(language === 'en' ? ' ' : '');
  const comma = language === 'en' ? ', ' : '、';
  if (name !== CHOICE || words.length < 2) return words.join(comma);
  return `${words.slice(0, -1).join(comma)} ${language === 'en' ? 'or' : '或'} ${words.at(-1)}`;
}

function isBecause(fact: unknown): fact is Because {
  return typeof fact === 'object' && fact !== null && 'key' in fact && 'facts' in fact;
}
