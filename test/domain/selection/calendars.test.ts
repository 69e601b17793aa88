import { expect, test } from '@jest/globals';
import type { CycleTerms } from '../../../contracts/cycle/terms.ts';
import type { SelectionTerms } from '../../../contracts/selection/terms.ts';
import { faultOfTerms as faultOfCycle } from '../../../domain/cycle/terms-faults.ts';
import { faultOfTerms as faultOfSelection } from '../../../domain/selection/opening.ts';
import { cycleTerms } from '../cycle/run.ts';
import { company } from './company.ts';
import { OPS, terms } from './scenario.ts';

test('where there is no calendar at all, none is proposed', () => {
  const organisation = { ...company(), calendars: new Map() };
  const faults = [
    faultOfSelection(terms() as SelectionTerms, organisation),
    faultOfCycle(cycleTerms() as unknown as CycleTerms, organisation, OPS),
  ];
  expect(faults.map((f) => f?.detail)).toEqual(Array(2).fill('There is no calendar "CN"; import it.'));
});
