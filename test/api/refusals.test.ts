import { get } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rightsOf } from '../../access/rights.ts';
import { PROBLEMS, type ProblemCode } from '../../contracts/problems.ts';
import { operatorsOf } from '../../engine/operator.ts';
import { smallCompany } from '../harness/company.ts';
import { TestEngine } from '../harness/engine.ts';
import { ProcessPools } from '../harness/process-pools.ts';
import { clock } from '../harness/start.ts';
import { apiOf, ask, DAY, ledgerCount, openRound, type Reply, request, reviewSpec, type TestApi } from './harness.ts';

const TASK = '/api/rounds/review/tasks/T';
const JSON_TYPE = { 'content-type': 'application/json' };

describe('what the API refuses', () => {
  let engine: TestEngine;
  let api: TestApi;
  beforeAll(async () => {
    engine = await TestEngine.start({ rights: rightsOf });
    api = await apiOf(engine);
    await ask(api, 'OPS', 'POST', '/api/organisation/importOrganisation', smallCompany(4));
    await openRound(api, 'review', [
      { id: 'T', assignee: 'P2' },
      { id: 'U', assignee: 'P3' },
      { id: 'V', assignee: 'P4' },
    ]);
    await ask(api, 'P4', 'POST', '/api/rounds/review/delegate', { task: 'V', to: 'P2', reason: 'On leave' });
    await openRound(api, 'over', [{ id: 'T', assignee: 'P2' }]);
    await ask(api, 'OPS', 'POST', '/api/rounds/over/close', { reason: 'Enough' });
    await ask(api, 'P3', 'PUT', '/api/rounds/review/tasks/U/draft', { content: { comment: 'One' }, revision: 0 });
  });
  afterAll(async () => {
    await api.close();
    await engine.stop();
  });

  function expectProblem(reply: Reply, code: ProblemCode, sentence: RegExp): void {
    expect(reply.json).toMatchObject({ type: `/problems/${code}`, title: PROBLEMS[code].title });
    expect(reply.status).toBe(PROBLEMS[code].status);
    expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(reply.json.detail).toMatch(sentence);
    // One sentence, whole.
    expect(reply.json.detail).toMatch(/^["A-Z].*[.]$/s);
    expect(reply.json.instance).toMatch(/^\/api\//);
  }

  const submit =
    (person: string, body: object, path = TASK) =>
    () =>
      ask(api, person, 'POST', `${path}/submit`, body);
  const raw =
    (init: RequestInit, path = `${TASK}/submit`) =>
    () => {
      const headers = { authorization: 'Bearer dev:P2', ...JSON_TYPE, ...(init.headers as Record<string, string>) };
      return request(api, path, { method: 'POST', ...init, headers });
    };
  const good = { answer: { score: 5 } };
  const company = smallCompany(2);

  const cases: [what: string, () => Promise<Reply>, ProblemCode, RegExp][] = [
    ['nobody is signed in', () => request(api, '/api/me', {}), 'unauthenticated', /Nobody is signed in/],
    ['a token of another kind', raw({ headers: { authorization: 'Bearer abc' } }), 'unauthenticated', /token/],
    ['a token for nobody we know', submit('P999', good), 'unauthenticated', /P999/],
    ['a token for the engine itself', submit('system', good), 'unauthenticated', /employee/],
    ['a body that is not JSON', raw({ body: '{"answer": {score' }), 'not-json', /not JSON/],
    ['an empty body', raw({ body: '' }), 'not-json', /not JSON/],
    [
      'a body of another type',
      raw({ body: 'a=b', headers: { 'content-type': 'text/plain' } }),
      'wrong-media-type',
      /JSON/,
    ],
    [
      'a body in another encoding',
      raw({ body: Buffer.from('{}', 'utf16le'), headers: { 'content-type': 'application/json; charset=utf-16' } }),
      'wrong-media-type',
      /must be JSON in UTF-8/,
    ],
    [
      'a body that begins as another encoding does',
      raw({ body: Buffer.from('\uFEFF{}', 'utf16le') }),
      'wrong-media-type',
      /must be JSON in UTF-8/,
    ],
    [
      'a body that is compressed',
      raw({ body: gzipSync('{}'), headers: { 'content-encoding': 'gzip' } }),
      'wrong-media-type',
      /without the header content-encoding/,
    ],
    [
      'a body that is too large',
      submit('P2', { answer: { comment: 'x'.repeat(70_000) } }),
      'payload-too-large',
      /larger/,
    ],
    ['a field of the wrong type', submit('P2', { answer: 5 }), 'input-invalid', /"answer" in the body/],
    ['a field that is missing', submit('P2', {}), 'input-invalid', /^"answer" in the body is missing\.$/],
    [
      'a figure in place of a text',
      () => ask(api, 'OPS', 'POST', '/api/organisation/grantRole', { person: 9, role: 'auditor' }),
      'input-invalid',
      /^"person" in the body is a number, 9; write it in quotes/,
    ],
    [
      'a field that nobody knows',
      () =>
        ask(api, 'OPS', 'POST', '/api/organisation/grantRole', { person: 'P4', role: 'auditor', untill: '2027-01-31' }),
      'input-invalid',
      /^"untill" in the body is not known here; leave it out or correct its name\.$/,
    ],
    [
      'such a field further inside',
      () =>
        ask(api, 'OPS', 'POST', '/api/rounds', {
          ...{ id: 'odd', spec: reviewSpec() },
          tasks: [{ id: 'T', assignee: 'P2', asignee: 'P3' }],
        }),
      'input-invalid',
      /^"asignee" \(tasks\.0\.asignee\) in the body is not known here/,
    ],
    ['a command id that is no id', submit('P2', { ...good, commandId: 'x y' }), 'input-invalid', /\(commandId\)/],
    [
      'an answer that does not fit the form',
      submit('P2', { answer: { score: 11 } }),
      'answer-invalid',
      /"Score".*1 to 10/,
    ],
    ['a field that the form lacks', submit('P2', { answer: { scroe: 1 } }), 'answer-invalid', /"scroe"/],
    [
      'a task that one has handed on',
      submit('P4', good, '/api/rounds/review/tasks/V'),
      'not-yours',
      /Task V was given to somebody else/,
    ],
    ['a task of somebody else', submit('P3', good), 'not-found', /no task T of yours in the round review/],
    [
      'a task that is not there',
      submit('P2', good, '/api/rounds/review/tasks/none'),
      'not-found',
      /no task none of yours/,
    ],
    ['a round that is not there', submit('P2', good, '/api/rounds/none/tasks/T'), 'not-found', /in the round none/],
    ['a closed round', submit('P2', good, '/api/rounds/over/tasks/T'), 'round-closed', /closed/],
    [
      'a draft over another revision',
      () => ask(api, 'P3', 'PUT', '/api/rounds/review/tasks/U/draft', { content: {}, revision: 7 }),
      'draft-conflict',
      /revision 1/,
    ],
    [
      "a draft of somebody else's task",
      () => ask(api, 'P3', 'PUT', `${TASK}/draft`, { content: {}, revision: 0 }),
      'not-found',
      /no task T of yours/,
    ],
    [
      'an unknown person to delegate to',
      () => ask(api, 'P2', 'POST', '/api/rounds/review/delegate', { task: 'T', to: 'P77', reason: 'On leave' }),
      'unknown-person',
      /no employee P77/,
    ],
    [
      'no reason where one is asked for',
      () => ask(api, 'P2', 'POST', '/api/rounds/review/recuse', { task: 'T', reason: '' }),
      'input-invalid',
      /"reason".*Say why/,
    ],
    [
      'a date that has passed',
      () =>
        ask(api, 'OPS', 'POST', '/api/rounds/review/extend', { tasks: 'all', due: clock.now() - DAY, reason: 'Late' }),
      'wrong-date',
      /has passed/,
    ],
    [
      'a round whose tasks name nobody we know',
      () =>
        ask(api, 'OPS', 'POST', '/api/rounds', {
          id: 'new',
          spec: reviewSpec(),
          tasks: [{ id: 'T', assignee: 'P99' }],
        }),
      'unknown-person',
      /no employee P99/,
    ],
    [
      'a round that is open already',
      () => ask(api, 'OPS', 'POST', '/api/rounds', { id: 'review', spec: reviewSpec(), tasks: [] }),
      'already-so',
      /open already/,
    ],
    [
      'a command for operations from somebody else',
      () => ask(api, 'P2', 'POST', '/api/rounds/review/close', { reason: 'I had enough' }),
      'forbidden',
      /Only operations/,
    ],
    [
      'a command that says who sends it',
      () => ask(api, 'P2', 'POST', '/api/rounds/review/close', { reason: 'I had enough', actor: 'OPS', person: 'OPS' }),
      'forbidden',
      /Only operations/,
    ],
    [
      'a query that is given twice',
      () => ask(api, 'P2', 'GET', '/api/people?query=P1&query=P2'),
      'input-invalid',
      /"query" in the query/,
    ],
    [
      'an absence of somebody else',
      () =>
        ask(api, 'P2', 'POST', '/api/organisation/recordAbsence', {
          person: 'P3',
          from: '2027-01-04',
          to: '2027-01-05',
          kind: 'leave',
        }),
      'forbidden',
      /for yourself only/,
    ],
    [
      'the role of an auditor for somebody who has tasks to answer',
      () => ask(api, 'OPS', 'POST', '/api/organisation/grantRole', { person: 'P3', role: 'auditor' }),
      'not-allowed',
      /^P3 holds 1 open task; have it answered or reassign it first, since an auditor answers nothing\.$/,
    ],
    [
      'the same by somebody who grants nothing',
      () => ask(api, 'P2', 'POST', '/api/organisation/grantRole', { person: 'P3', role: 'auditor' }),
      'forbidden',
      /^(?!.*open task)/,
    ],
    [
      'an import with a row that points nowhere',
      () =>
        ask(api, 'OPS', 'POST', '/api/organisation/importOrganisation', {
          ...company,
          people: [{ ...company.people![1]!, manager: 'P55' }],
        }),
      'import-invalid',
      /P2 has the unknown manager P55/,
    ],
    [
      'an import with a field that does not fit',
      () =>
        ask(api, 'OPS', 'POST', '/api/organisation/importOrganisation', {
          people: [{ ...company.people![1]!, hiredOn: 'yesterday' }],
        }),
      'input-invalid',
      /\(people\.0\.hiredOn\)/,
    ],
    [
      'a path that is not there',
      () => ask(api, 'P2', 'GET', '/api/nothing'),
      'not-found',
      /no path GET \/api\/nothing/,
    ],
    ['a path that holds a % for nothing', () => ask(api, 'P2', 'GET', '/api/files/%zz'), 'input-invalid', /write %25/],
    ['the same from a stranger', () => request(api, '/api/files/%zz', {}), 'unauthenticated', /Nobody is signed in/],
    [
      'a path with a part that is no id',
      () => ask(api, 'P2', 'GET', `/api/files/${'x'.repeat(301)}`),
      'input-invalid',
      /longer than any id/,
    ],
    ['a list for operations', () => ask(api, 'P2', 'GET', '/api/rounds/review/tasks'), 'forbidden', /Only operations/],
    ['a round one has no part in', () => ask(api, 'P4', 'GET', '/api/rounds/review'), 'not-found', /no round review/],
    ['the task of somebody else', () => ask(api, 'P3', 'GET', TASK), 'not-found', /no task T of yours/],
    ['the ledger', () => ask(api, 'P2', 'GET', '/api/ledger/round:review'), 'forbidden', /Only operations/],
    ['the messages', () => ask(api, 'P2', 'GET', '/api/notices'), 'forbidden', /Only operations/],
  ];

  test.each(cases)('%s: one sentence, and nothing changes', async (_what, send, code, sentence) => {
    const before = await ledgerCount(engine);
    expectProblem(await send(), code, sentence);
    expect(await ledgerCount(engine)).toBe(before);
  });

  test('whoever has never held a task learns nothing of it by any command: not that it is there, nor whose it is', async () => {
    const reason = 'Because';
    const probes = (round: string, task: string, person: string) => [
      ask(api, person, 'GET', `/api/rounds/${round}/tasks/${task}`),
      ask(api, person, 'POST', `/api/rounds/${round}/tasks/${task}/submit`, good),
      ask(api, person, 'POST', `/api/rounds/${round}/submit`, { task, ...good }),
      ask(api, person, 'POST', `/api/rounds/${round}/saveDraft`, { task }),
      ask(api, person, 'POST', `/api/rounds/${round}/recuse`, { task, reason }),
      ask(api, person, 'POST', `/api/rounds/${round}/decline`, { task, reason }),
      ask(api, person, 'POST', `/api/rounds/${round}/delegate`, { task, to: 'P2', reason }),
      ask(api, person, 'PUT', `/api/rounds/${round}/tasks/${task}/draft`, { content: {}, revision: 0 }),
      ask(api, person, 'PUT', `/api/rounds/${round}/tasks/${task}/draft`, { content: {}, revision: 1 }),
    ];
    const told = async (round: string, task: string, person: string) =>
      (await Promise.all(probes(round, task, person))).map(({ status, json }) => [
        status,
        JSON.stringify(json)
          .replaceAll(round, 'ROUND')
          .replaceAll(`tasks/${task}`, 'tasks/TASK')
          .replaceAll(`task ${task} `, 'task TASK ')
          .replaceAll(`"task":"${task}"`, '"task":"TASK"'),
      ]);
    const nothing = await told('nowhere', 'T', 'P1');
    expect(new Set(nothing.map(([status]) => status))).toEqual(new Set([404]));
    for (const [round, task, person] of [
      ['review', 'none', 'P1'],
      ['review', 'T', 'P1'],
      ['review', 'T', 'P3'],
      ['review', 'U', 'P2'],
      ['over', 'T', 'P3'],
    ] as const)
      expect(await told(round, task, person)).toEqual(nothing);
  });

  test('the whole address as what is asked for is taken as its path', async () => {
    const { host, port } = { host: '127.0.0.1', port: new URL(api.origin).port };
    const raw = (path: string) =>
      new Promise<[number | undefined, string]>((resolve, reject) => {
        get({ host, port, path, headers: { authorization: 'Bearer dev:P2' } }, (response) => {
          let body = '';
          response.on('data', (part) => {
            body += part;
          });
          response.on('end', () => resolve([response.statusCode, body]));
        }).on('error', reject);
      });
    expect(await raw(`${api.origin}/api/me`)).toEqual([200, expect.stringContaining('P2')]);
    expect(await raw('http://elsewhere.example/api/none?a=b')).toEqual([
      404,
      expect.stringContaining('There is no path GET /api/none;'),
    ]);
    expect((await raw('http://elsewhere.example'))[1]).toContain('There is no path GET /;');
  });

  test('development tokens where they are not taken', async () => {
    const strict = await apiOf(engine, { devTokens: false });
    try {
      expectProblem(await ask(strict, 'P2', 'GET', '/api/me'), 'unauthenticated', /not taken here/);
      expectProblem(await ask(strict, 'OPS', 'GET', '/api/me'), 'unauthenticated', /not taken here/);
    } finally {
      await strict.close();
    }
  });

  test('a mistyped id starts no workflow', async () => {
    await ask(api, 'P2', 'POST', '/api/rounds/mistyped/recuse', { task: 'T', reason: 'A conflict' });
    await expect(engine.client.workflow.getHandle('round:mistyped').describe()).rejects.toThrow(/not found/i);
  });

  test('whoever leaves has lost everything with the next request, operations too', async () => {
    const operator = (person: string) =>
      ask(api, 'OPS', 'POST', '/api/organisation/grantRole', { person, role: 'operations', scope: null, until: null });
    expect((await operator('P4')).status).toBe(200);
    const draft = { content: { comment: 'Two' }, revision: 1 };
    const asks: (() => Promise<Reply>)[] = [
      () => ask(api, 'P4', 'GET', '/api/notices'),
      () => ask(api, 'P4', 'GET', '/api/me'),
      () => ask(api, 'P4', 'GET', '/api/people?query=P'),
      () => ask(api, 'P4', 'PUT', '/api/rounds/review/tasks/V/draft', draft),
      () =>
        request(api, '/api/files?name=a.txt', {
          method: 'POST',
          headers: { authorization: 'Bearer dev:P4', 'content-type': 'text/plain' },
          body: 'words',
        }),
      () => ask(api, 'P4', 'POST', '/api/rounds/over/close', { reason: 'Enough' }),
    ];
    expect((await Promise.all(asks.map((each) => each()))).map((r) => r.status)).not.toContain(401);
    expect(
      (await ask(api, 'OPS', 'POST', '/api/organisation/personLeft', { person: 'P4', successor: null })).status,
    ).toBe(200);
    const after = await Promise.all(asks.map((each) => each()));
    // What a turn decides it refuses itself; everything else lets nobody in.
    expect(after.map((r) => r.status)).toEqual([401, 401, 401, 401, 401, 403]);
    expect(await operatorsOf({ pool: engine.database.pool, keys: engine.database.keys, clock })).toEqual(['OPS']);
    expect((await operator('P4')).json.detail).toMatch(/P4 .*left/);
  });

  test('an API that decides no commands is not well', async () => {
    const deciding = () => Promise.reject(new Error('The thread died.'));
    const [well, unwell] = await Promise.all([apiOf(engine), apiOf({ ...engine, deciding })]);
    try {
      expect((await request(well, '/health', {})).json).toEqual({ ok: true });
      const reply = await request(unwell, '/health', {});
      expect([reply.status, reply.json.detail]).toEqual([503, expect.stringMatching(/^Commands are not decided/)]);
    } finally {
      await Promise.all([well.close(), unwell.close()]);
    }
  });

  test('a database that is away is said to be, and nothing of it leaks', async () => {
    const as = new ProcessPools('postgresql://nobody:secret@127.0.0.1:1/nothing');
    const lost = await apiOf({ database: { ...engine.database, as }, gateway: engine.gateway, complaints: [] });
    try {
      const reply = await ask(lost, 'P2', 'GET', '/api/me');
      expectProblem(reply, 'engine-unavailable', /database does not answer/);
      expect(reply.text).not.toMatch(/secret|127\.0\.0\.1/);
      expect(reply.headers.get('retry-after')).toBe('2');
    } finally {
      await lost.close();
      await as.end();
    }
  });
});
