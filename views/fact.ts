import { cut } from '../contracts/cleaned.ts';
import type { Label } from '../contracts/form.ts';
import type { Fact } from '../contracts/views/fact.ts';
import type { OrganisationState } from '../domain/organisation/state.ts';

/** A label has so many characters at most. */
const LONGEST = 400;

/** What has no name is called by its id in both languages. */
export const unnamed = (id: string): Label => ({ en: id, 'zh-CN': id });

/** What a department is called; one that is not known by its id. */
export function departmentName(departments: OrganisationState['departments'], id: string): Label {
  const known = departments.get(id);
  return known ? { en: known.name, 'zh-CN': known.nameZh } : unnamed(id);
}

/** What is the case, with what it rests on and how it is said. */
export function fact(code: string, facts: Fact['facts'], en: string, zh: string): Fact {
  return { code, facts, text: { en: cut(en, LONGEST), 'zh-CN': cut(zh, LONGEST) } };
}

const DAY = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
const DAYS = { en: new Intl.DateTimeFormat('en-GB', DAY), 'zh-CN': new Intl.DateTimeFormat('zh-CN', DAY) };

/** A day as it stands in a sentence: `14 Jun 2027`, `2027年6月14日`. @param day YYYY-MM-DD */
export function dayWords(day: string): Label {
  const at = Date.parse(`${day}T12:00:00Z`);
  return { en: DAYS.en.format(at), 'zh-CN': DAYS['zh-CN'].format(at) };
}
