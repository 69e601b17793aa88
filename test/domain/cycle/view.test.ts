import { expect, test } from '@jest/globals';
import { waitingForOperations } from '../../../domain/cycle/view.ts';
import { cycleCompany } from './company.ts';
import { CycleRun } from './run.ts';

const waiting = (run: CycleRun) => waitingForOperations(run.state, run.memory.organisation);

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
