import { expect, test } from '@jest/globals';
import { ratingsByDepartment, waitingForOperations } from '../../../domain/cycle/view.ts';
import { cycleCompany } from './company.ts';
import { CycleRun } from './run.ts';

const child = (run: CycleRun) => (id: `${string}:${string}`) => run.memory.streams.get(id as never)?.state as never;
const shown = (run: CycleRun) => ratingsByDepartment(run.state, child(run), run.memory.organisation);
const waiting = (run: CycleRun) => waitingForOperations(run.state, run.memory.organisation);

test('ratings are counted by the department of whoever is rated, and missing is told from open', async () => {
  const run = new CycleRun({ ratings: (t, r) => (t.assignee === 'D3-2' ? null : r.rate(t, 0)) });
  await (await run.open()).to('ratings');
  expect(shown(run).get('D3')).toEqual({ done: 0, open: 7, missing: 0 });
  await run.answer();
  expect(shown(run).get('D3')).toEqual({ done: 4, open: 3, missing: 0 });
  expect(shown(run).get('D1')).toEqual({ done: 6, open: 0, missing: 0 });
  await run.to('needs');
  expect(shown(run).get('D3')).toEqual({ done: 4, open: 0, missing: 3 });
});

test('whoever is asked anew after a change of post is counted once', async () => {
  const run = await (await new CycleRun().open()).to('ratings');
  run.change('D3-6', { post: 'MANAGER' });
  await run.look();
  expect(shown(run).get('D3')).toEqual({ done: 0, open: 7, missing: 0 });
});

test('what operations have to do is said in sentences', async () => {
  const organisation = cycleCompany();
  const run = new CycleRun({}, { organisation: { ...organisation, posts: new Map() } });
  run.change('D3-1', { employed: false, manager: null });
  await run.open();
  expect(waiting(run)).toEqual([
    'Nobody speaks for D3; name a head and import the organisation.',
    'The posts FITTER, MANAGER have no ability model that fits a form; import one before the ratings.',
  ]);
  await run.send('pause', { reason: 'A strike.' });
  expect(waiting(run)).toEqual(['The cycle is paused; resume it or cancel it.']);
  await run.send('cancel', { reason: 'For good.' });
  expect(waiting(run)).toEqual([]);
});
