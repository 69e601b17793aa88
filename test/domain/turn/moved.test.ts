import { expect, test } from '@jest/globals';
import type { StreamId } from '../../../contracts/ids.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import type { Memory } from '../../../domain/turn/memory.ts';
import { atNeeds, CONFIRMING } from '../cycle/needing.ts';
import { atCompiling } from '../cycle/planned.ts';
import { type CycleRun, OPS } from '../cycle/run.ts';
import { ID as COURSE, Course } from '../offering/scenario.ts';
import { Scenario, ID as SELECTION } from '../selection/scenario.ts';

const reason = 'It was seen to.';
const types = (memory: Memory, stream: StreamId) => memory.streams.get(stream)!.events.map((e) => e.type);

/** Operations close a round in the moment between the look of its owner and its lock. */
function closesMeanwhile(memory: Memory, round: StreamId): () => number {
  let closed = 0;
  memory.meanwhile = () => {
    expect(memory.send(round, 'close', { reason }, OPS)).toBeNull();
    closed++;
  };
  return () => closed;
}

test('whoever causes an order to a round that closes meanwhile hears of it, and nothing has happened', async () => {
  const s = await (await new Scenario({ nominations: () => null }).start()).to('publicity');
  await s.send('nominate', { person: 'D2-3', reason: 'Teaches well.' }, 'D2-2');
  const closed = closesMeanwhile(s.memory, s.round('nominations')!.stream);
  const before = types(s.memory, SELECTION);
  expect(s.refused('nominate', { person: 'D2-4', reason: 'Teaches well.' }, 'D2-2')).toContain('is closed');
  expect(closed()).toBe(1);
  expect(s.state.nominations['D2-4']).toBeUndefined();
  const after = types(s.memory, SELECTION);
  expect(after.filter((t) => t === 'Nominated')).toEqual(before.filter((t) => t === 'Nominated'));
  expect(after).not.toContain('OrderRefused');
});

test('an order that has come to nothing meanwhile is no fault', async () => {
  const s = await (await new Scenario({ acknowledgement: () => null }).start()).to('measures');
  const closed = closesMeanwhile(s.memory, s.round('acknowledgement')!.stream);
  await s.send('cancel', { reason });
  expect(closed()).toBe(1);
  expect(s.memory.refusedOrders).toEqual([]);
  expect(types(s.memory, SELECTION)).not.toContain('OrderRefused');
});

test('a decision counts only as it is taken with the child as it stands: what was taken before leaves nothing behind', async () => {
  const course = new Course({ seats: () => null, support: () => null }).open();
  await course.to('invitation');
  const closed = closesMeanwhile(course.memory, course.round('support').stream);
  const added = [...course.state.planned!.participants, 'D4-5'];
  course.change('participants', { participants: added, seats: 7 });
  expect(closed()).toBe(1);
  expect(course.state.seats['D4-5']).toBe('asked');
  const { events } = course.memory.streams.get(COURSE)!;
  expect(events.map((e) => e.version)).toEqual(events.map((_, i) => i + 1));
  expect(events.filter((e) => e.type === 'OrderRefused').length).toBeLessThanOrEqual(1);
});

/** Somebody answers in the moment between the look of the round's owner and its lock, and hears that it is accepted. */
function answersMeanwhile(memory: Memory, round: RoundState, task: string, answer: object): () => number {
  let answered = 0;
  memory.meanwhile = () => {
    expect(memory.send(round.stream, 'submit', { task, answer }, round.tasks.get(task)!.assignee)).toBeNull();
    answered++;
  };
  return () => answered;
}

const finish = (run: CycleRun, stage: string) => run.send('finishStage', { stage, reason });

test('a leader who gives in the moment in which the stage is finished has given', async () => {
  const run = await (await atCompiling({ commitments: () => null })).to('commitments');
  const answered = answersMeanwhile(run.memory, run.round('commitments')!, 'money', { answer: 'give' });
  await finish(run, 'commitments');
  expect(answered()).toBe(1);
  expect(run.state.commitments).toMatchObject({ money: { answer: 'given' }, hall: { answer: 'silent' } });
});

test('a department that answers in the moment in which the stage is finished has answered', async () => {
  const run = await atNeeds();
  const answer = CONFIRMING.needs!(run.round('needs')!.tasks.get('D2')!, run)!;
  const answered = answersMeanwhile(run.memory, run.round('needs')!, 'D2', answer);
  await finish(run, 'needs');
  expect(answered()).toBe(1);
  expect(run.state.departments).toMatchObject({ D2: { returned: 'needs' }, D3: { returned: 'silent' } });
});

test('an endorser who answers in the last moment of the publicity is heard', async () => {
  const s = await (await new Scenario({ endorsements: () => null, nominations: () => null }).start()).to('publicity');
  const { memory } = s;
  const round = s.round('endorsements')!;
  const [task] = round.tasks.values();
  const end = s.state.until!;
  const answered = answersMeanwhile(memory, round, task!.id, { supports: true, words: 'Go and teach.' });
  const answer = memory.meanwhile!;
  memory.now = end;
  memory.meanwhile = (streams) => {
    memory.now = end - 1;
    answer(streams);
    memory.now = end;
  };
  memory.poke(SELECTION);
  expect(answered()).toBe(1);
  expect(s.state.endorsements!.supporting).toEqual([task!.assignee]);
});
