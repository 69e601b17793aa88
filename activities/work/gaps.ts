import { findingsOf } from '../../domain/cycle/ratings/findings.ts';
import type { CycleReading } from './cycle-reading.ts';
import type { SlowWork } from './slow.ts';

/** What the ratings show: gaps of departments, diagnosed needs, what is missing, views that are far apart. */
export const analyseGaps: SlowWork<CycleReading> = async ({ state, rounds, organisation }, key) => ({
  type: 'recordGaps',
  body: { key, findings: findingsOf(state, rounds, organisation) },
});
