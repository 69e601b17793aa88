import process from 'node:process';
import { Clock } from '../../db/clock.ts';

/** A Monday morning in Shanghai. */
const USUAL = '2027-01-04T09:00:00+08:00';

/**
 * The instant at which the procedures of all tests begin, whatever the day is on which they run. ROSTRUM_TEST_START, an
 * ISO instant with its offset, moves it: `npm run test:dates` tries the days that are not like others.
 */
export const START: number = startOf(process.env.ROSTRUM_TEST_START || USUAL);

function startOf(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant) || !/(Z|[+-]\d\d:\d\d)$/.test(text))
    throw new Error(`ROSTRUM_TEST_START is "${text}"; give an instant with its offset, as in ${USUAL}.`);
  return instant;
}

/** Procedure time of a test file: it begins at START when the file does, and passes as the time of the servers does. */
export const clock = new Clock(Date.now(), START);
