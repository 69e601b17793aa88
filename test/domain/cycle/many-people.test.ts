import { expect, test } from '@jest/globals';
import { CycleTerms } from '../../../contracts/cycle.ts';
import { MOST_TASKS } from '../../../contracts/round.ts';
import { refusalOfTerms } from '../../../domain/cycle/opening.ts';
import type { OrganisationState } from '../../../domain/organisation/state.ts';
import { openRefusals } from '../../../domain/procedure/refused-orders.ts';
import { cycleCompany } from './company.ts';
import { CycleRun, cycleTerms, OPS, START } from './run.ts';

/** The small company with so many people in all, those who are added in the department and post of one of its people. */
function companyOf(people: number): OrganisationState {
  const small = cycleCompany();
  const like = small.people.get('D2-5')!;
  const all = new Map(small.people);
  for (let n = 1; all.size < people; n++) all.set(`X-${n}`, { ...like, id: `X-${n}` });
  return { ...small, people: all };
}

test('a cycle for more people than a round can ask about is not opened; for one part of them it is', () => {
  const run = new CycleRun({}, { organisation: companyOf(MOST_TASKS + 1) });
  expect(run.refused('open', cycleTerms())).toContain('20001 people are in scope');
  expect(run.memory.send(run.id, 'open', cycleTerms({ departments: ['D1', 'D3'] }), OPS)).toBeNull();
  const terms = CycleTerms.parse(cycleTerms());
  const context = (people: number) => ({ ...run.memory.context, now: START, organisation: companyOf(people) });
  expect(refusalOfTerms(terms, context(MOST_TASKS + 1), OPS)).toMatchObject({ code: 'terms-invalid' });
  expect(refusalOfTerms(terms, context(MOST_TASKS), OPS)).toBeNull();
});

test('a company that grows beyond that meanwhile: operations are told that the ratings could not be asked for', async () => {
  const run = await new CycleRun().open();
  run.memory.organisation = companyOf(MOST_TASKS + 2);
  await run.to('ratings');
  expect(openRefusals(run.state)).toMatchObject([{ type: 'open', code: 'too-many' }]);
  expect(run.told('operations.orderRefused')).toEqual([OPS]);
  await run.days(5);
  expect(openRefusals(run.state)).toHaveLength(1);
});
