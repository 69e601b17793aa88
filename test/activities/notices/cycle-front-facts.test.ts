import { expect, test } from '@jest/globals';
import { cycleFacts } from '../../../activities/notices/cycle-facts.ts';
import type { ProcedureArchive } from '../../../activities/notices/procedure-archive.ts';
import { isHouseReason } from '../../../contracts/reasons.ts';
import type { Notice } from '../../../domain/process.ts';
import { CycleRun } from '../../domain/cycle/run.ts';
import { renderUnchecked } from '../../notices/render.ts';

function archive(run: CycleRun): ProcedureArchive {
  const { people, departments } = run.memory.organisation;
  return {
    names: async (ids) => new Map([...ids].filter((id) => people.has(id)).map((id) => [id, `Name ${id}`])),
    departments: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const known = departments.get(id);
          return known ? [[id, { en: `The ${known.name}`, 'zh-CN': `${known.nameZh}部` }] as const] : [];
        }),
      ),
    why: async (type) => (run.events(type).length ? 'Somebody said so.' : null),
  };
}

/** The letters of one template, as they would be delivered now in English. */
async function letters(run: CycleRun, template: string): Promise<string[]> {
  const sent = run.memory.notices.filter((n) => n.template === template);
  const texts = await Promise.all(sent.map((n) => letter(run, n)));
  return texts.filter((t) => t !== null);
}

async function letter(run: CycleRun, { to, template, about }: Notice): Promise<string | null> {
  const facts = await cycleFacts({ person: to, template, about }, run.state, archive(run), run.memory);
  const reader = {
    locale: 'en' as const,
    recipientName: to,
    publicUrl: 'https://x.example/',
    timeZone: 'Asia/Shanghai',
  };
  return facts && renderUnchecked(template, facts, reader).text;
}

test('a head reads what is asked, why and by when; whoever has answered reads nothing', async () => {
  const priorities = {
    id: 'year',
    kind: 'priorities',
    title: { en: 'Safety first', 'zh-CN': '安全第一' },
    text: { en: 'x', 'zh-CN': 'x' },
  };
  const run = await new CycleRun().open({ toolkit: [priorities] });
  const texts = await letters(run, 'cycle.mobilisation');
  expect(texts).toHaveLength(5);
  expect(texts[1]).toContain('The D2');
  expect(texts[1]).toMatch(/by .*9 November 2026.*: say whether your department takes part/);
  expect(texts[1]).toContain('Safety first');
  await run.submit('mobilisation', 'D2', { answer: 'accept' });
  await run.look();
  expect(await letters(run, 'cycle.mobilisation')).toHaveLength(4);
});

test('whoever answers for a head who is away, or has left, is told so', async () => {
  const run = new CycleRun();
  run.away('D2-1', '2026-10-26', '2026-11-27');
  run.change('D3-1', { employed: false });
  await run.open();
  const text = (await letters(run, 'cycle.mobilisation')).find((t) => t.includes('The D2'))!;
  expect(text).toContain(
    'in the place of Name D2-1, who is away from Monday, 26 October 2026 to Friday, 27 November 2026',
  );
  expect(text).toContain('Name D3-1, who has left the company');
});

test('every letter up to the needs can be written', async () => {
  const run = new CycleRun({ signatures: () => ({ agrees: false, comment: 'No.' }) });
  run.away('D5-1', '2026-10-20', '2027-01-20');
  run.change('D4-1', { employed: false, manager: null });
  await run.open();
  await run.submit('mobilisation', 'D2', { answer: 'delegate', delegate: ['D2-3'] });
  await run.submit('mobilisation', 'D3', { answer: 'decline', reason: 'No.' });
  await run.to('ratings');
  const { method } = run.state.toolkit.scale!;
  await run.send('changeMethod', { method: { ...method, text: { en: 'y', 'zh-CN': 'y' } }, reason: 'Better.' });
  await run.send('pause', { reason: 'Strike.' });
  await run.send('resume', { reason: 'Peace.' });
  await run.to('needs');
  for (const template of ['speaker', 'methodChanged', 'planDisputed', 'steered', 'attention']) {
    expect((await letters(run, `cycle.${template}`)).length).toBeGreaterThan(0);
  }
  expect((await letters(run, 'cycle.speaker'))[0]).toContain('Name D2-1 has named you to speak for The D2');
  expect((await letters(run, 'cycle.methodChanged'))[0]).toContain('Reason: Somebody said so.');
  expect(run.alarms).toEqual(expect.arrayContaining(['head-away', 'department-without-head', 'department-declined']));
});

test('the reasons that the cycle gives for what it does to them have words', async () => {
  const run = await (await new CycleRun().open()).to('ratings');
  run.change('D3-5', { manager: 'D3-4' });
  run.change('D3-6', { employed: false });
  await run.look();
  const { method } = run.state.toolkit.scale!;
  await run.send('changeMethod', { method: { ...method, text: { en: 'y', 'zh-CN': 'y' } }, reason: 'Better.' });
  await run.send('moveDate', { stage: 'ratings', at: run.state.until! + 86_400_000, reason: 'Later.' });
  await run.send('pause', { reason: 'Strike.' });
  await run.send('resume', { reason: 'Peace.' });
  await run.send('cancel', { reason: 'For good.' });
  const reasons = houseReasons(run);
  expect(reasons.length).toBeGreaterThan(5);
  expect(reasons.filter((r) => !isHouseReason(r))).toEqual([]);
});

/** The reasons in the orders that the cycle gave. */
function houseReasons(run: CycleRun): unknown[] {
  return run.memory.orders.flatMap(({ order }) => (order.command.body as { reason?: unknown }).reason ?? []);
}

test('an alarm about a step of the approval names it as people do', async () => {
  const run = await new CycleRun().open();
  const about = { what: 'approver-missing', step: 'heads', people: ['D3-1'] };
  const text = await letter(run, { kind: 'notice', to: 'D1-2', template: 'cycle.attention', about });
  expect(text).toContain('their word (department heads)');
  expect(text).toContain('- Name D3-1');
});
