import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from '@temporalio/client';
import iconv from 'iconv-lite';
import { rightsOf } from '../../access/rights.ts';
import { stamp } from '../../db/connection.ts';
import { linkOf } from '../../db/hash.ts';
import { headsOf } from '../../db/ledger.ts';
import { headText } from '../../db/signature.ts';
import { readTable, writeCsv } from '../../files/table.ts';
import { apiOf, type TestApi } from '../api/harness.ts';
import { smallCompany } from '../harness/company.ts';
import { TestEngine } from '../harness/engine.ts';
import { clock } from '../harness/start.ts';
import { reviews, tasksFor } from '../harness/story.ts';
import { type Around, rostrum } from './terminal.ts';

describe('the command line on a running installation', () => {
  let engine: TestEngine;
  let api: TestApi;
  let folder: string;
  const env = () => ({
    ROSTRUM_API: api.origin,
    DATABASE_URL: engine.database.url,
    TEMPORAL_ADDRESS: (engine.client.connection as Connection).options.address,
    ROSTRUM_MASTER_KEY: engine.database.masterKey,
  });
  const run = (args: readonly string[], around: Around = {}) => rostrum(args, { ...around, env: env() });
  const done = async (args: readonly string[], around: Around = {}) => {
    const ran = await run(args, around);
    expect(ran).toMatchObject({ code: 0, err: '' });
    return ran.out;
  };

  beforeAll(async () => {
    engine = await TestEngine.start({ rights: rightsOf });
    api = await apiOf(engine);
    folder = await mkdtemp(path.join(tmpdir(), 'rostrum-test-cli-'));
    const company = JSON.stringify(smallCompany(5));
    await done(['send', 'organisation:main', 'importOrganisation', '--file', '-', '--as', 'OPS'], { stdin: company });
    const body = JSON.stringify({ spec: reviews(clock.now() + 7 * 86_400_000), tasks: tasksFor(['P2', 'P3', 'P4']) });
    await engine.send('round:r1', 'OPS', 'open', JSON.parse(body));
  });
  afterAll(async () => {
    await api.close();
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('tells where a round stands', async () => {
    expect(await done(['status', 'round:r1', '--as', 'OPS'])).toMatch(
      /^Review \(review\)\nROUND.*\nround:r1 +open +\d{4}-\d\d-\d\d \d\d:\d\d +3 +0 +0\n$/,
    );
    expect(JSON.parse(await done(['status', 'r1', '--as', 'OPS', '--json']))).toMatchObject({
      id: 'round:r1',
      tasks: 3,
    });
  });

  test('lists the tasks of a person and of a round', async () => {
    expect(await done(['tasks', '--of', 'P2'])).toMatch(/round:r1 +A\.P2 +Review/);
    expect(await done(['tasks', '--of', 'P5'])).toBe('Nothing is open.\n');
    const lines = JSON.parse(await done(['tasks', '--round', 'round:r1', '--as', 'OPS', '--json']));
    expect(lines.map((t: { id: string }) => t.id)).toEqual(['A.P2', 'A.P3', 'A.P4']);
  });

  test('submits an answer field by field, from a file and from stdin', async () => {
    const submit = (person: string, ...answer: string[]) =>
      ['submit', 'round:r1', `A.${person}`, '--as', person, '--answer', ...answer] as const;
    const file = path.join(folder, 'answer.yaml');
    await writeFile(file, 'score: 9\ncomment: a clear voice\n');
    expect(await done(submit('P2', 'score=8', 'comment=very clear'))).toBe('The answer to A.P2 is in the ledger.\n');
    await done(submit('P3', file));
    const { rows } = await engine.database.pool.query(
      "select id, state, (answer::jsonb)->'score' as score from task where round = 'round:r1' order by id",
    );
    expect(rows).toMatchObject([{ score: 8 }, { score: 9 }, { state: 'open' }]);
    expect(await run(submit('P4', 'score=high'))).toMatchObject({ code: 2 });
    const unknown = await run(submit('P4', 'mark=8'));
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain("one of the form's fields: score, comment");
  });

  test('is told by the rules in one sentence, with an exit code that says of what kind', async () => {
    const answer = ['--answer', 'score=8'];
    const notYours = await run(['submit', 'round:r1', 'A.P4', '--as', 'P5', '--answer', '-'], {
      stdin: '{"score": 8}',
    });
    // Whoever has never had the task hears the same as if it were not there.
    expect(notYours).toMatchObject({ code: 2, out: '' });
    expect(notYours.err.trim().split('\n')).toHaveLength(1);
    expect(
      await run(['submit', 'round:r1', 'A.P4', '--as', 'P4', '--answer', '-'], { stdin: '{"score": 80}' }),
    ).toMatchObject({ code: 4 });
    expect(await run(['submit', 'round:none', 'A.P4', '--as', 'P4', ...answer])).toMatchObject({ code: 2 });
    expect(await run(['status', '--as', 'NOBODY'])).toMatchObject({ code: 2 });
  });

  test('extends a task and says until when', async () => {
    const extend = ['extend', 'round:r1', '--due', '2099-03-01T17:00+08:00', '--reason', 'trade fair', '--as', 'OPS'];
    expect(await done([...extend, '--tasks', 'A.P4'])).toBe('1 task of round:r1: now due 2099-03-01 09:00 UTC.\n');
    expect(await run([...extend.slice(0, -1), 'P2'])).toMatchObject({ code: 4 });
  });

  test('tells what a command would bring about, and does nothing', async () => {
    const asked = (command: string, body: object, as = 'OPS') =>
      ['what-if', 'round:r1', command, '--as', as, '--body', JSON.stringify(body)] as const;
    const told = await done(asked('withdraw', { tasks: ['A.P4'], reason: 'Not needed.' }));
    expect(told).toMatch(/ROUND +NEW +GONE +MOVED[^\n]*\nround:r1 +0 +1 +0 /);
    const unknown = { tasks: ['no-such'], due: 4_000_000_000_000, reason: 'Later.' };
    expect(await done(asked('extend', unknown))).toMatch(/^extend would be refused: /);
    expect((await run(asked('extend', unknown, 'P2'))).err).toMatch(/operations/i);
    const { rows } = await engine.database.pool.query(
      "select state from task where round = 'round:r1' and id = 'A.P4'",
    );
    expect(rows).toEqual([{ state: 'open' }]);
  });

  test('sends the same command twice as one', async () => {
    const close = ['send', 'round:r1', 'close', '--body', '{"reason": "enough answers"}', '--as', 'OPS', '--json'];
    const first = await done([...close, '--id', 'close-r1-once']);
    expect(await done([...close, '--id', 'close-r1-once'])).toBe(first);
    expect(await run(close)).toMatchObject({ code: 4 });
  });

  test('shows the messages', async () => {
    expect(await done(['notices', '--as', 'OPS', '--of', 'P2'])).toMatch(/^1 waiting\.\n\n.*\n.* P2 +round.invitation/);
  });

  test('says of a data folder what is wrong with it, and changes nothing', async () => {
    const { code, out, err } = await run(['import', 'organisation', folder, '--as', 'OPS']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('organisation');
  });

  test('imports a data folder', async () => {
    const samples = path.resolve('samples');
    const counts = await done(['import', 'organisation', samples, '--as', 'OPS', '--json']);
    expect(JSON.parse(counts).people).toBeGreaterThan(50);
    expect(await done(['import', 'organisation', samples, '--check'])).toMatch(
      /^Read without a fault: \d+ people.*\nWhat would change is not known: Nobody is named to speak for/,
    );
  });

  test('says which files were read as GB18030', async () => {
    const copy = await mkdtemp(path.join(folder, 'chinese-'));
    await cp(path.resolve('samples'), copy, { recursive: true });
    const file = path.join(copy, 'organisation/departments.csv');
    await writeFile(file, iconv.encode(await readFile(file, 'utf8'), 'gb18030'));
    const { code, err } = await run(['import', 'organisation', copy, '--check']);
    expect([code, err]).toEqual([0, 'Read as GB18030, since not in UTF-8: organisation/departments.csv.\n']);
  });

  describe('an import that says nothing of absences', () => {
    const silent = async (change: (row: string[]) => string[] = (row) => row) => {
      const copy = await mkdtemp(path.join(folder, 'company-'));
      await cp(path.resolve('samples'), copy, { recursive: true });
      await rm(path.join(copy, 'organisation/absences.csv'));
      const file = path.join(copy, 'organisation/employees.csv');
      const { columns, rows } = await readTable(await readFile(file), 'employees.csv');
      const kept = columns.filter((column) => column !== 'absences');
      const lines = rows.map(({ cells }) => change(kept.map((column) => cells[column]!)));
      const cellsOf = (line: string[]) => Object.fromEntries(kept.map((column, i) => [column, line[i]!]));
      await writeFile(file, writeCsv(kept, lines.map(cellsOf)));
      return copy;
    };
    const absences = () =>
      engine.database.pool.query(`select count(*)::int as n from ledger where type = 'AbsencesChanged'`);

    test('takes nobody’s away, and says so before and after', async () => {
      const sick = { person: 'E017', from: '2027-05-10', to: '2027-05-14', kind: 'sick' };
      await engine.send('organisation:main', 'E017', 'recordAbsence', sick);
      const { rows: before } = await absences();
      const copy = await silent();
      for (const more of [['--check'], []]) {
        const told = await done(['import', 'organisation', copy, ...more, '--as', 'OPS']);
        expect(told).toMatch(
          /^(Read without a fault|Imported): 120 people, 8 departments, 14 posts, 30 elements with anchors, 3 calendars\.\n/,
        );
        expect(told).toContain('\nAbsences: the files say nothing of them; they stay as they are.\n');
      }
      expect((await absences()).rows).toEqual(before);
      const endless = await silent();
      await writeFile(
        path.join(endless, 'organisation/absences.csv'),
        'employee_id,from,to,kind\nE017,2027-05-10,9999-12-31,sick\n',
      );
      expect(await done(['import', 'organisation', endless, '--check', '--as', 'OPS'])).toContain(
        'without an end for E017: others are asked in their place for as long; record who does not come back as having left',
      );
      const whole = await done(['import', 'organisation', path.resolve('samples'), '--check', '--as', 'OPS']);
      expect(whole).toContain(
        'Absences: 1 is not in the file and goes (E017 2027-05-10 to 2027-05-14); replaced for 1 person (E017).',
      );
    });

    test('tells who is new, who changes and who is not in the file', async () => {
      const copy = await silent(([id = '', name = '', mail = '', ...row]) =>
        id === 'E120'
          ? ['E999', 'New One', 'new.one@example.com', ...row]
          : [id, id === 'E119' ? `${name} Jr` : name, mail, ...row],
      );
      const told = await done(['import', 'organisation', copy, '--check', '--as', 'OPS']);
      expect(told).toMatch(
        /\nPeople: 1 is new \(E999\); 1 changes \(E119 name\); \d+ are not in the file and stay \(.*E120.*\)\.\n/,
      );
    });

    test('is refused when an id has lost its zeros and takes another one’s address', async () => {
      const copy = await silent(([id = '', ...row]) => [id === 'E120' ? '120' : id, ...row]);
      for (const more of [['--check'], []]) {
        const { code, err } = await run(['import', 'organisation', copy, ...more, '--as', 'OPS']);
        expect([code, err]).toEqual([4, expect.stringMatching(/^Person 120 has the address of E120;/)]);
      }
      const { rows } = await engine.database.pool.query(`select 1 from person where id = '120'`);
      expect(rows).toEqual([]);
    });
  });

  test('recovers, verifies, compares and exports', async () => {
    expect(await done(['recover'])).toBe('1 open procedure: 0 started again, 1 running already.\n');
    expect(await done(['ledger', 'verify'])).toMatch(
      /^\d+ events in 2 streams: all as they were written\. Signed with [\w-]{43}\.\n$/,
    );
    expect(await done(['ledger', 'rebuild', '--compare'])).toMatch(/every row is what the ledger says/);
    const lines = (await done(['ledger', 'export', 'round:r1'])).trim().split('\n');
    expect(JSON.parse(lines[0]!)).toMatchObject({ stream: 'round:r1', version: 1, type: 'RoundOpened' });
    const file = path.join(folder, 'ledger.jsonl');
    expect(await run(['ledger', 'export', '--to', file])).toMatchObject({ code: 0, out: '' });
    expect(await done(['migrate'])).toBe('The schema is up to date.\n');
  });

  test('finds and mends what was tampered with', async () => {
    const sql = (text: string) => engine.database.pool.query(text);
    await sql("update task set state = 'open' where round = 'round:r1' and id = 'A.P2'");
    expect(await run(['ledger', 'rebuild', '--compare'])).toMatchObject({ code: 1 });
    expect(await done(['ledger', 'rebuild'])).toMatch(/^task round:r1 A\.P2: changed \(state\)\n.*have been mended/);
    await sql("update ledger set actor = 'P5' where stream = 'round:r1' and version = 3");
    const verified = await run(['ledger', 'verify']);
    expect(verified).toMatchObject({
      code: 1,
      err: 'The ledger was tampered with in 1 stream; the lines above name the first event.\n',
    });
    expect(verified.out).toMatch(/^round:r1: event 3 \(TaskSubmitted\) is not what was written/);
    await sql("update ledger set actor = 'P2' where stream = 'round:r1' and version = 3");
  });

  test('says what cannot be read, and that nobody has tampered with it', async () => {
    const head = (await headsOf(engine.database.pool, ['round:r1'])).get('round:r1')!;
    const { version, hash } = head;
    const heading = { stream: 'round:r1', version: version + 1, schema: 1, at: 0, actor: 'P1', command: null } as const;
    const link = linkOf(hash, { ...heading, type: 'RoundForgotten' }, '{}');
    const { pool } = engine.database;
    await pool.query(
      `insert into ledger (stream, version, schema, type, at, actor, body, hash)
       values ('round:r1', $1, 1, 'RoundForgotten', 'epoch', 'P1', '{}', $2)`,
      [version + 1, link],
    );
    const stand = (at: number, there: Buffer) =>
      pool.query("update stream set version = $1, hash = $2, signature = $3 where id = 'round:r1'", [
        at,
        there,
        engine.database.keys.signer.sign(headText({ ...head, version: at, hash: there })),
      ]);
    await stand(version + 1, link);
    const { code, out, err } = await run(['ledger', 'verify']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^round:r1: event \d+ \(RoundForgotten\) cannot be read: .*update it\.\n/);
    expect(out).toMatch(
      /all as they were written, but 1 cannot be read here; update this Rostrum, or report .* Signed with .*\.\n$/,
    );
    await pool.query("delete from ledger where stream = 'round:r1' and version = $1", [version + 1]);
    await stand(version, hash);
  });

  test('writes down where the ledger stands, and finds afterwards what is not so any more', async () => {
    const { pool, keys } = engine.database;
    expect(await done(['ledger', 'key'])).toBe(`${keys.signer.publicKey}\n`);
    const file = path.join(folder, 'today.jsonl');
    expect((await run(['ledger', 'anchor', '--to', file])).err).toMatch(/^Anchor 1 of 2 streams written to/);
    expect(await done(['ledger', 'verify', '--against', file])).toMatch(/ All is as 1 anchor says\.\n$/);
    expect(await run(['ledger', 'verify', '--key', 'another'])).toMatchObject({ code: 1 });
    await pool.query("update stream set owner = 'cycle:other' where id = 'round:r1'");
    const { code, out } = await run(['ledger', 'verify', '--against', file]);
    await pool.query("update stream set owner = null where id = 'round:r1'");
    expect(code).toBe(1);
    expect(out).toMatch(/round:r1: belonged to nobody on .+ and now to cycle:other\./);
    await writeFile(file, 'nothing\n');
    expect(await run(['ledger', 'verify', '--against', file])).toMatchObject({
      code: 2,
      err: expect.stringContaining('is no anchor of a ledger; give the file as Rostrum wrote it.'),
    });
  });

  test('grants roles, takes them, and lists who has which', async () => {
    expect(await done(['role', 'grant', 'P2', 'leader', '--scope', 'D1', '--until', '2099-12-31', '--as', 'OPS'])).toBe(
      'P2 has the role leader; it is in the ledger.\n',
    );
    expect(await done(['role', 'list', '--as', 'P3'])).toMatch(/^leader +P2 +Person 2 +D1 +2099-12-31$/m);
    expect(JSON.parse(await done(['role', 'list', '--as', 'P3', '--json'])).roles).toContainEqual({
      ...{ role: 'leader', person: 'P2', name: 'Person 2', scope: 'D1', until: '2099-12-31' },
    });
    await done(['role', 'take', 'P2', 'leader', '--scope', 'D1', '--as', 'OPS']);
    expect(await done(['role', 'list', '--as', 'P3'])).not.toMatch(/^leader/m);
    const refused = await run(['role', 'grant', 'P2', 'operations', '--as', 'P2']);
    expect(refused).toMatchObject({ code: 4, err: expect.stringMatching(/^Only operations may send/) });
  });

  test('makes somebody one of operations with access to the database, and tells the others', async () => {
    await done(['role', 'grant', 'P4', 'operations', '--as', 'OPS']);
    expect(await done(['operator', 'add', 'P3'])).toBe('P3 is one of operations now; these are: OPS, P3, P4.\n');
    const again = await run(['operator', 'add', 'P3']);
    expect(again.err).toMatch(/^P3 has the role operations like that already/);
    const { rows } = await engine.database.pool.query(
      "select person, about from outbox where template = 'operations.role' and about ->> 'person' = 'P3'",
    );
    expect(rows).toEqual([{ person: 'P4', about: { person: 'P3', by: null, granted: true } }]);
    expect((await run(['role', 'take', 'P3', 'operations', '--as', 'P3'])).code).toBe(0);
    await done(['role', 'take', 'P4', 'operations', '--as', 'OPS']);
    const last = await run(['role', 'take', 'OPS', 'operations', '--as', 'OPS']);
    expect(last.err).toMatch(/^OPS is the last of operations; grant the role operations to somebody else first/);
  });

  test('examines everything, and says how to mend what is wrong', async () => {
    const findings = JSON.parse((await run(['doctor', '--json'])).out) as {
      check: string;
      state: string;
      mend?: string;
    }[];
    const state = (check: string) => findings.find((f) => f.check === check)?.state;
    const well = ['Database', 'Schema', 'Master key', 'Temporal', 'Queue rostrum-engine-1, workflows'];
    expect(well.map(state)).toEqual(well.map(() => 'ok'));
    const elsewhere = await rostrum(['doctor'], { env: { ...env(), TEMPORAL_NAMESPACE: 'nowhere' } });
    expect(elsewhere.code).toBe(1);
    expect(elsewhere.out).toMatch(
      /^fail {2}Queue rostrum-engine-1, workflows: .*nowhere.*\n {6}to mend it, start the/m,
    );
    for (const finding of findings) expect(finding.state === 'ok' || finding.mend).toBeTruthy();
    const wrongKey = { ...env(), ROSTRUM_MASTER_KEY: Buffer.alloc(32, 1).toString('base64') };
    const { code, out } = await rostrum(['doctor'], { env: wrongKey });
    expect(code).toBe(1);
    expect(out).toMatch(/^fail {2}Master key: .*\n {6}to mend it, give the key that belongs to this database$/m);
  });

  test('examines what waits in the database', async () => {
    const sql = (text: string, values: unknown[] = []) => engine.database.pool.query(text, values);
    const hourAgo = [stamp(clock.now() - 3_600_000)];
    await sql("update stream set trouble = 'the calendar has no days' where id = 'round:r1'");
    await sql("update stream set wake_at = $1 where id = 'organisation:main'", hourAgo);
    await sql(`update stream set work = '{"rank ranking.1": "2026-01-01T00:00:00Z"}' where id = 'organisation:main'`);
    await sql("update outbox set state = 'failed', error = 'the mailbox is full' where person = 'P2'");
    await sql("update outbox set not_before = $1 where person = 'P3'", hourAgo);
    const { out } = await run(['doctor']);
    expect(out).toMatch(
      /^fail {2}Time: fails in round:r1 \(the calendar has no days\); commands are taken all the same$/m,
    );
    await sql("update stream set trouble = null, work = '{}'");
    expect(out).toMatch(
      /^fail {2}Slow work: rank ranking\.1 of organisation:main is wanted for more than an hour and has not come in$/m,
    );
    expect(out).toMatch(
      /^fail {2}Procedures: 1 were due, or asked to look, more than a minute ago and did not move: organisation:main$/m,
    );
    expect(out).toMatch(/^warn {2}Notices: 1 could not be delivered$/m);
    expect(out).toMatch(/^warn {2}Notices: 1 should have gone out more than ten minutes ago$/m);
  });

  test('says to operations of a round in which time fails why, and what to do', async () => {
    const set = (why: string | null) =>
      engine.database.pool.query("update stream set trouble = $1 where id = 'round:r1'", [why]);
    await set('the calendar has no days');
    const line =
      /^Time does not act in \S+ \(the calendar has no days\)\. Read the engine's log .*again every few minutes\.$/m;
    for (const args of [['status', 'round:r1'], ['status']]) expect(await done([...args, '--as', 'OPS'])).toMatch(line);
    expect(await done(['status', 'round:r1', '--as', 'P2'])).not.toContain('Time does not act');
    await set(null);
    expect(await done(['status', 'round:r1', '--as', 'OPS'])).not.toContain('Time does not act');
  });

  test('draws progress on a terminal only', async () => {
    const tasks = ['tasks', '--round', 'round:r1', '--as', 'OPS'];
    expect((await run(tasks, { terminal: true })).err).toContain('3 tasks');
    expect((await run(tasks)).err).toBe('');
  });

  test('takes the fields of the form of the task', async () => {
    const weld = { key: 'weld', label: { en: 'Welding', 'zh-CN': '焊接' }, kind: 'score', min: 0, max: 7, step: 1 };
    const spec = { ...reviews(clock.now() + 86_400_000), forms: { fitter: { fields: [{ ...weld, required: true }] } } };
    const tasks = [{ id: 'T', assignee: 'P2', form: 'fitter' }];
    expect(await engine.send('round:forms', 'OPS', 'open', { spec, tasks })).toMatchObject({ accepted: true });
    const submit = (pair: string) => ['submit', 'round:forms', 'T', '--as', 'P2', '--answer', pair];
    expect((await run(submit('score=3'))).err).toContain("one of the form's fields: weld");
    expect(await done(submit('weld=3'))).toBe('The answer to T is in the ledger.\n');
  });
});
