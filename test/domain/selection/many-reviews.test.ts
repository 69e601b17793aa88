import { expect, test } from '@jest/globals';
import { MOST_TASKS } from '../../../contracts/round.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import { Scenario } from './scenario.ts';

const REVIEWERS = 170;
const APPLICANTS = 120;

test('more reviews than a round holds are asked for in two, and counted together', async () => {
  const s = new Scenario();
  const like = s.memory.organisation.people.get('D2-2')!;
  const people = new Map(s.memory.organisation.people);
  const add = (id: string) => people.set(id, { ...like, id });
  for (let n = 1; n <= REVIEWERS; n++) add(`R-${n}`);
  for (let n = 1; n <= APPLICANTS; n++) add(`A-${n}`);
  s.memory.organisation = { ...s.memory.organisation, people };
  const reviewers = Array.from({ length: REVIEWERS }, (_, n) => ({
    person: `R-${n + 1}`,
    topics: [],
    limit: APPLICANTS,
  }));
  const conflicts = { department: false, line: false };
  await s.start({ reviewers, reviews: 'everyone', conflicts, disagreementLimit: null });
  await s.to('call');
  for (let n = 1; n <= APPLICANTS; n++) {
    const body = { profile: 'Twenty years.', topics: ['safety'], outline: 'Valves.', hoursPerMonth: 4 };
    expect(s.memory.send('selection:trainers-2027', 'apply', body, `A-${n}`)).toBeNull();
  }
  await s.to('review');
  expect(s.memory.refusedOrders).toEqual([]);
  const rounds = Object.values(s.state.rounds)
    .filter((r) => r.purpose === 'review')
    .map((r) => s.memory.streams.get(r.id)!.state as RoundState);
  expect(rounds.map((r) => r.tasks.size)).toEqual([MOST_TASKS, REVIEWERS * APPLICANTS - MOST_TASKS]);
  expect(s.state.pairs.filter((p) => p.round === null)).toEqual([]);
}, 120_000);
