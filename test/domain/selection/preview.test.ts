import { expect, test } from '@jest/globals';
import { SELECTION_COMMANDS } from '../../../contracts/selection/commands.ts';
import { STAGES } from '../../../contracts/selection/terms.ts';
import { previewOf } from '../../../domain/preview/preview.ts';
import { company } from './company.ts';
import { ID, OPS, Scenario, START, terms } from './scenario.ts';

const preview = (of = terms()) =>
  previewOf('selection', SELECTION_COMMANDS.open.parse(of), company(), { owner: OPS, now: START });

test('a selection is previewed from its measures to the appointments', async () => {
  const { refusal, notes, stages, messages } = await preview();
  expect([refusal, notes]).toEqual([null, []]);
  expect(stages.map((s) => s.stage)).toEqual(STAGES.slice(0, -1));
  expect(stages.every((s) => s.latestEnd! >= s.end!)).toBe(true);
  const asked = new Set(messages.filter((m) => m.template === 'round.invitation').map((m) => m.purpose));
  for (const purpose of ['acknowledgement', 'endorsements', 'agreements', 'conflicts', 'review', 'panel', 'acceptance'])
    expect([...asked]).toContain(purpose);
  const templates = new Set(messages.map((m) => m.template));
  for (const template of [
    'measures',
    'publicity',
    'call',
    'applicationReceived',
    'reviewer',
    'publicNotice',
    'appointed',
  ])
    expect([...templates]).toContain(`selection.${template}`);
  expect(messages.filter((m) => m.purpose === 'review').every((m) => m.atMost)).toBe(true);
  expect(messages.filter((m) => m.purpose === 'acknowledgement').some((m) => m.atMost)).toBe(false);
});

test('until people apply, what is shown is what is sent when nobody answers', async () => {
  const { messages } = await preview();
  const run = await (await new Scenario({ acknowledgement: () => null, endorsements: () => null }).start()).to('call');
  const before = ['acknowledgement', 'endorsements'];
  const shown = messages
    .filter((m) => before.includes(m.purpose ?? '') && m.template !== 'round.withdrawn')
    .flatMap((m) => m.people.map((p) => `${m.purpose} ${m.template} ${m.rung} ${p} ${m.at}`));
  const rounds = (run.memory.streams.get(ID)!.state as typeof run.state).rounds;
  const sent = run.memory.notices
    .filter((n) => before.includes(rounds[n.stream]?.purpose ?? '') && n.template !== 'round.withdrawn')
    .map((n) => `${rounds[n.stream]!.purpose} ${n.template} ${n.about.rung ?? null} ${n.to} ${n.notBefore}`);
  expect(sent.length).toBeGreaterThan(10);
  expect(shown.sort()).toEqual(sent.sort());
});

test('terms that cannot stand are refused in the preview as at the opening', async () => {
  expect((await preview(terms({ screeners: ['nobody'] }))).refusal).toMatch(/nobody/);
});
