import type { ChangesView, ProposalsView } from '../../contracts/views/cycle.ts';
import { offeringOf } from '../../domain/cycle/requests.ts';
import type { ChangeRequest } from '../../domain/cycle/state.ts';
import { elementNames } from './elements.ts';
import type { CycleReading } from './reading.ts';
import { seesDepartment, seesPerson } from './sight.ts';

/** The change requests that somebody may see: their own, those they decide, those about their people or their course. */
export function changesSeen({ state, sight, organisation }: CycleReading): ChangeRequest[] {
  return Object.values(state.changes).filter(({ by, approver, before, after, effect }) => {
    if (sight.whole || by === sight.person || approver === sight.person) return true;
    if (before?.trainer === sight.person || after?.trainer === sight.person) return true;
    return effect.people.some((p) => seesPerson(sight, organisation, p));
  });
}

export function changesView(changes: readonly ChangeRequest[], names: ReadonlyMap<string, string>): ChangesView {
  return {
    changes: changes.map((change) => ({ ...change, offering: offeringOf(change.what) })),
    names: Object.fromEntries(names),
  };
}

/** The people whom change requests name. */
export function peopleOfChanges(changes: readonly ChangeRequest[]): string[] {
  return changes.flatMap(({ by, approver, effect }) => [by, ...(approver ? [approver] : []), ...effect.people]);
}

/** What this cycle proposes to the next one; for a department what is about it. */
export function proposalsView(
  { state, sight, organisation }: CycleReading,
  names: ReadonlyMap<string, string>,
): ProposalsView {
  const proposals = Object.values(state.proposals).filter(
    ({ department }) => sight.whole || (department !== null && seesDepartment(sight, department)),
  );
  return {
    proposals,
    elements: elementNames(
      organisation,
      proposals.map((p) => p.element),
    ),
    names: Object.fromEntries(names),
  };
}
