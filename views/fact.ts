import { cut } from '../contracts/cleaned.ts';
import type { Label } from '../contracts/form.ts';
import type { Fact } from '../contracts/views/fact.ts';
import { unitsOf } from '../domain/cycle/commitments/money.ts';
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

/** Money in the smallest unit, as it stands in a sentence of either language: `2,720.00 CNY`. */
export function moneyWords(amount: number, currency: string): string {
  const units = unitsOf(currency);
  const [whole = '', rest] = (Math.abs(amount) / units).toFixed(Math.round(Math.log10(units))).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '−' : ''}${grouped}${rest ? `.${rest}` : ''} ${currency}`;
}
