import { expect, test } from '@jest/globals';
import { cycleCompany } from './company.ts';
import { CycleRun, isEven, OPS, START } from './run.ts';

const task = (run: CycleRun, id: string) => run.round('ratings')!.tasks.get(id)!;

test('every direct supervisor is asked about each of their people on the form of the post', async () => {
  const run = await (await new CycleRun().open()).to('ratings');
  expect(run.round('ratings')!.tasks.size).toBe(34);
  expect(task(run, 'D3-6')).toMatchObject({ assignee: 'D3-2', aboutPerson: 'D3-6', form: 'FITTER' });
  expect(task(run, 'D3-1')).toMatchObject({ assignee: 'D1-1', form: 'MANAGER' });
  const fitter = run.round('ratings')!.spec!.forms!.FITTER!.fields;
  expect(fitter.map((f) => f.key)).toEqual(['e_welding', 'e_safety', 'e_planning', 'remarks']);
  expect(fitter.at(-1)!.label.en).toContain('“Scale of levels”, version 1');
});

test('the findings name who falls short of which level, by department', async () => {
  const run = await (await new CycleRun().open()).to('talks');
  const { findings } = run.state;
  expect(findings!.diagnosed.find((d) => d.department === 'D3' && d.element === 'welding')).toEqual({
    department: 'D3',
    element: 'welding',
    level: 5,
    people: ['D3-6'],
    points: 4.5,
  });
  expect(findings!.diagnosed.every((d) => d.people.every(isEven))).toBe(true);
  // The head of the company has nobody above: two elements are missing, not zero.
  expect(findings).toMatchObject({ missing: 2, apart: 0 });
});

test('ratings that are never given are missing, and are not gaps', async () => {
  const run = new CycleRun({ ratings: (t, r) => (t.assignee === 'D3-2' ? null : r.rate(t, 1)) });
  await (await run.open()).to('talks');
  expect(run.state.findings!.missing).toBe(2 + 3 * 3);
  expect(run.state.findings!.diagnosed.some((d) => d.department === 'D3' && d.element === 'welding')).toBe(false);
  const row = run.state.findings!.departments.find((d) => d.department === 'D3' && d.element === 'welding');
  expect(row).toMatchObject({ required: 3, rated: 0, gapSum: null });
});

test('a field that is left empty is missing too', async () => {
  const run = new CycleRun({ ratings: (t, r) => ({ ...r.rate(t, 0), e_planning: null }) });
  await (await run.open()).to('needs');
  expect(run.state.findings!.missing).toBe(2 + 34);
});

test('people rate themselves when the terms say so, and views far apart are counted', async () => {
  const run = new CycleRun({ 'self-ratings': (t, r) => r.rate(t, t.aboutPerson === 'D3-6' ? -1 : 0) });
  await (await run.open({ selfRating: true })).to('ratings');
  expect(run.round('self-ratings')!.tasks.get('D3-6')).toMatchObject({ assignee: 'D3-6', form: 'FITTER' });
  await run.to('talks');
  // The supervisor is one level below, the person one above: two elements two levels apart.
  expect(run.state.findings!.apart).toBe(2);
});

test('open tasks move to a new supervisor, those that are answered stay', async () => {
  const run = await (await new CycleRun().open()).to('ratings');
  await run.submit('ratings', 'D3-5', run.rate(task(run, 'D3-5'), 0));
  run.change('D3-5', { manager: 'D3-4' });
  run.change('D3-6', { manager: 'D3-4' });
  run.change('D3-7', { manager: 'D3-4' });
  await run.look();
  expect(run.events('SupervisorsChanged')).toHaveLength(1);
  expect(task(run, 'D3-5')).toMatchObject({ assignee: 'D3-2', state: 'submitted' });
  expect(task(run, 'D3-6')).toMatchObject({ assignee: 'D3-4', state: 'open' });
  expect(run.told('round.reassigned')).toEqual(['D3-4']);
});

test('when a supervisor leaves, whoever is next above is asked', async () => {
  const run = await (await new CycleRun().open()).to('ratings');
  run.change('D3-2', { employed: false });
  await run.look();
  expect(task(run, 'D3-6')).toMatchObject({ assignee: 'D3-1', state: 'open' });
  expect(task(run, 'D3-2')).toMatchObject({ state: 'withdrawn' });
});

test('a task that a supervisor has delegated stays where it was put', async () => {
  const run = await (await new CycleRun().open()).to('ratings');
  await run.inRound('ratings', 'delegate', { task: 'D3-6', to: 'D3-3', reason: 'Works with her.' }, 'D3-2');
  await run.look();
  expect(task(run, 'D3-6').assignee).toBe('D3-3');
  run.change('D3-3', { employed: false });
  await run.look();
  expect(task(run, 'D3-6').assignee).toBe('D3-2');
});

test('whoever joins in mid-round is rated, also in a post that is new to the round', async () => {
  const run = await (await new CycleRun().open()).to('ratings');
  const { people, posts } = run.memory.organisation;
  const post = { ...posts.get('FITTER')!, code: 'PAINTER' };
  run.memory.organisation = { ...run.memory.organisation, posts: new Map(posts).set('PAINTER', post) };
  run.change('D3-8', { ...people.get('D3-6')!, id: 'D3-8' });
  run.change('D3-9', { ...people.get('D3-6')!, id: 'D3-9', post: 'PAINTER' });
  await run.look();
  expect(task(run, 'D3-8')).toMatchObject({ assignee: 'D3-2', form: 'FITTER' });
  expect(task(run, 'D3-9')).toMatchObject({ assignee: 'D3-2', form: 'PAINTER' });
  expect(run.memory.refusedOrders).toEqual([]);
});

test('whoever changes the post is asked about by the new one, unless the rating was begun', async () => {
  const run = await (await new CycleRun().open()).to('ratings');
  await run.inRound('ratings', 'saveDraft', { task: 'D3-5' }, 'D3-2');
  run.change('D3-5', { post: 'MANAGER' });
  run.change('D3-6', { post: 'MANAGER' });
  await run.look();
  expect(task(run, 'D3-5')).toMatchObject({ state: 'drafted', form: 'FITTER' });
  expect(task(run, 'D3-6')).toMatchObject({ state: 'withdrawn' });
  expect(task(run, 'D3-6:2')).toMatchObject({ state: 'open', form: 'MANAGER', aboutPerson: 'D3-6' });
  expect(run.memory.refusedOrders).toEqual([]);
});

test('posts without an ability model are told to operations and hold nobody up', async () => {
  const organisation = cycleCompany();
  const posts = new Map(organisation.posts).set('FITTER', { ...organisation.posts.get('FITTER')!, elements: [] });
  const run = new CycleRun({}, { organisation: { ...organisation, posts } });
  await (await run.open()).to('talks');
  expect(run.alarms).toEqual(['posts-unratable']);
  expect(run.state.findings!.diagnosed.every((d) => d.element === 'coaching')).toBe(true);
});

test('a company without any ability model goes on to the needs', async () => {
  const run = new CycleRun({}, { organisation: { ...cycleCompany(), posts: new Map() } });
  await (await run.open()).to('needs');
  expect(run.state.findings).toMatchObject({ diagnosed: [], rated: 0, missing: 0 });
  expect(run.round('ratings')).toBeUndefined();
});

test('ratings that are finished early are reckoned with what there is, and open tasks are taken back', async () => {
  const run = await (await new CycleRun({ ratings: () => null }).open()).to('ratings');
  await run.submit('ratings', 'D3-6', run.rate(task(run, 'D3-6'), 1));
  await run.send('finishStage', { stage: 'ratings', reason: 'The board waits.' });
  expect(run.state.stage).toBe('talks');
  expect(run.state.findings!.rated).toBe(3);
  expect(task(run, 'D3-5').state).toBe('withdrawn');
});

test('gaps of a run that is over are refused', async () => {
  const run = await (await new CycleRun().open()).to('talks');
  const findings = run.state.findings!;
  expect(run.refused('recordGaps', { key: 'gaps.1', findings }, 'system')).toMatch(/worked out anew/);
});

test('a changed rating scale is on the forms that nobody has begun, and those concerned are told', async () => {
  const run = await (await new CycleRun().open()).to('ratings');
  await run.inRound('ratings', 'saveDraft', { task: 'D3-5' }, 'D3-2');
  const method = { ...run.state.toolkit.scale!.method, text: { en: 'New anchors.', 'zh-CN': '新锚点' } };
  await run.send('changeMethod', { method, reason: 'Level 4 was unclear.' });
  expect(run.state.toolkit.scale).toMatchObject({ version: 2, since: run.memory.now });
  expect(task(run, 'D3-5').form).toBe('FITTER');
  expect(task(run, 'D3-6').form).toBe('FITTER:v2');
  const { forms } = run.round('ratings')!.spec!;
  expect(forms!['FITTER:v2']!.fields.at(-1)!.label.en).toContain('version 2');
  expect(run.told('cycle.methodChanged')).toContain('D3-2');
  expect(run.memory.refusedOrders).toEqual([]);
  await run.to('talks');
  expect(run.state.findings!.missing).toBe(2);
});

test('a method may be added; another kind under the same name, or the same text, is refused', async () => {
  const run = await new CycleRun().open();
  const { method } = run.state.toolkit.scale!;
  expect(run.refused('changeMethod', { method, reason: 'Nothing new.' })).toMatch(/like that already, in version 1/);
  expect(run.refused('changeMethod', { method: { ...method, kind: 'document' }, reason: 'Mistaken.' })).toMatch(
    /scale is a rating-scale/,
  );
  await run.send('changeMethod', {
    method: { ...method, id: 'incidents', kind: 'incident-list' },
    reason: 'For needs.',
  });
  expect(run.state.toolkit.incidents).toMatchObject({ version: 1, since: START });
});

test('a whole company is asked in one round', async () => {
  const organisation = cycleCompany();
  const people = new Map(organisation.people);
  for (let n = 0; n < 10_000; n++) {
    const id = `X${n}-6`;
    people.set(id, { ...people.get('D3-6')!, id, manager: n < 10 ? 'D3-2' : `X${Math.floor(n / 10)}-6` });
  }
  const run = new CycleRun({}, { organisation: { ...organisation, people } });
  await (await run.open()).answer();
  expect(run.state.stage).toBe('ratings');
  expect(run.round('ratings')!.tasks.size).toBe(10_034);
  expect(run.state.owner).toBe(OPS);
});

test('whoever stands in for a supervisor on leave is asked for the ratings and talks: the deputy, or the next above', async () => {
  const run = new CycleRun();
  run.away('D3-2', '2026-10-20', '2027-12-31');
  run.away('D4-2', '2026-10-20', '2027-12-31');
  await (await run.open({ deputies: { 'D4-2': 'D4-3' } })).to('ratings');
  expect(task(run, 'D3-6').assignee).toBe('D3-1');
  expect(task(run, 'D4-6').assignee).toBe('D4-3');
  await run.look();
  expect(run.events('SupervisorsChanged')).toEqual([]);
});

test('the ratings of a supervisor who falls ill until after they are due go to the next above, and back when the leave ends sooner', async () => {
  const run = await (await new CycleRun({ ratings: () => null }).open()).to('ratings');
  expect(task(run, 'D3-6').assignee).toBe('D3-2');
  run.away('D3-2', '2026-10-20', '2027-12-31');
  await run.look();
  expect(task(run, 'D3-6')).toMatchObject({ assignee: 'D3-1', state: 'open' });
  await run.look();
  expect(run.events('SupervisorsChanged')).toHaveLength(1);
  run.change('D3-2', { absences: [] });
  await run.look();
  expect(task(run, 'D3-6')).toMatchObject({ assignee: 'D3-2', state: 'open' });
});
