import { lastAnchor } from '../../db/anchor.ts';
import { type Clock, readClock } from '../../db/clock.ts';
import type { Pool } from '../../db/connection.ts';
import { KeyRing } from '../../db/keys.ts';
import { waitingLooks } from '../../db/looks.ts';
import { schemaGap } from '../../db/migrate.ts';
import { poisoned } from '../../db/outbox/due.ts';
import { behind, stalledWork, streamsInTrouble } from '../../db/streams.ts';
import { outboxTrouble } from '../../db/trouble.ts';
import { DAY_MS, MINUTE_MS } from '../../domain/calendar/day.ts';
import { operatorsOf } from '../../engine/operator.ts';
import { WORK_TAKES_MS } from '../../engine/watchman.ts';
import { type Finding, fail, finding, ok, warn } from './finding.ts';
import { rightsFindings } from './rights.ts';

const LOOK = 'see that the workers run, then rostrum recover';

/** What the database tells about itself and about everything that waits in it. */
export async function databaseFindings(pool: Pool, masterKey: string | undefined): Promise<Finding[]> {
  const schema = await finding('Schema', 'run rostrum migrate', () => schemaFinding(pool));
  if (schema.state === 'fail') return [schema];
  const clock = await readClock(pool);
  return [
    schema,
    await finding('Master key', 'give the key that belongs to this database', () => keyFinding(pool, masterKey)),
    clockFinding(clock),
    ...(await rightsFindings(pool)),
    await anchorFinding(pool),
    await operatorFinding(pool, masterKey, clock),
    await troubleFinding(pool),
    await behindFinding(pool, clock),
    await workFinding(pool),
    ...(await outboxFindings(pool, clock)),
  ];
}

async function schemaFinding(pool: Pool): Promise<Finding> {
  const { missing, unknown } = await schemaGap(pool);
  if (unknown.length) return fail('Schema', `is of a newer Rostrum (${unknown.join(', ')})`, 'update this Rostrum');
  if (missing.length) return fail('Schema', `lacks ${missing.join(', ')}`, 'run rostrum migrate');
  return ok('Schema', 'is up to date');
}

async function keyFinding(pool: Pool, masterKey: string | undefined): Promise<Finding> {
  if (!masterKey) return warn('Master key', 'was not given, so it was not tried', 'set ROSTRUM_MASTER_KEY');
  await new KeyRing(pool, masterKey).prove();
  return ok('Master key', 'opens what the database holds');
}

async function operatorFinding(pool: Pool, masterKey: string | undefined, clock: Clock): Promise<Finding> {
  if (!masterKey) return warn('Operations', 'were not looked up without the master key', 'set ROSTRUM_MASTER_KEY');
  const operations = await operatorsOf({ pool, keys: new KeyRing(pool, masterKey), clock });
  if (!operations.length) return fail('Operations', 'nobody is of operations', 'run rostrum operator add E001');
  if (operations.length > 1) return ok('Operations', `are ${operations.join(', ')}`);
  const mend = 'grant the role to a second person: rostrum role grant E002 operations';
  return warn('Operations', `is ${operations[0]} alone`, mend);
}

function clockFinding({ scale }: Clock): Finding {
  if (scale === 1) return ok('Clock', 'runs in real time');
  return warn('Clock', `runs ${scale} times faster than real time`, 'use another data folder for real work');
}

async function anchorFinding(pool: Pool): Promise<Finding> {
  const { number, keptAt } = await lastAnchor(pool);
  const mend = 'set ROSTRUM_ANCHOR_FOLDER or ROSTRUM_ANCHOR_MAIL of the engine, and read its log';
  if (keptAt === null) return warn('Anchor', 'the ledger was never anchored outside the database', mend);
  const days = Math.floor((Date.now() - keptAt) / DAY_MS);
  if (days < -1)
    return warn('Anchor', 'the last one is noted for a time to come', 'see who wrote into the table anchor');
  if (days >= 2) return warn('Anchor', `the last one was handed out ${days} days ago`, mend);
  return ok('Anchor', `${number} so far, the last one at ${new Date(keptAt).toISOString().slice(0, 16)}Z`);
}

async function troubleFinding(pool: Pool): Promise<Finding> {
  const [first, ...more] = await streamsInTrouble(pool);
  if (!first) return ok('Time', 'acts in every procedure');
  const others = more.length ? `, and in ${more.length} more` : '';
  const found = `fails in ${first.stream} (${first.trouble})${others}; commands are taken all the same`;
  return fail('Time', found, "read the engine's log for it; it is tried again every few minutes");
}

async function behindFinding(pool: Pool, clock: Clock): Promise<Finding> {
  const due = await behind(pool, clock.toProcedure(Date.now() - MINUTE_MS));
  const asked = await waitingLooks(pool, MINUTE_MS);
  const streams = [...new Set([...due, ...asked])];
  if (!streams.length) return ok('Procedures', 'none is behind its time');
  const some = streams.slice(0, 5).join(', ');
  const found = `${streams.length} were due, or asked to look, more than a minute ago and did not move: ${some}`;
  return fail('Procedures', found, LOOK);
}

async function workFinding(pool: Pool): Promise<Finding> {
  const [first, ...more] = await stalledWork(pool, WORK_TAKES_MS);
  if (!first) return ok('Slow work', 'none is waited for long');
  const others = more.length ? `, and ${more.length} more` : '';
  const found = `${first.work} of ${first.stream} is wanted for more than an hour and has not come in${others}`;
  return fail(
    'Slow work',
    found,
    "see that the work worker runs, and read its log and the engine's for that procedure",
  );
}

async function outboxFindings(pool: Pool, clock: Clock): Promise<Finding[]> {
  const { failed, overdue, postponed, why } = await outboxTrouble(pool, clock.toProcedure(Date.now() - 10 * MINUTE_MS));
  const poison = await poisoned(pool, 2);
  const findings: Finding[] = [];
  if (failed)
    findings.push(warn('Notices', `${failed} could not be delivered`, 'read why: rostrum notices --state failed'));
  if (postponed)
    findings.push(
      warn('Notices', `${postponed} were put off and are tried again; the latest: ${why}`, 'see to what it says'),
    );
  if (poison.length) {
    const { person, template, id } = poison[0]!;
    const found = `${poison.length} ended the worker that delivered them, first ${template} to ${person} (${id})`;
    findings.push(fail('Notices', found, 'look at the log of the notices worker for that message'));
  }
  if (overdue) {
    const mend = 'see that the notices worker runs and has a channel: ROSTRUM_SMTP_URL or ROSTRUM_WEBHOOK_URL';
    findings.push(warn('Notices', `${overdue} should have gone out more than ten minutes ago`, mend));
  }
  return findings.length ? findings : [ok('Notices', 'none failed, none is late')];
}
