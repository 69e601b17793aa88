import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { CYCLE_STAGES } from '../../../contracts/cycle/terms.ts';
import type { CyclePurpose } from '../../../contracts/cycle.ts';
import type { Answer } from '../../../contracts/form.ts';
import type { Actor } from '../../../contracts/ids.ts';
import { formOf } from '../../../domain/round/forms.ts';
import type { RoundState, Task } from '../../../domain/round/state.ts';
import { CONFIRMING } from '../cycle/needing.ts';
import { atExecution, YES } from '../cycle/planned.ts';
import { CYCLE, CycleRun, cycleTerms, DAY, GOOD, OPS, START } from '../cycle/run.ts';
import { answerTo } from '../cycle/whole-year.ts';
import { again, factsOf, lettersOf, lookUntil, outcomesOf, played, type Step } from './looking.ts';

const reason = 'For a reason.';
/** Ends that do not move with when a stage begins. */
const ends = { mobilisation: 8, ratings: 22, talks: 36, needs: 50, summary: 57, sourcing: 64, compiling: 71 };
const later = { commitments: 78, approval: 99 };
const timetable = {
  ...(cycleTerms().timetable as object),
  ...Object.fromEntries(Object.entries({ ...ends, ...later }).map(([stage, day]) => [stage, START + day * DAY])),
};

const FROM = ['mobilisation', 'ratings', 'needs', 'summary', 'execution'] as const;
type From = (typeof FROM)[number];

/** A cycle that has come to a stage, or its first course to its people, and where nobody has answered yet. */
async function begun(from: From): Promise<CycleRun> {
  const habits = { ...CONFIRMING, ...YES };
  const run = from === 'execution' ? await atExecution(habits) : await new CycleRun(habits).open({ timetable });
  await run.to(from);
  if (from !== 'execution') return run;
  const first = Object.values(run.state.lines)
    .flatMap((o) => o.days)
    .sort()[0]!;
  lookUntil(run.memory, Date.parse(`${first}T09:00:00+08:00`) - 10 * DAY);
  return run;
}

function openTasks({ memory }: CycleRun, state: Task['state'] = 'open'): { round: RoundState; task: Task }[] {
  return [...memory.streams.values()]
    .filter(({ stream, version }) => stream.startsWith('round:') && version > 0)
    .map(({ state }) => state as RoundState)
    .flatMap((round) => [...round.tasks.values()].filter((t) => t.state === state).map((task) => ({ round, task })));
}

function answerOf(run: CycleRun, round: RoundState, task: Task): Answer {
  const { purpose } = round.spec!;
  if (!purpose.startsWith('offering-')) {
    const habits = { ...GOOD, ...CONFIRMING, ...YES };
    return habits[purpose.replace('cycle-', '') as CyclePurpose]?.(task, run) ?? { answer: 'nil', reason };
  }
  const fields = formOf(round.spec!, task).fields.map((f) => f.key);
  return Object.fromEntries(Object.entries(answerTo(purpose, task, run) ?? {}).filter(([key]) => fields.includes(key)));
}

type Pick = <T>(list: readonly T[]) => T | undefined;
type Deed = (run: CycleRun, pick: Pick) => void;

const takeBack: Deed = (run, pick) => {
  const one = pick(openTasks(run, 'submitted'));
  if (one) run.memory.send(one.round.stream, 'takeBack', { task: one.task.id }, one.task.assignee);
};
const inRound = (type: string, bodyOf: (run: CycleRun, round: RoundState, task: Task) => object): Deed => {
  return (run, pick) => {
    const one = pick(openTasks(run));
    if (!one) return;
    const body = { task: one.task.id, ...bodyOf(run, one.round, one.task) };
    run.memory.send(one.round.stream, type, body, one.task.assignee);
  };
};
const toCycle = (type: string, bodyOf: (run: CycleRun, pick: Pick) => object, actor: Actor = OPS): Deed => {
  return (run, pick) => void run.memory.send(CYCLE, type, bodyOf(run, pick), actor);
};
const toCourse = (type: string, bodyOf: (people: readonly string[], pick: Pick) => object, actor?: Actor): Deed => {
  return (run, pick) => {
    const course = pick(Object.entries(run.state.offerings));
    if (!course) return;
    const people = run.state.lines[course[0]]?.participants ?? ['D2-5'];
    run.memory.send(course[1].stream, type, bodyOf(people, pick), actor ?? pick(people)!);
  };
};
const line = (run: CycleRun, pick: Pick) => pick(Object.keys(run.state.lines)) ?? 'O-001';

const deed = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constant(inRound('submit', (run, round, task) => ({ answer: answerOf(run, round, task) }))),
  },
  { weight: 3, arbitrary: fc.constant(takeBack) },
  { weight: 1, arbitrary: fc.constantFrom('decline', 'recuse').map((type) => inRound(type, () => ({ reason }))) },
  { weight: 1, arbitrary: fc.constant(inRound('delegate', () => ({ to: 'D3-3', reason }))) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      toCycle('pause', () => ({ reason })),
      toCycle('resume', () => ({ reason })),
      toCycle('finishStage', (run) => ({ stage: run.state.stage, reason })),
      toCycle('moveDate', (run, pick) => ({ stage: pick(CYCLE_STAGES)!, at: run.memory.now + 9 * DAY, reason })),
      toCycle('withdrawNeed', (run, pick) => ({ need: pick(Object.keys(run.state.needs)) ?? 'N-00001', reason })),
      toCycle('requestChange', (run, pick) => ({
        ...{ emergency: pick([true, false]), reason },
        change: { kind: pick(['seats', 'cancel']), offering: line(run, pick), seats: 9 },
      })),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      toCourse('giveUpSeat', () => ({ reason })),
      toCourse('joinWaitingList', (_, pick) => ({ person: pick(['D4-5', 'D5-5', 'D2-5']) }), OPS),
      toCourse('recordAttendance', (people) => ({ present: people.slice(1), absent: people.slice(0, 1) }), OPS),
    ),
  },
);
const story = fc.tuple(
  fc.constantFrom(...FROM),
  fc.array(fc.tuple(fc.constantFrom<Step>('hour', 'hour', 1, 26), deed, fc.nat()), { minLength: 3, maxLength: 15 }),
);

test('a cycle and its courses end alike, whether somebody looked before each command or after it', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ([from, steps]) => {
      const looked = await begun(from);
      const acts = steps.map(([step, act, seed]) => {
        return [step, (run: CycleRun) => act(run, (list) => list[seed % Math.max(list.length, 1)])] as const;
      });
      const moments = await played(looked, acts);
      const late = await begun(from);
      expect(await again(late.memory, CYCLE, moments)).toEqual(outcomesOf(moments));
      expect(factsOf(late.memory)).toEqual(factsOf(looked.memory));
      expect(lettersOf(late.memory)).toEqual(lettersOf(looked.memory));
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 30) },
  );
});
