import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rebuild } from '../../activities/ledger/rebuild.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { verifyLedger } from '../../db/verify.ts';
import { freePort } from '../../stack/ports.ts';
import { startTemporal, type Temporal } from '../../stack/temporal.ts';
import { smallCompany } from '../harness/company.ts';
import { Door } from '../harness/door.ts';
import { DurableDatabase } from '../harness/durable.ts';
import { ServiceProcess } from '../harness/service-process.ts';
import { clock } from '../harness/start.ts';
import { reviews } from '../harness/story.ts';

const DAY = 86_400_000;
const ANSWERS = 600;
const SUBMITTERS = 16;
const PEOPLE = 12;
const HOT: StreamId = 'round:hot';
/** Nobody answers it: only its own clock can give its silence a meaning. */
const QUIET: StreamId = 'round:quiet';

const TASKS = Array.from({ length: ANSWERS }, (_, i) => ({
  id: `T${i}`,
  assignee: `P${2 + (i % PEOPLE)}`,
  about: `T${i}`,
  aboutPerson: null,
  due: null,
}));

describe('two APIs and two engines, killed again and again while a round is answered', () => {
  let folder: string;
  let port: number;
  let database: DurableDatabase;
  let temporal: Temporal;
  let apis: ServiceProcess[];
  let engines: ServiceProcess[];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'rostrum-test-processes-'));
    port = await freePort();
    [database, temporal] = await Promise.all([
      DurableDatabase.start(),
      startTemporal({ dataDir: folder, port, ephemeral: true }),
    ]);
    const door = new Door(database);
    await door.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(PEOPLE + 1));
    await door.send(ORGANISATION, 'system', 'grantRole', { person: 'P1', role: 'operations' });
    const api = { ROSTRUM_API_PORT: '0', ROSTRUM_DEV_TOKENS: 'yes' };
    const start = (name: 'api' | 'engine', more = {}) => ServiceProcess.start(name, database, temporal.address, more);
    apis = [await start('api', api), await start('api', api)];
    engines = [await start('engine'), await start('engine')];
  });
  afterAll(async () => {
    await Promise.all([...(apis ?? []), ...(engines ?? [])].map((service) => service.stop()));
    await temporal?.stop();
    await database?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Sends as a careful client does: the same command under the same id, to either API, until there is an answer. */
  async function untilAnswered(person: string, route: string, body: object): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      try {
        const api = apis[(attempt + route.length) % apis.length]!;
        const response = await fetch(`${await api.origin()}${route}`, {
          method: 'POST',
          headers: { authorization: `Bearer dev:${person}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        if (response.status === 200) return;
        if (response.status < 500) throw Object.assign(new Error(await response.text()), { final: true });
      } catch (error) {
        if ((error as { final?: boolean }).final) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  test('nothing is lost, doubled or forgotten', async () => {
    const spec = { ...reviews(clock.now() + 7 * DAY), owner: null };
    await untilAnswered('P1', '/api/rounds', { id: 'hot', spec, tasks: TASKS, commandId: 'open-the-hot-round' });
    // Its time is over within seconds, while everything is being killed.
    const soon = { ...reviews(clock.now() + 8_000), policy: { silence: 'nil' } };
    const quiet = { id: 'quiet', spec: { ...soon, owner: null }, tasks: [{ id: 'Q', assignee: 'P2' }] };
    await untilAnswered('P1', '/api/rounds', { ...quiet, commandId: 'open-the-quiet-round' });

    let [next, answered] = [0, 0];
    const blows: Promise<unknown>[] = [];
    const strike = () => {
      if (answered % 60 === 0) blows.push(apis[(answered / 60) % 2]!.kill());
      if (answered % 150 === 75) blows.push(engines[Math.floor(answered / 150) % 2]!.kill());
      if (answered === 200) blows.push(database.kill());
      if (answered === 350) blows.push(loseTemporal());
    };
    const submitter = async () => {
      for (let i = next++; i < ANSWERS; i = next++) {
        const { id, assignee } = TASKS[i]!;
        const body = { answer: { score: 1 + (i % 10) }, commandId: `answer-${id}` };
        await untilAnswered(assignee, `/api/rounds/hot/tasks/${id}/submit`, body);
        answered++;
        strike();
      }
    };
    await Promise.all(Array.from({ length: SUBMITTERS }, submitter));
    await Promise.all(blows);
    expect([...apis, ...engines].every((service) => service.kills > 0)).toBe(true);

    const { rows } = await database.pool.query<{ command: string }>(
      `select command from ledger where stream = $1 and type = 'TaskSubmitted' order by command`,
      [HOT],
    );
    expect(rows.map((r) => r.command)).toEqual(TASKS.map((t) => `answer-${t.id}`).sort());
    await until(`select 1 from ledger where stream = $1 and type = 'RoundSettled'`, HOT);
    await until(`select 1 from ledger where stream = $1 and type = 'RoundSettled'`, QUIET);
    await until('select 1 where not exists (select from look) and $1 <> $1 is not null', HOT);
    const { rows: once } = await database.pool.query(
      `select stream, type, count(*)::int as n from ledger where type in ('RoundSettled', 'TasksLapsed')
       group by stream, type order by stream, type`,
    );
    expect(once).toEqual([
      { stream: HOT, type: 'RoundSettled', n: 1 },
      { stream: QUIET, type: 'RoundSettled', n: 1 },
      { stream: QUIET, type: 'TasksLapsed', n: 1 },
    ]);
    expect((await verifyLedger(database.pool)).faults).toEqual([]);
    expect((await rebuild(database.pool, { keys: database.keys, mode: 'compare' })).differences).toEqual([]);
  });

  /** The server ends, and one that knows nothing begins in its place. */
  async function loseTemporal(): Promise<void> {
    await temporal.stop();
    temporal = await startTemporal({ dataDir: folder, port, ephemeral: true });
  }

  async function until(sql: string, stream: StreamId): Promise<void> {
    while (!(await database.pool.query(sql, [stream])).rows.length) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
});
