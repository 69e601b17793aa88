import { expect, test } from '@jest/globals';
import { LATEST, type StreamId } from '../../contracts/ids.ts';
import { previewOf } from '../../domain/preview/preview.ts';
import { Memory } from '../../domain/turn/memory.ts';
import { anybody } from '../../domain/turn/rights.ts';
import { whatIf } from '../../domain/turn/what-if.ts';
import { cycleCompany } from '../domain/cycle/company.ts';
import { admit } from './admit.ts';
import { DRIVERS, driveTerms, KIND, OPS, START } from './company.ts';
import type { DriveState } from './kit.ts';

admit();

const ID: StreamId = `${KIND}:van`;
const REPORT = `round:${ID.replace(':', '.')}.report` as StreamId;
const VERDICT = `round:${ID.replace(':', '.')}.verdict` as StreamId;

function opened(): Memory {
  const memory = new Memory(cycleCompany(), START);
  expect(memory.send(ID, 'open', driveTerms(), OPS)).toBeNull();
  return memory;
}

const stateIn = (memory: Memory) => memory.streams.get(ID)!.state as DriveState;

test('it goes from stage to stage by the answers and the dates', async () => {
  const memory = opened();
  for (const [i, person] of DRIVERS.entries())
    expect(memory.send(REPORT, 'submit', { task: person, answer: { mark: i + 3 } }, person)).toBeNull();
  expect(stateIn(memory)).toMatchObject({ stage: 'deciding', reported: { mean: 4, reports: 3 } });
  expect(memory.send(VERDICT, 'submit', { task: 'verdict', answer: { buy: true } }, 'D1-1')).toBeNull();
  expect(stateIn(memory).stage).toBe('telling');
  await memory.until(LATEST);
  expect(stateIn(memory)).toMatchObject({ phase: 'closed', stage: 'closed', buy: true });
});

test('a stage that is run again asks again, and goes on by the new answers', () => {
  const memory = opened();
  const answer = (round: StreamId, mark: number) => {
    for (const person of DRIVERS)
      expect(memory.send(round, 'submit', { task: person, answer: { mark } }, person)).toBeNull();
  };
  answer(REPORT, 2);
  expect(memory.send(ID, 'reopenStage', { stage: 'trying', reason: 'It rained.' }, OPS)).toBeNull();
  expect(stateIn(memory)).toMatchObject({ stage: 'trying', runs: { trying: 2 } });
  answer(`${REPORT}-2`, 5);
  expect(stateIn(memory)).toMatchObject({ stage: 'deciding', reported: { mean: 5 } });
});

test('its preview goes to its end, and shows what is sent when nobody answers before they must', async () => {
  const { refusal, notes, stages, messages } = await previewOf(KIND, driveTerms(), cycleCompany(), {
    owner: OPS,
    now: START,
  });
  expect([refusal, notes]).toEqual([null, []]);
  expect(stages.map((s) => s.stage)).toEqual(['trying', 'deciding', 'telling']);
  const { plan } = stateIn(opened());
  for (const { stage, start, end, latestStart, latestEnd } of stages) {
    expect({ start, end }).toEqual(plan[stage]);
    expect(latestStart! >= start! && latestEnd! >= end!).toBe(true);
  }
  expect(messages.map((m) => `${m.purpose} ${m.template} ${m.rung} ${m.people}`)).toEqual([
    `report round.invitation null ${DRIVERS}`,
    ...[
      `report round.reminder 0 ${DRIVERS}`,
      `report round.reminder 1 ${DRIVERS}`,
      'report round.escalation null D2-1',
    ],
    `null testDrive.attention null ${OPS}`,
    ...['verdict round.invitation null D1-1', 'verdict round.reminder 0 D1-1'],
    ...['verdict round.reminder 1 D1-1', 'verdict round.escalation null D1-2'],
    `null testDrive.decided null ${DRIVERS}`,
  ]);
  const refused = await previewOf(KIND, driveTerms({ decider: 'nobody' }), cycleCompany(), { owner: OPS, now: START });
  expect(refused.refusal).toBe('nobody does not work here; name somebody else.');
});

test('what a command would bring about is what it brings about', async () => {
  const memory = opened();
  const streams = [...memory.streams.values()].map(({ stream, state, version, owner, at, closed, news, wake }) => {
    return { stream, state, version, owner, at, closed, news, wake };
  });
  const scene = { now: START, organisation: memory.organisation, streams, rights: anybody };
  const at = stateIn(memory).until! + 86_400_000;
  const ask = (type: string, body: object) =>
    whatIf(scene, { stream: ID, type, body, actor: OPS }, START + 60 * 86_400_000);
  const moved = await ask('moveDate', { stage: 'trying', at, reason: 'Snow.' });
  expect(moved.tasks).toEqual([{ round: REPORT, added: 0, gone: 0, moved: 3, movedTo: at }]);
  expect(moved.stages.map((s) => s.stage)).toEqual(['trying', 'deciding', 'telling']);
  const cancelled = await ask('cancel', { reason: 'Sold out.' });
  expect(cancelled.tasks).toEqual([{ round: REPORT, added: 0, gone: 3, moved: 0, movedTo: null }]);
  expect(cancelled.fewer.messages).toBeGreaterThan(0);
  expect(stateIn(memory).phase).toBe('running');
});

test('it pauses with its rounds, goes on with as much time as before, and is cancelled with them', async () => {
  const memory = opened();
  const round = () => memory.streams.get(REPORT)!.state as { phase: string };
  const { until } = stateIn(memory);
  expect(memory.send(ID, 'pause', { reason: 'Snow.' }, OPS)).toBeNull();
  expect([stateIn(memory).phase, round().phase]).toEqual(['paused', 'held']);
  await memory.until(START + 3 * 86_400_000);
  expect(memory.send(ID, 'resume', { reason: 'Thaw.' }, OPS)).toBeNull();
  expect([stateIn(memory).phase, round().phase]).toEqual(['running', 'open']);
  expect(stateIn(memory).until!).toBeGreaterThan(until!);
  expect(memory.send(ID, 'cancel', { reason: 'Sold out.' }, OPS)).toBeNull();
  expect([stateIn(memory).phase, round().phase]).toEqual(['cancelled', 'settled']);
  expect(memory.send(ID, 'pause', { reason: 'Late.' }, OPS)).toMatchObject({ code: 'procedure-closed' });
});
