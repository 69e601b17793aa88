import { type Instant, type PersonId, SYSTEM } from '../../contracts/ids.ts';
import { personal } from '../../contracts/private.ts';
import { keptReason } from '../../contracts/reasons.ts';
import type { RoundCommandBodies, RoundEvent, RoundEventBodies } from '../../contracts/round.ts';
import { type DuePlace, endOfDay } from '../calendar/due.ts';
import { afterStandstill } from '../calendar/standstill.ts';
import { type PersonTime, personTime } from '../organisation/directory.ts';
import type { OrganisationState } from '../organisation/state.ts';
import type { Command, Context, Decision } from '../process.ts';
import { refuse } from '../refuse.ts';
import { faultOfAnew } from './anew.ts';
import { named, stoodSince } from './evolve.ts';
import { saidBy } from './ladder.ts';
import { placeOf } from './place.ts';
import { dayOf, faultOfScope, unknownTask } from './refusals.ts';
import { isPending, type RoundState } from './state.ts';
import { waitsFor } from './waits.ts';

type Of<T extends keyof RoundCommandBodies> = Command<T, RoundCommandBodies[T]>;
type Moved = RoundEventBodies['RoundReleased']['moved'][number];

/** Asks again what was settled, by its own date or a later one. */
export function reopen(state: RoundState, command: Of<'reopen'>, context: Context): Decision<RoundEvent> {
  const task = state.tasks.get(command.body.task);
  if (!task) return unknownTask(state, command.body.task);
  if (state.phase === 'settled') return refuse('round-closed/round-over', { title: state.spec!.title });
  if (isPending(task)) return refuse('already-so/task-open', { task: task.id });
  const refusal = faultOfAnew(state, task, context);
  if (refusal) return refusal;
  const due = Math.max(task.due, command.body.due ?? task.due);
  if (due <= context.now) {
    const passed = dayOf(due, command.actor, context, state.spec);
    return refuse('wrong-date/due-passed', { task: task.id, day: passed });
  }
  const reason = personal(command.actor, command.body.reason);
  const waits = waitsFor([{ assignee: task.assignee, due }], context);
  return [{ type: 'TaskReopened', body: { task: task.id, reason, due, waits } }];
}

/** Gives more time and never less, unless told so: of two dates the later one stands, for each task. */
export function extend(state: RoundState, command: Of<'extend'>, context: Context): Decision<RoundEvent> {
  const { actor } = command;
  const { tasks: scope, due, exactly, reason } = command.body;
  if (exactly && actor !== SYSTEM) return refuse('not-allowed/sooner-by-procedure', {});
  const moves = (from: Instant) => (exactly ? from !== due : from < due);
  if (due <= context.now) {
    return refuse('wrong-date/new-due-passed', { day: dayOf(due, actor, context, state.spec) });
  }
  const fault = faultOfScope(state, scope);
  if (fault) return fault;
  const asked = named(state, scope);
  const later = asked.filter((id) => moves(state.tasks.get(id)!.due));
  const round = scope === 'all' && moves(state.spec!.due);
  if (!later.length && !round) {
    return refuse('already-so/due-later-already', { day: dayOf(due, actor, context, state.spec) });
  }
  const tasks = scope === 'all' && later.length === asked.length ? 'all' : later;
  const moved = later.map((id) => ({ assignee: state.tasks.get(id)!.assignee, due }));
  const waits = waitsFor(moved, context);
  return [{ type: 'TasksExtended', body: { tasks, due, round, reason: keptReason(actor, reason), waits } }];
}

/** The clock goes on: what is open has as much time as it had when the round was held, or when it was given out since. */
export function release(
  state: RoundState,
  { actor, body }: Of<'release'>,
  { now, organisation }: Context,
): Decision<RoundEvent> {
  const { heldSince, spec } = state;
  if (heldSince === null) return refuse('already-so/not-on-hold', {});
  if (body.datesStand && actor !== SYSTEM) return refuse('not-allowed/dates-by-procedure', {});
  const reason = keptReason(actor, body.reason);
  if (body.datesStand) return [{ type: 'RoundReleased', body: { reason, due: spec!.due, moved: [] } }];
  const home = placeOf(spec!, organisation);
  const asked = new Set([...state.tasks.values()].map((t) => t.assignee));
  const [only] = asked;
  const place = asked.size === 1 ? whereDue(spec!.due, home, personTime(organisation, only!)) : home;
  const due = afterStandstill(spec!.due, heldSince, now, place);
  return [{ type: 'RoundReleased', body: { reason, due, moved: movedTasks(state, heldSince, now, organisation) } }];
}

/** Tasks with the same due instant and letter: what becomes of them by the days of each place. */
interface Alike {
  readonly due: Instant;
  readonly armed: Instant;
  readonly at: Map<PersonTime, Becoming>;
  readonly becoming: Map<string, Becoming & { readonly people: Set<PersonId> }>;
}

type Becoming = Pick<Moved, 'becomes' | 'said'>;

/** Where the working day ends when something is due: at home, unless it is where whoever is asked works and not there. */
function whereDue(due: Instant, home: DuePlace, time: PersonTime): DuePlace {
  const theirs = { ...time, dayEnds: home.dayEnds };
  return endOfDay(due, home) !== due && endOfDay(due, theirs) === due ? theirs : home;
}

/** What is asked of all is due when a working day ends at the round's place; what has a day of its own, at its assignee's. */
function movedTasks(state: RoundState, heldSince: Instant, now: Instant, organisation: OrganisationState): Moved[] {
  const { due: common, policy } = state.spec!;
  const home = placeOf(state.spec!, organisation);
  const moved = new Map<string, Alike>();
  for (const id of named(state, 'all')) {
    const task = state.tasks.get(id)!;
    const { due, armed, assignee } = task;
    const alike = moved.get(`${due} ${armed}`) ?? { due, armed, at: new Map(), becoming: new Map() };
    moved.set(`${due} ${armed}`, alike);
    const time = personTime(organisation, assignee);
    const place = due === common ? whereDue(due, home, time) : { ...time, dayEnds: home.dayEnds };
    const { becomes, said } = alike.at.get(time) ?? {
      becomes: afterStandstill(due, stoodSince(task, heldSince), now, place),
      said: saidBy(policy, task, time),
    };
    alike.at.set(time, { becomes, said });
    const key = `${becomes} ${said.join()}`;
    const group = alike.becoming.get(key) ?? { becomes, said, people: new Set<PersonId>() };
    alike.becoming.set(key, group);
    group.people.add(assignee);
  }
  return [...moved.values()].flatMap(({ due, armed, becoming }) =>
    [...becoming.values()].map(({ people, ...what }) => {
      return { due, armed, ...what, people: becoming.size > 1 ? [...people] : null };
    }),
  );
}
