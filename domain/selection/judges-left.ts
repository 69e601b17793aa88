import type { PersonId } from '../../contracts/ids.ts';
import { house } from '../../contracts/reasons.ts';
import type { SelectionEvent, SelectionEventBodies } from '../../contracts/selection/events.ts';
import { stands } from '../procedure/refused-orders.ts';
import { childOf, openRounds } from '../procedure/rounds.ts';
import type { Context } from '../process.ts';
import { alarm, event, type Part, place } from './kit.ts';
import { judgesOf } from './measures.ts';
import { takeBack } from './open-tasks.ts';
import { unopened } from './pairs.ts';
import { isEmployed } from './people.ts';
import { waive } from './reviewers.ts';
import type { SelectionState } from './state.ts';

type Left = SelectionEventBodies['JudgeLeft'];

/**
 * Somebody who judges leaves the company: what they have not answered is taken back on the day, and goes to somebody else
 * where others may answer it; operations are told. What they have answered stands.
 */
export const judgesLeft = {
  folds: {
    JudgeLeft(state, { person, reviews }) {
      if (!state.left.includes(person)) state.left = [...state.left, person];
      const gone = new Set(reviews.map((r) => `${r.round} ${r.task}`));
      const lost = state.pairs.filter((p) => gone.has(`${p.round} ${p.task}`));
      if (!lost.length) return;
      state.pairs = state.pairs.filter((p) => !lost.includes(p));
      if (state.reviews === 'everyone') for (const { application } of lost) waive(state, application);
      state.basis++;
      state.shortages = [];
    },
  },
  follows: {
    JudgeLeft: (state, { person, tasks }) => [
      ...takeBack(tasks, house('person-left')),
      ...alarm(state, 'judge-left', { people: [person] }),
    ],
  },
} satisfies Part;

/** Learns who of those who judge, or hold a task of the selection, has left: each once, and again if they hold something. */
export function judgesLeftDue(state: SelectionState, { organisation, ...context }: Context): readonly SelectionEvent[] {
  const found = new Map<PersonId, Left>();
  const leftBehind = (person: PersonId) => {
    const body = found.get(person) ?? { person, reviews: [], tasks: [] };
    found.set(person, body);
    return body;
  };
  // Whoever leaves when all is decided leaves nothing behind, unless they hold something all the same.
  if (place(state.stage) < place('results')) {
    for (const person of judgesOf(state))
      if (!isEmployed(organisation, person) && !state.left.includes(person)) leftBehind(person);
  }
  for (const { id: round, purpose } of openRounds(state)) {
    // Whoever is above an applicant next is asked for the agreement, by the stage itself.
    const child = purpose === 'agreements' ? undefined : childOf({ organisation, ...context }, round);
    if (!child || child.phase === 'settled') continue;
    for (const [person, { open }] of child.desks) {
      if (isEmployed(organisation, person)) continue;
      const tasks = [...open].filter((task) => !stands(state, round, 'withdraw', task));
      if (!tasks.length) continue;
      const body = leftBehind(person);
      body.tasks.push({ round, tasks });
      if (purpose === 'review') body.reviews.push(...tasks.map((task) => ({ round, task })));
    }
  }
  for (const { reviewer, task } of unopened(state))
    if (!isEmployed(organisation, reviewer)) leftBehind(reviewer).reviews.push({ round: null, task });
  return [...found.values()].map((body) => event('JudgeLeft', body));
}
