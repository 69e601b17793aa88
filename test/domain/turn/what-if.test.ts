import { expect, test } from '@jest/globals';
import { cycleProcess } from '../../../domain/cycle/cycle.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { anybody } from '../../../domain/turn/rights.ts';
import { type Placed, type Scene, whatIf } from '../../../domain/turn/what-if.ts';
import { CycleRun } from '../cycle/run.ts';
import { DAY, ID, OPS, Scenario } from '../selection/scenario.ts';

const PEOPLE = ['D2-2', 'D2-3', 'D2-4'];
const AHEAD = 40 * DAY;

/** The procedure as it stands, for somebody who asks. */
function sceneOf({ now, organisation, streams }: Memory): Scene {
  const placed: Placed[] = [...streams.values()].map(({ stream, state, version, owner, at, closed, news, wake }) => {
    return { stream, state, version, owner, at, closed, news, wake };
  });
  return { now, organisation, streams: placed, rights: anybody };
}

/** Letters as they are counted: by kind, reader and hour. */
const counted = (letters: readonly { template: string; to: string; at: number }[]) =>
  letters.map(({ template, to, at }) => `${at} ${template} ${to}`).sort();
const ofLines = ({ lines }: Awaited<ReturnType<typeof whatIf>>['more']) =>
  counted(lines.flatMap(({ template, at, people }) => people.map((to) => ({ template, to, at }))));

/** What really goes out from now on when nobody answers. */
async function sent(scene: Scene, send: (memory: Memory) => void): Promise<string[]> {
  const memory = new Memory(scene.organisation, scene.now);
  for (const { stream, state, ...standing } of scene.streams) memory.put(stream, state, standing);
  send(memory);
  await memory.until(scene.now + AHEAD);
  return counted(memory.notices.map(({ template, to, notBefore }) => ({ template, to, at: notBefore })));
}

async function inReview(): Promise<Scenario> {
  const s = await (await new Scenario({ review: () => null }).start()).to('call');
  for (const p of PEOPLE) await s.apply(p);
  return s.to('review');
}

test.each([
  ['pause', { reason: 'A flood.' }],
  ['cancel', { reason: 'Nobody can teach this year.' }],
  ['moveDate', { stage: 'review', at: 0, reason: 'Holidays.' }],
  ['reopenStage', { stage: 'reviewers', applications: [], reason: 'Wrong experts.' }],
])('what %s would bring about is what it brings about, and asking changes nothing', async (type, given) => {
  const { memory, state } = await inReview();
  const body = 'at' in given ? { ...given, at: state.until! + 3 * DAY } : given;
  const scene = sceneOf(memory);
  const before = structuredClone({ state, notices: memory.notices });
  const told = await whatIf(scene, { stream: ID, type, body, actor: OPS }, scene.now + AHEAD);
  expect({ state: memory.streams.get(ID)!.state, notices: memory.notices }).toEqual(before);
  expect(told.refusal).toBeNull();
  const without = await sent(scene, () => undefined);
  const withIt = await sent(scene, (played) => expect(played.send(ID, type, body, OPS)).toBeNull());
  expect(told.more.messages + told.fewer.messages).toBeGreaterThan(0);
  expect([...without, ...ofLines(told.more)].sort()).toEqual([...withIt, ...ofLines(told.fewer)].sort());
});

test('a date that moves tells the stages behind it and the tasks that move along', async () => {
  const { memory, state } = await inReview();
  const at = state.until! + 3 * DAY;
  const body = { stage: 'review', at, reason: 'Holidays.' };
  const told = await whatIf(sceneOf(memory), { stream: ID, type: 'moveDate', body, actor: OPS }, memory.now);
  expect(told.stages.find((s) => s.stage === 'review')).toMatchObject({ stream: ID, after: { end: at } });
  expect(told.tasks).toEqual([expect.objectContaining({ added: 0, gone: 0, movedTo: at })]);
  expect(told.tasks[0]!.moved).toBeGreaterThan(0);
});

test('money that moves is told by budget line: what it holds, and what is planned of it', async () => {
  const run = await (await new CycleRun().open()).to('compiling');
  const [line] = cycleProcess.money(run.state);
  const limit = { kind: 'budget', line: line!.line, amount: line!.limit + 1 };
  const supposed = { stream: run.id, type: 'changeLimit', body: { limit, reason: 'More.' }, actor: OPS };
  const { money, refusal } = await whatIf(sceneOf(run.memory), supposed, run.memory.now);
  expect(refusal).toBeNull();
  const { planned } = line!;
  expect(money).toEqual([
    {
      ...{ stream: run.id, line: line!.line },
      ...{ before: { limit: line!.limit, planned }, after: { limit: line!.limit + 1, planned } },
    },
  ]);
});

test('what would be refused is told in the sentence of the refusal, and nothing else', async () => {
  const { memory } = await inReview();
  const supposed = { stream: ID, type: 'finishStage', body: { stage: 'call', reason: 'Done.' }, actor: OPS };
  const told = await whatIf(sceneOf(memory), supposed, memory.now + AHEAD);
  expect(told).toMatchObject({ refusal: expect.stringMatching(/is at "review"/), stages: [], tasks: [], money: [] });
});
