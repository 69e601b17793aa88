import { expect, test } from '@jest/globals';
import { makeWork } from '../../activities/work/index.ts';
import { CYCLE_PURPOSES, CYCLE_STAGES } from '../../contracts/cycle/terms.ts';
import type { ProcessType } from '../../contracts/ids.ts';
import { kindNames } from '../../contracts/kinds.ts';
import { OFFERING_PURPOSES, OFFERING_STAGES } from '../../contracts/offering/terms.ts';
import { PURPOSES, STAGES } from '../../contracts/selection/terms.ts';
import { COURSE_DELIVERY } from '../../workflows/course-delivery.ts';
import type { Stages, Teller } from '../../workflows/engine/stages.ts';
import { TRAINER_SELECTION } from '../../workflows/trainer-selection.ts';
import { TRAINING_PLAN_CYCLE } from '../../workflows/training-plan-cycle.ts';

/** What a story waits for, in its order, when everything it waits for comes. */
async function toldBy(stages: Stages): Promise<{ rounds: string[]; kinds: ProcessType[]; work: string[] }> {
  const told = { rounds: [] as string[], kinds: [] as ProcessType[], work: [] as string[] };
  const teller: Teller = {
    round: async (name) => void told.rounds.push(name),
    children: async (kind) => void told.kinds.push(kind),
    work: async (kind) => void told.work.push(kind),
    passed: async () => undefined,
  };
  for (const tell of Object.values(stages)) await tell(teller);
  return told;
}

const WORK = Object.keys(makeWork({} as never));

test.each([
  ['the selection of trainers', TRAINER_SELECTION, STAGES, PURPOSES],
  ['the training-plan cycle', TRAINING_PLAN_CYCLE, CYCLE_STAGES, CYCLE_PURPOSES],
  ['the delivery of a course', COURSE_DELIVERY, OFFERING_STAGES, OFFERING_PURPOSES],
] as const)('%s is told stage by stage as it is defined', async (_, stories, stages, purposes) => {
  expect([...Object.keys(stories), 'closed']).toEqual(stages);
  const { rounds, kinds, work } = await toldBy(stories);
  expect(rounds.filter((round) => !(purposes as readonly string[]).includes(round))).toEqual([]);
  expect(kinds.filter((kind) => !kindNames().includes(kind))).toEqual([]);
  expect(work.filter((kind) => !WORK.includes(kind))).toEqual([]);
  expect(rounds.length).toBeGreaterThan(3);
});

test('every slow work that there is has its place in a story', async () => {
  const told = await Promise.all([TRAINER_SELECTION, TRAINING_PLAN_CYCLE, COURSE_DELIVERY].map(toldBy));
  expect(told.flatMap((t) => t.work).sort()).toEqual([...WORK].sort());
});
