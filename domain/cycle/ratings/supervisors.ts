import type { CycleEvent, CycleEventBodies } from '../../../contracts/cycle/events.ts';
import type { CyclePurpose } from '../../../contracts/cycle/terms.ts';
import type { Instant, PersonId, StreamId } from '../../../contracts/ids.ts';
import { type HouseReason, house } from '../../../contracts/reasons.ts';
import { isEmployed } from '../../organisation/scope.ts';
import { supervisorOf } from '../../organisation/stand-in.ts';
import { order } from '../../procedure/orders.ts';
import { task as taskSpec } from '../../procedure/part.ts';
import { stands } from '../../procedure/refused-orders.ts';
import { type CalledRound, childOf, freshTask, openRounds } from '../../procedure/rounds.ts';
import { termsOf } from '../../procedure/standing.ts';
import { dueFor, holderFor, whyHanded } from '../../procedure/supervised.ts';
import type { Consequence, Context } from '../../process.ts';
import { isPending, type RoundState, type Task } from '../../round/state.ts';
import { event, type Part } from '../kit.ts';
import type { CycleState } from '../state.ts';
import { type Rated, ratable, ratingFormKey, ratingFormOf } from './forms.ts';

type Changed = CycleEventBodies['SupervisorsChanged'];

const GONE = house('employee-gone');
/** Rounds in which somebody is asked about each employee. */
const ABOUT_PEOPLE: readonly CyclePurpose[] = ['ratings', 'self-ratings', 'talks'];

/** Tasks about people follow them: to a new supervisor, out of the round with whoever leaves, into it with whoever joins. */
export const supervisors = {
  folds: { SupervisorsChanged() {} },
  follows: {
    SupervisorsChanged: (state, { moves, withdrawn, added }, context) => [
      ...grouped(moves.map((m) => ({ ...m, reason: whyHanded(context.organisation, m.person, m.to) }))).map(
        ({ round, to, due, tasks, reason }) => order(round, 'reassign', { tasks, to, due, reason }, 'tell'),
      ),
      ...grouped(withdrawn.map((w) => ({ ...w, to: '', due: 0, reason: GONE }))).map(({ round, tasks }) =>
        order(round, 'withdraw', { tasks, reason: GONE }, 'tell'),
      ),
      ...added.flatMap((a) => addition(state, a, context)),
    ],
  },
} satisfies Part;

interface Group {
  readonly round: StreamId;
  readonly to: PersonId;
  readonly due: Instant;
  readonly reason: HouseReason;
  readonly tasks: string[];
}

function grouped(rows: readonly (Omit<Group, 'tasks'> & { readonly task: string })[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { round, task, to, due, reason } of rows) {
    const key = `${round}\n${to}\n${due}\n${reason.code}`;
    const group = groups.get(key) ?? { round, to, due, reason, tasks: [] };
    groups.set(key, group);
    group.tasks.push(task);
  }
  return [...groups.values()];
}

/** A rating of somebody who is new to the round; the form of a post that is new to it comes right behind. */
function addition(
  state: CycleState,
  { round, task, person }: Changed['added'][number],
  context: Context,
): Consequence[] {
  const rated = ratable(state, context.organisation).byPerson.get(person);
  const child = childOf(context, round);
  if (!rated || !child?.spec) return [];
  const { organisation, now } = context;
  const self = state.rounds[round]?.purpose === 'self-ratings';
  const span = { from: now, to: child.spec.due };
  const asked = supervisorOf(organisation, person, span, termsOf(state).deputies) ?? rated.supervisor;
  const key = ratingFormKey(state, rated.post.code);
  const known = Object.hasOwn(child.spec.forms ?? {}, key);
  const spec = taskSpec(task, self ? person : asked, {
    about: person,
    aboutPerson: person,
    form: known ? key : null,
  });
  const form = ratingFormOf(state, rated.post);
  return [
    order(round, 'addTasks', { tasks: [spec] }, 'tell'),
    ...(known ? [] : [order(round, 'reform', { tasks: [task], key, form, reason: house('post-new') }, 'tell')]),
  ];
}

/** What has changed about the people whom open rounds of the stage are about, since their tasks were given out. */
export function supervisorMoves(state: CycleState, context: Context): CycleEvent[] {
  const changed: Changed = { moves: [], withdrawn: [], added: [] };
  for (const round of openRounds(state)) {
    const child = ABOUT_PEOPLE.includes(round.purpose) ? childOf(context, round.id) : undefined;
    if (child?.phase === 'open') look(state, round, child, context, changed);
  }
  const some = changed.moves.length || changed.withdrawn.length || changed.added.length;
  return some ? [event('SupervisorsChanged', changed)] : [];
}

function look(state: CycleState, round: CalledRound, child: RoundState, context: Context, changed: Changed): void {
  const { organisation } = context;
  const { rated, byPerson } = ratable(state, organisation);
  const rating = round.purpose !== 'talks';
  const seen = new Set<PersonId>();
  for (const task of child.tasks.values()) {
    const person = task.aboutPerson;
    if (!person) continue;
    seen.add(person);
    if (!isPending(task)) continue;
    const row = { round: round.id, task: task.id, person };
    if (!isEmployed(organisation, person)) {
      if (!stands(state, round.id, 'withdraw', task.id)) changed.withdrawn.push(row);
    } else if (rating && asksByAnotherPost(state, task, byPerson.get(person))) {
      if (stands(state, round.id, 'withdraw', task.id)) continue;
      changed.withdrawn.push(row);
      changed.added.push({ ...row, task: freshTask(context, round.id, person) });
    } else if (round.purpose !== 'self-ratings') {
      const to = holderFor(task, person, context, termsOf(state).deputies);
      if (!to || stands(state, round.id, 'reassign', task.id)) continue;
      const due = dueFor(task.due, termsOf(state), to, context);
      changed.moves.push({ ...row, from: task.assignee, to, due });
    }
  }
  if (!rating) return;
  for (const { person } of rated) {
    if (seen.has(person.id) || stands(state, round.id, 'addTasks', person.id)) continue;
    changed.added.push({ round: round.id, task: person.id, person: person.id });
  }
}

/** What somebody has begun stays on the form it was begun on. */
function asksByAnotherPost(state: CycleState, task: Task, rated: Rated | undefined): boolean {
  if (!rated || task.form === null || task.state !== 'open' || task.drafted || task.revision > 0) return false;
  return task.form.split(':')[0] !== ratingFormKey(state, rated.post.code).split(':')[0];
}
