import type { CycleEvent, CycleEventBodies } from '../../contracts/cycle/events.ts';
import type { CyclePurpose } from '../../contracts/cycle/terms.ts';
import type { PersonId } from '../../contracts/ids.ts';
import { house } from '../../contracts/reasons.ts';
import { isEmployed } from '../organisation/scope.ts';
import { order } from '../procedure/orders.ts';
import { stands } from '../procedure/refused-orders.ts';
import { childOf, openRounds } from '../procedure/rounds.ts';
import { ableToRun } from '../procedure/runners.ts';
import { termsOf } from '../procedure/standing.ts';
import { dueFor } from '../procedure/supervised.ts';
import type { Context } from '../process.ts';
import { mayTake } from '../round/bars.ts';
import type { RoundState, Task } from '../round/state.ts';
import { approverIn } from './approval/answers.ts';
import { deciderFor, plannersOf } from './approval/approvers.ts';
import { leaderOf } from './commitments/commitments.ts';
import { event, type Part } from './kit.ts';
import { speakerOf } from './people.ts';
import { type CycleState, runners } from './state.ts';

const LEFT = house('person-left');

/** Who answers now what somebody was asked who has left; null: nobody, and the stage finds out what that means. */
type Heir = (state: CycleState, task: Task, context: Context) => PersonId | null;

/** Those rounds whose tasks are not of a supervisor, who is followed by the next one, nor of a head that is mobilised. */
const HEIRS: Partial<Readonly<Record<CyclePurpose, Heir>>> = {
  needs: (state, { about }, context) => speakerNow(state, about ?? '', context),
  questions: (state, { about }, context) => speakerNow(state, state.needs[about ?? '']?.department ?? '', context),
  commitments: (state, { about }, context) => {
    const commitment = termsOf(state).commitments.find((c) => c.id === about);
    return commitment ? leaderOf(state, commitment, context) : null;
  },
  approval: approverNow,
  // The request finds its next approver by itself, and a plan nobody else's signature.
  changes: () => null,
  signatures: () => null,
};

/** Whoever leaves the company leaves nothing open behind: it goes to whoever has their part now, or is taken back. */
export const leavers = {
  folds: { LeaversReplaced() {} },
  follows: {
    LeaversReplaced: (_state, { moves, withdrawn }) => [
      ...moves.map(({ round, task, to, due }) =>
        order(round, 'reassign', { tasks: [task], to, due, reason: LEFT }, 'tell'),
      ),
      ...withdrawn.map(({ round, task }) => order(round, 'withdraw', { tasks: [task], reason: LEFT }, 'tell')),
    ],
  },
} satisfies Part;

/** What open tasks of people who have left become of. */
export function leaversDue(state: CycleState, context: Context): readonly CycleEvent[] {
  const found: CycleEventBodies['LeaversReplaced'] = { moves: [], withdrawn: [] };
  for (const { id: round, purpose } of openRounds(state)) {
    const child = HEIRS[purpose] && childOf(context, round);
    if (!child || child.phase === 'settled') continue;
    for (const [person, { open }] of child.desks) {
      if (isEmployed(context.organisation, person)) continue;
      for (const id of open) {
        const task = child.tasks.get(id)!;
        const to = heirOf(state, purpose, child, task, context);
        if (stands(state, round, to === null ? 'withdraw' : 'reassign', id)) continue;
        if (to === null) found.withdrawn.push({ round, task: id });
        else
          found.moves.push({ round, task: id, from: person, to, due: dueFor(task.due, termsOf(state), to, context) });
      }
    }
  }
  return found.moves.length || found.withdrawn.length ? [event('LeaversReplaced', found)] : [];
}

function heirOf(state: CycleState, purpose: CyclePurpose, child: RoundState, task: Task, context: Context) {
  const to = HEIRS[purpose]!(state, task, context);
  return to !== null && isEmployed(context.organisation, to) && mayTake(child, to, task.id) ? to : null;
}

/** Where nobody heads the department, and nobody is above it, whoever runs the cycle answers or gives it to somebody. */
function speakerNow(state: CycleState, department: string, context: Context): PersonId | null {
  return speakerOf(state, department, context.organisation) ?? ableToRun(runners(state), context)[0] ?? null;
}

function approverNow(state: CycleState, { id, due }: Task, context: Context): PersonId | null {
  const { organisation, now } = context;
  const asked = state.approval?.approvers[approverIn(id)];
  if (!asked) return null;
  const head = asked.department === null ? undefined : organisation.departments.get(asked.department)?.head;
  const span = { from: now, to: Math.max(now, due) };
  const whose = head ?? asked.insteadOf ?? asked.person;
  return deciderFor(state, organisation, whose, new Set(plannersOf(state)), span)?.person ?? null;
}
