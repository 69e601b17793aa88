import type { Label } from '../../contracts/form.ts';
import type { Language } from '../../contracts/settings.ts';
import type { Facts } from './explanation.ts';

/** What criteria are called, by their ids; one that is not among them is called by its id. */
export type Called = Readonly<Record<string, Label>>;

/** The same facts with every criterion as people call it, for sentences. */
export function calledIn(facts: Facts, called: Called, language: Language): Facts {
  const name = (id: string) => (Object.hasOwn(called, id) ? called[id]![language] : id);
  const named = <T extends { readonly criterion: string }>(part: T): T => ({
    ...part,
    criterion: name(part.criterion),
  });
  const { comparison } = facts;
  return {
    ...facts,
    below: facts.below.map(name),
    criteria: facts.criteria.map(named),
    comparison: comparison && {
      ...comparison,
      decidedBy: name(comparison.decidedBy),
      criteria: comparison.criteria.map(named),
    },
  };
}
