import { describe, test } from '@jest/globals';
import { CYCLE_COMMANDS } from '../../../contracts/cycle.ts';
import { latestPlan } from '../../../domain/cycle/state.ts';
import { atCompiling } from '../cycle/planned.ts';
import { CYCLE, CycleRun, cycleTerms, DAY, OPS } from '../cycle/run.ts';
import { expectUnharmed } from './sending.ts';

const label = { en: 'Text', 'zh-CN': '文本' };
const reason = 'For a good reason.';
const ladder = [
  { offset: '-2bd', to: 'assignee' },
  { offset: '0bd', to: 'manager' },
  { offset: '2d', to: 'owner' },
];

const FRONT = ['mobilisation', 'ratings', 'needs', 'sourcing'] as const;
const BACK = ['compiling', 'approval', 'execution'] as const;

describe('a training-plan cycle', () => {
  const types = Object.keys(CYCLE_COMMANDS).filter((type) => type !== 'open');
  const actorOf = (type: string) => (type.startsWith('record') ? 'system' : type.endsWith('Need') ? 'D2-1' : OPS);
  const bodies = (run: CycleRun) => {
    const line = run.state.frozen ? Object.values(run.state.lines)[0] : latestPlan(run.state)?.plan.offerings[0];
    const merged = Object.keys(run.state.merged)[0] ?? 'M-0001';
    const need = Object.values(run.state.needs).find((n) => n.department === 'D2')?.need ?? 'N-00001';
    const stated = {
      department: 'D2',
      element: 'welding',
      level: 5,
      course: 'C-WELD',
      people: ['D2-5'],
      urgency: 1,
      goal: 'Seams hold.',
      problem: 'Leaks.',
    };
    return {
      changeMethod: { method: { id: 'scale', kind: 'rating-scale', title: label, text: label }, reason },
      stateNeed: stated,
      editNeed: { ...stated, need },
      withdrawNeed: { need, reason },
      importNeeds: { needs: [stated] },
      splitNeed: { merged, needs: [need], reason },
      setCourses: { courses: cycleTerms().courses },
      setRooms: { rooms: cycleTerms().rooms },
      setQuotes: {
        quotes: [
          {
            id: 'Q-1',
            provider: 'School',
            course: 'C-WELD',
            runCost: 1000,
            maxSeats: 12,
            validUntil: '2027-12-31',
            rating: 4,
          },
        ],
      },
      setTrainers: { trainers: [{ person: 'D5-3', courses: ['C-WELD'], hours: 30 }] },
      chooseSource: { merged, source: 'internal', course: 'C-WELD', reason },
      amendOffering: {
        offering: line?.id ?? 'O-001',
        days: line?.days ?? ['2027-03-15'],
        room: 'R-1',
        trainer: line?.trainer ?? 'D5-2',
        reason,
      },
      withdrawCommitment: { commitment: 'money', reason },
      requestChange: { change: { kind: 'seats', offering: line?.id ?? 'O-001', seats: 8 }, emergency: false, reason },
      finishStage: { stage: run.state.stage, reason },
      pause: { reason },
      moveDate: { stage: run.state.stage, at: run.memory.now + 30 * DAY, reason },
      reopenStage: { stage: 'ratings', reason },
      cancel: { reason },
      ...(line ? { changeLimit: { limit: { kind: 'budget', line: 'general', amount: 30_000_000 }, reason } } : {}),
    };
  };

  test('that opens', () => {
    const run = new CycleRun();
    const terms = cycleTerms({
      operations: ['D1-4'],
      deputies: { 'D2-1': 'D2-2' },
      policies: { ratings: { ladder, silence: 'wait', grace: '1bd' } },
    });
    return expectUnharmed({
      memory: run.memory,
      stream: CYCLE,
      bodies: { open: terms },
      types: ['open'],
      actorOf: () => OPS,
    });
  });

  test.each(FRONT)('at the stage %s', async (stage) => {
    const run = await new CycleRun().open();
    await run.to(stage === 'sourcing' ? 'summary' : stage);
    if (stage === 'sourcing') await run.send('finishStage', { stage: 'summary', reason });
    await expectUnharmed({
      memory: run.memory,
      stream: CYCLE,
      bodies: bodies(run),
      types,
      actorOf,
      stage: FRONT.indexOf(stage),
    });
  });

  test.each(BACK)('at the stage %s', async (stage) => {
    const run = await atCompiling();
    if (stage !== 'compiling') await run.send('finishStage', { stage: 'compiling', reason });
    await run.to(stage);
    await expectUnharmed({
      memory: run.memory,
      stream: CYCLE,
      bodies: bodies(run),
      types,
      actorOf,
      stage: BACK.indexOf(stage),
    });
  });
});
