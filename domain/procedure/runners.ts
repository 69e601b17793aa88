import type { PersonId } from '../../contracts/ids.ts';
import { holdersOf, isOperations } from '../organisation/roles.ts';
import type { Consequence, Context, Notice } from '../process.ts';

type At = Pick<Context, 'organisation' | 'now'>;

/** Those of whoever runs a procedure who are of operations: to run one gives no rights by itself. */
export function ableToRun(runners: readonly PersonId[], { organisation, now }: At): PersonId[] {
  return runners.filter((person) => isOperations(organisation, person, now));
}

/**
 * Who hears what is for whoever runs a procedure: those of them who are of operations; where none of them is any more, all of
 * operations, as one of them has to take it over. Where nobody is of operations at all, it stays with those who were named.
 */
export function hearersFor(runners: readonly PersonId[], at: At): readonly PersonId[] {
  const able = ableToRun(runners, at);
  if (able.length) return able;
  const all = holdersOf(at.organisation, 'operations', at.now);
  return all.length ? all : runners;
}

/** Consequences with those letters that are for whoever runs the procedure given to those who hear them now, each once. */
export function reachingRunners(consequences: readonly Consequence[], at: At): readonly Consequence[] {
  if (!consequences.some(isForRunner)) return consequences;
  const named = new Map<string, PersonId[]>();
  for (const notice of consequences.filter(isForRunner)) {
    const what = letterOf(notice);
    named.set(what, [...(named.get(what) ?? []), notice.to]);
  }
  return consequences.flatMap((consequence): readonly Consequence[] => {
    if (!isForRunner(consequence)) return [consequence];
    const people = named.get(letterOf(consequence));
    named.delete(letterOf(consequence));
    return people ? hearersFor(people, at).map((to) => ({ ...consequence, to })) : [];
  });
}

function isForRunner(consequence: Consequence): consequence is Notice {
  return consequence.kind === 'notice' && consequence.toRunner === true;
}

/** What a letter says, whoever it is to. */
function letterOf({ template, about }: Notice): string {
  return JSON.stringify([template, about]);
}
