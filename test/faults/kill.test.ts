import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { rebuild } from '../../activities/ledger/rebuild.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { TaskSpec } from '../../contracts/round.ts';
import { verifyLedger } from '../../db/verify.ts';
import { roundStanding } from '../../db/views/standing.ts';
import type { Sent } from '../../domain/turn/outcome.ts';
import type { Gateway } from '../../engine/gateway.ts';
import { freePort } from '../../stack/ports.ts';
import { startTemporal, type Temporal } from '../../stack/temporal.ts';
import { smallCompany } from '../harness/company.ts';
import { DurableDatabase } from '../harness/durable.ts';
import { LocalEngine } from '../harness/local-engine.ts';
import { ServiceProcess } from '../harness/service-process.ts';
import { clock } from '../harness/start.ts';
import { reviews } from '../harness/story.ts';

const APPLICATIONS = 300;
const REVIEWERS = 30;
const SUBMITTERS = 32;
const ROUND: StreamId = 'round:killed';

/** P1 leads, P2 to P31 review, the others have applied; every reviewer has thirty applications. */
const TASKS: readonly TaskSpec[] = Array.from({ length: APPLICATIONS * 3 }, (_, i) => {
  const application = Math.floor(i / 3);
  const reviewer = `P${2 + ((application + (i % 3) * 10) % REVIEWERS)}`;
  const person = `P${2 + REVIEWERS + application}`;
  return {
    id: `A${application}.${reviewer}`,
    assignee: reviewer,
    about: `A${application}`,
    aboutPerson: person,
    due: null,
  };
});

const scoreOf = (i: number) => 1 + ((i * 7) % 10);

describe('a review round of 900 assessments while its worker and its database are killed', () => {
  let folder: string;
  let database: DurableDatabase;
  let temporal: Temporal;
  let connection: Connection;
  let worker: ServiceProcess;
  let gateway: Gateway;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'rostrum-test-kill-'));
    [database, temporal] = await Promise.all([
      DurableDatabase.start(),
      freePort().then((port) => startTemporal({ dataDir: folder, port })),
    ]);
    connection = await Connection.connect({ address: temporal.address });
    worker = await ServiceProcess.start('engine', database, temporal.address);
    const client = new Client({ connection });
    gateway = new LocalEngine({ database, client, time: { clock }, complaints: [] }).gateway;
  });
  afterAll(async () => {
    await worker?.stop();
    await connection?.close();
    await temporal?.stop();
    await database?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Sends as a careful client does: the same command under the same id until there is an answer. */
  async function untilAnswered(stream: StreamId, command: Sent): Promise<void> {
    for (;;) {
      try {
        expect(await gateway.send(stream, command)).toMatchObject({ accepted: true });
        return;
      } catch (error) {
        if (error instanceof Error && 'matcherResult' in error) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  test('loses nothing and doubles nothing', async () => {
    const company = smallCompany(1 + REVIEWERS + APPLICATIONS);
    await untilAnswered(ORGANISATION, { id: 'import-01', actor: 'system', type: 'importOrganisation', body: company });
    const body = { spec: reviews(clock.now() + 7 * 86_400_000), tasks: TASKS };
    await untilAnswered(ROUND, { id: 'open-0001', actor: 'P1', type: 'open', body });

    const acknowledged: string[] = [];
    const blows: Promise<void>[] = [];
    let next = 0;
    const submitter = async () => {
      for (let i = next++; i < TASKS.length; i = next++) {
        const { id: task, assignee: actor } = TASKS[i]!;
        const answer = { score: scoreOf(i), comment: `remark ${i}` };
        await untilAnswered(ROUND, { id: `submit-${task}`, actor, type: 'submit', body: { task, answer } });
        acknowledged.push(`submit-${task}`);
        if (acknowledged.length === 400) blows.push(database.kill());
        else if (acknowledged.length % 125 === 0 && acknowledged.length < 900) blows.push(worker.kill());
      }
    };
    await Promise.all(Array.from({ length: SUBMITTERS }, submitter));
    await Promise.all(blows);
    expect([worker.kills, database.kills]).toEqual([7, 1]);

    const { rows: submitted } = await database.pool.query<{ command: string }>(
      `select command from ledger where stream = $1 and type = 'TaskSubmitted'`,
      [ROUND],
    );
    expect(submitted.map((e) => e.command).sort()).toEqual([...acknowledged].sort());
    expect(new Set(acknowledged).size).toBe(900);
    const { rows: versions } = await database.pool.query<{ version: number }>(
      'select version from ledger where stream = $1 order by version',
      [ROUND],
    );
    expect(versions.map((v) => v.version)).toEqual(versions.map((_, i) => i + 1));
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
    const { differences } = await rebuild(database.pool, { keys: database.keys, mode: 'compare' });
    expect(differences).toEqual([]);

    const { standing } = (await roundStanding(database.pool, ROUND))!;
    expect(standing).toHaveLength(APPLICATIONS);
    for (const { about, mean, answers } of standing) {
      const first = Number(about.slice(1)) * 3;
      expect(answers).toBe(3);
      expect(mean).toBeCloseTo((scoreOf(first) + scoreOf(first + 1) + scoreOf(first + 2)) / 3, 3);
    }
    const { rows: settled } = await database.pool.query<{ type: string }>(
      `select type from ledger where stream = $1 and type = 'RoundSettled'`,
      [ROUND],
    );
    expect(settled).toHaveLength(1);
  });
});
