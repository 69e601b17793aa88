import { type PersonId, SYSTEM } from '../../contracts/ids.ts';
import { keptReason } from '../../contracts/reasons.ts';
import type { Apart, OfSelf, RoundCommandBodies, RoundEvent, RoundPolicy, RoundSpec } from '../../contracts/round.ts';
import { isKeptApart } from '../organisation/apart.ts';
import { isInLine } from '../organisation/line.ts';
import type { OrganisationState } from '../organisation/state.ts';
import type { Command, Decision, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { holdingsOf, refusalOfSecond } from './distinct.ts';
import { isPending, type RoundState, type Task } from './state.ts';

type Barring = Pick<Task, 'id' | 'barred' | 'aboutPerson' | 'self'>;

/** Whether whom a task is about may hold it, or must. */
export function selfOf({ policy }: { readonly policy: RoundPolicy }, task: Pick<Task, 'self'>): OfSelf {
  return task.self ?? policy.self;
}

/** True for those who may hold no task of the round. */
export function isBarred({ policy }: { readonly policy: RoundPolicy }, person: PersonId): boolean {
  return policy.barred !== undefined && setOf(policy.barred).has(person);
}

/** Thousands of tasks are given out under one policy. */
const sets = new WeakMap<readonly PersonId[], ReadonlySet<PersonId>>();

function setOf(people: readonly PersonId[]): ReadonlySet<PersonId> {
  const known = sets.get(people) ?? new Set(people);
  sets.set(people, known);
  return known;
}

/** Why a person may not hold a task, whoever would give it to them; null: they may. */
export function refusalByBars(spec: RoundSpec, task: Barring, person: PersonId): Rejection | null {
  const { title } = spec;
  const self = selfOf(spec, task);
  if (isBarred(spec, person)) return refuse('not-allowed/barred-from-round', { person, title });
  if (self === 'barred' && task.aboutPerson === person)
    return refuse('not-allowed/about-themselves', { person, task: task.id, title });
  if (self === 'only' && task.aboutPerson !== null && task.aboutPerson !== person)
    return refuse('not-allowed/only-themselves', { person: task.aboutPerson, task: task.id, title });
  if (task.barred.includes(person)) return refuse('not-allowed/barred-from-task', { person, task: task.id, title });
  return null;
}

/** True when the organisation as it is now keeps a person from a task, by whom it is about or by others whom it names. */
export function isApartFrom(
  apart: Apart,
  { about, aboutPerson, apartFrom }: Subject,
  person: PersonId,
  organisation: OrganisationState,
): boolean {
  // A task without a subject judges nobody, though its texts may belong to somebody.
  const judged = about !== null && aboutPerson !== null ? [aboutPerson] : [];
  return [...judged, ...apartFrom].some((other) => isKeptApart(apart, organisation, person, other));
}

type Subject = Pick<Task, 'about' | 'aboutPerson' | 'apartFrom'>;

/** Why a person may not hold or answer a task by the organisation as it is now; null: they may. */
export function refusalByRelation(
  { title, policy }: RoundSpec,
  task: Subject & Pick<Task, 'id'>,
  person: PersonId,
  organisation: OrganisationState,
): Rejection | null {
  if (!policy.apart || !isApartFrom(policy.apart, task, person, organisation)) return null;
  const { aboutPerson } = task;
  if (policy.apart.below && aboutPerson !== null && isInLine(organisation, aboutPerson, person))
    return refuse('not-allowed/reports-to', { person, manager: aboutPerson, task: task.id, title });
  return refuse('not-allowed/kept-apart', { person, task: task.id, title });
}

/** True when a procedure may name a person for a new task of a round, or for one in the place of another. */
export function mayTake(round: RoundState | undefined, person: PersonId, inPlaceOf?: string | null): boolean {
  if (!round?.spec) return true;
  const before = inPlaceOf ? round.tasks.get(inPlaceOf) : undefined;
  if (!before) return !isBarred(round.spec, person);
  const refusal =
    refusalByBars(round.spec, before, person) ?? refusalOfSecond(round.spec, holdingsOf(round), before, person);
  return refusal === null;
}

/** Keeps people from tasks that are open already, and from those to come, when they turn out to be judged themselves. */
export function bar(
  state: RoundState,
  { actor, body }: Command<'bar', RoundCommandBodies['bar']>,
): Decision<RoundEvent> {
  if (actor !== SYSTEM) return refuse('not-allowed/bars-by-procedure', {});
  const { people, about } = body;
  const tasks = [...state.tasks.values()].filter(
    (t) => about === 'all' || (t.about !== null && about.includes(t.about)),
  );
  const fresh = people.filter((p) =>
    about === 'all' ? !isBarred(state.spec!, p) : tasks.some((t) => !t.barred.includes(p)),
  );
  const held = tasks.filter((t) => isPending(t) && people.includes(t.assignee)).map((t) => t.id);
  if (!fresh.length && !held.length) return refuse('already-so/barred-already', {});
  const reason = keptReason(actor, body.reason);
  return [
    ...(fresh.length ? [{ type: 'PeopleBarred', body: { people: fresh, about, reason } } as const] : []),
    ...(held.length ? [{ type: 'TasksWithdrawn', body: { tasks: held, reason } } as const] : []),
  ];
}
