import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { parseArgs } from 'node:util';

/*
 * Runs the suites that know time on days that are not like others, each in a zone of the machine; it takes hours.
 *   npm run test:dates                                   every day, in one zone each
 *   npm run test:dates -- --zones UTC,Asia/Shanghai      every day in each of these zones
 *   npm run test:dates -- --days leap-day journeys/cycle one day, the files whose names match
 */

const DAYS = {
  'sunday-evening': ['2027-01-03T20:30:00+08:00', 'Asia/Shanghai'],
  'new-years-eve': ['2027-12-31T23:30:00+08:00', 'UTC'],
  'leap-day': ['2028-02-29T09:00:00+08:00', 'America/Chicago'],
  'spring-in-europe': ['2027-03-28T01:30:00+01:00', 'Europe/Berlin'],
  'autumn-in-europe': ['2027-10-31T02:30:00+02:00', 'Europe/Berlin'],
  'spring-in-chicago': ['2027-03-14T01:30:00-06:00', 'America/Chicago'],
  'autumn-in-chicago': ['2027-11-07T01:30:00-05:00', 'America/Chicago'],
};

/** Folders of test/ whose tests open procedures, reckon with days, or write them. */
const SUITES = 'activities|api|cli|contracts|db|documents|domain|engine|faults|files|journeys|notices|samples';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { days: { type: 'string' }, zones: { type: 'string' } },
});
const files = positionals.length ? positionals : [`test/(${SUITES})/`];

const failed = [];
for (const day of values.days?.split(',') ?? Object.keys(DAYS)) {
  if (!DAYS[day]) throw new Error(`There is no day ${day}; the days are ${Object.keys(DAYS).join(', ')}.`);
  const [start, usual] = DAYS[day];
  for (const zone of values.zones?.split(',') ?? [usual]) {
    console.error(`\n== ${day} (${start}) in ${zone}`);
    const env = { ...process.env, ROSTRUM_TEST_START: start, TZ: zone };
    const { status } = spawnSync('npm', ['run', '-s', 'jest', '--', '--ci', ...files], { env, stdio: 'inherit' });
    if (status !== 0) failed.push(`${day} in ${zone}`);
  }
}
console.error(failed.length ? `\nRed: ${failed.join(', ')}` : '\nGreen on every day');
process.exitCode = failed.length ? 1 : 0;
