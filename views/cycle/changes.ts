import { type CycleSight, seesDepartment, seesPerson } from '../../access/sight/cycle.ts';
import type { Change } from '../../contracts/cycle.ts';
import type { PersonId } from '../../contracts/ids.ts';
import type { PlannedOffering } from '../../contracts/planning.ts';
import type { ChangesView, ProposalsView, SeenOffering } from '../../contracts/views/cycle.ts';
import type { Pool } from '../../db/connection.ts';
import type { KeyRing } from '../../db/keys.ts';
import { unsealed } from '../../db/read/unsealed.ts';
import { offeringOf } from '../../domain/cycle/execution/requests.ts';
import type { ChangeRequest, CycleState } from '../../domain/cycle/state.ts';
import { elementNames } from './elements.ts';
import type { CycleReading } from './reading.ts';

type Proposal = CycleState['proposals'][string];
type ChangeLine = ChangesView['changes'][number];

/** The change requests that somebody may see: their own, those they decide, those about their people or their course. */
export function changesSeen(reading: CycleReading): ChangeRequest[] {
  const { state, sight, organisation } = reading;
  return Object.values(state.changes).filter(
    (change) => seesAll(change, sight) || change.effect.people.some((p) => seesPerson(sight, organisation, p)),
  );
}

/** Whoever asks for a change, decides it or teaches the course sees everybody whom it is about. */
function seesAll({ by, approver, before, after }: ChangeRequest, { whole, person }: CycleSight): boolean {
  return whole || [by, approver, before?.trainer, after?.trainer].includes(person);
}

/** Words may name anybody, also the trainer who is to be replaced: they are for whoever wrote them, decides or sees the whole. */
function hearsWhy({ by, approver }: ChangeRequest, { whole, person }: CycleSight): boolean {
  return whole || by === person || approver === person;
}

/** Change requests, each with those of its people whom the asker may see, and why it is asked for. */
export async function changesView(
  { pool, keys }: { readonly pool: Pool; readonly keys: KeyRing },
  reading: CycleReading,
  names: ReadonlyMap<string, string>,
): Promise<ChangesView> {
  const sealed = changesSeen(reading).map((change) => (hearsWhy(change, reading.sight) ? change.reason : null));
  const reasons = (await unsealed(pool, keys, sealed)) as (string | null)[];
  return {
    changes: changeLines(reading).map((line, i) => ({ ...line, reason: reasons[i]! })),
    names: Object.fromEntries(names),
  };
}

/** The same without the words. */
export function changeLines(reading: CycleReading): ChangeLine[] {
  return changesSeen(reading).map((change) => changeLine(change, reading));
}

function changeLine(change: ChangeRequest, { sight, organisation }: CycleReading): ChangeLine {
  const all = seesAll(change, sight);
  const seen = (people: readonly PersonId[]) => people.filter((p) => all || seesPerson(sight, organisation, p));
  const offering = (o: PlannedOffering | null) =>
    o && { ...o, participants: seen(o.participants), places: o.participants.length };
  const { what, effect } = change;
  return {
    ...change,
    reason: null,
    // What it breaks, and why it could not be carried out, names people, the days on which they are away, and money.
    failure: all ? change.failure : null,
    what: whatSeen(what, seen, offering),
    offering: offeringOf(what),
    effect: { ...effect, people: seen(effect.people), faults: all ? effect.faults : null },
    before: offering(change.before),
    after: offering(change.after),
  };
}

function whatSeen(
  what: Change,
  seen: (people: readonly PersonId[]) => PersonId[],
  offering: (o: PlannedOffering) => SeenOffering | null,
): ChangeLine['what'] {
  if (what.kind === 'add') return { kind: 'add', planned: offering(what.planned)! };
  return what.kind === 'participants' ? { ...what, add: seen(what.add), remove: seen(what.remove) } : what;
}

/** The people whom change requests name to the asker. */
export function peopleOfChanges(reading: CycleReading): string[] {
  return changesSeen(reading).flatMap((change) => {
    const { by, approver, effect } = changeLine(change, reading);
    return [by, ...(approver ? [approver] : []), ...effect.people];
  });
}

/** What this cycle proposes to the next one; for a department what is about it. */
export function proposalsSeen({ state, sight }: CycleReading): Proposal[] {
  return Object.values(state.proposals).filter(
    ({ department }) => sight.whole || (department !== null && seesDepartment(sight, department)),
  );
}

/** The people whom proposals name. */
export function peopleOfProposals(proposals: readonly Proposal[]): string[] {
  return proposals.flatMap(({ people, trainer }) => [...people, ...(trainer ? [trainer] : [])]);
}

export function proposalsView(
  { organisation }: Pick<CycleReading, 'organisation'>,
  proposals: readonly Proposal[],
  names: ReadonlyMap<string, string>,
): ProposalsView {
  return {
    proposals: [...proposals],
    elements: elementNames(
      organisation,
      proposals.map((p) => p.element),
    ),
    names: Object.fromEntries(names),
  };
}
