import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import { meaningOf } from '../../contracts/purposes.ts';
import type { RoundSpec } from '../../contracts/round/spec.ts';
import type { Pool } from '../../db/connection.ts';
import type { StreamReader } from '../../db/read/stream-reader.ts';
import { namesOf } from '../../db/views/selections.ts';
import { leaveWithin } from '../../domain/calendar/leave.ts';
import { wallTimeOf } from '../../domain/calendar/zone.ts';
import { approverIn } from '../../domain/cycle/approval/answers.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import { managerOf } from '../../domain/organisation/line.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import type { ToldTask } from './told-tasks.ts';

/** In whose place somebody is asked: who is away, from which day to which, or has left. */
export interface StandsInFor {
  readonly name: string;
  /** null: they have left the company. */
  readonly away: { readonly from: string; readonly to: string } | null;
}

interface Sources {
  readonly pool: Pool;
  readonly reader: StreamReader;
  readonly now: Instant;
}

/** In whose place somebody holds their tasks, each once: of those who are on leave before the answer is due, or have left. */
export async function standsInFor(
  { pool, reader, now }: Sources,
  { owner, purpose }: Pick<RoundSpec, 'owner' | 'purpose'>,
  own: readonly ToldTask[],
): Promise<StandsInFor[]> {
  const { inPlaceOf } = meaningOf(purpose);
  if (!own.length || inPlaceOf === null) return [];
  const organisation = await reader.organisation();
  const cycle = inPlaceOf === 'named' && owner ? await reader.cycle(owner as StreamId) : undefined;
  const found = new Map<PersonId, StandsInFor['away']>();
  for (const task of own) {
    const person = cycle ? askedFirst(cycle, purpose, task) : supervisorOf(organisation, task);
    if (person === null || person === task.assignee || found.has(person)) continue;
    const away = absenceOf(organisation, person, now, task.dueAt);
    if (away !== undefined) found.set(person, away);
  }
  const names = await namesOf(pool, found.keys());
  return [...found].map(([person, away]) => ({ name: names.get(person) ?? person, away }));
}

function supervisorOf(organisation: OrganisationState, { about, aboutPerson }: ToldTask): PersonId | null {
  return aboutPerson !== null && about === aboutPerson ? managerOf(organisation, aboutPerson) : null;
}

function askedFirst(state: CycleState, purpose: string, { id, about }: ToldTask): PersonId | null {
  if (purpose === 'cycle-commitments') return termsOf(state).commitments.find((c) => c.id === about)?.leader ?? null;
  return state.approval?.approvers[approverIn(id)]?.insteadOf ?? null;
}

/** Since when and until when somebody is away before an answer is due; null: they have left; undefined: they are there. */
export function absenceOf(
  { people }: OrganisationState,
  person: PersonId,
  now: Instant,
  due: Instant,
): StandsInFor['away'] | undefined {
  const found = people.get(person);
  if (!found) return undefined;
  if (!found.employed) return null;
  const day = (at: Instant) => wallTimeOf(at, found.timeZone).day;
  return leaveWithin(day(now), day(Math.max(now, due)), found.absences);
}
