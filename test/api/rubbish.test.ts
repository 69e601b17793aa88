import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION, type ProcessType, type StreamId } from '../../contracts/ids.ts';
import { kindNames } from '../../contracts/kinds.ts';
import { streamsInTrouble } from '../../db/streams.ts';
import { type Hostile, hostileCommands } from '../contracts/rubbish.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import { terms as offeringTerms } from '../domain/offering/scenario.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { datesFrom, yearCompany } from '../journeys/year.ts';
import { apiOf, ask, reviewSpec, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';
import { TERMS } from './selection-course.ts';

/** All that can be made of every command takes long: `ROSTRUM_RUBBISH=all`. Else one of each place, always the same. */
const ALL = process.env.ROSTRUM_RUBBISH === 'all';
/** So often it is seen whether everything else goes on. */
const A_LOOK = 40;

const PATHS: Readonly<Record<ProcessType, string>> = {
  organisation: '/api/organisation',
  selection: '/api/selections',
  cycle: '/api/cycles',
  offering: '/api/offerings',
  round: '/api/rounds',
};

describe('rubbish over HTTP', () => {
  let database: TestDatabase;
  let procedure: Procedure;
  let api: TestApi;
  let n = 0;

  beforeAll(async () => {
    database = await testDatabase();
    procedure = new Procedure(database, START);
    const { complaints } = procedure;
    api = await apiOf({ database, gateway: procedure, complaints }, { now: () => procedure.now });
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', yearCompany());
    await procedure.do('cycle:attacked', 'OPS', 'open', cycleTerms(datesFrom(START)));
    await procedure.do('offering:attacked', 'system', 'open', offeringTerms());
    for (const id of ['attacked', 'beside']) {
      await open(id);
      await procedure.do(`selection:${id}`, 'OPS', 'open', { ...TERMS, title: { en: id, 'zh-CN': id } });
    }
  });
  afterAll(async () => {
    await api.close();
    await database.stop();
  });

  async function open(id: string): Promise<void> {
    const tasks = Array.from({ length: 4 }, (_, i) => ({ id: `T${i}`, assignee: `D2-${i + 2}`, about: 'A' }));
    await procedure.do(`round:${id}`, 'OPS', 'open', { spec: reviewSpec(START + 9 * 86_400_000), tasks });
  }

  /** One place after the other, and at each the next of what can stand there. */
  function* chosen(kind: ProcessType): Generator<Hostile> {
    const at = new Map<string, Hostile[]>();
    for (const hostile of hostileCommands(kind)) {
      if (ALL) yield hostile;
      const place = `${hostile.type} ${hostile.path}`;
      at.set(place, [...(at.get(place) ?? []), hostile]);
    }
    let turn = 0;
    if (!ALL) for (const values of at.values()) yield values[turn++ % values.length]!;
  }

  function routeOf(kind: ProcessType, type: string): string {
    if (type === 'open') return PATHS[kind];
    return kind === 'organisation' ? `${PATHS.organisation}/${type}` : `${PATHS[kind]}/attacked/${type}`;
  }

  /** Another person, another stream, and the same stream go on. */
  async function everythingGoesOn(): Promise<void> {
    const id = `live-${++n}`;
    await open(id);
    const submit = { answer: { score: 7 } };
    const answered = await ask(api, 'D2-2', 'POST', `/api/rounds/${id}/tasks/T0/submit`, submit);
    expect([answered.status, answered.json?.detail]).toEqual([200, undefined]);
    for (const stream of [
      'round:attacked',
      'selection:attacked',
      'selection:beside',
      'cycle:attacked',
      'offering:attacked',
      ORGANISATION,
    ] as StreamId[]) {
      const sent = { id: `still-there-${stream}-${n}`, actor: 'OPS', type: 'no-such-command', body: {} };
      expect(await procedure.send(stream, sent)).toMatchObject({ code: 'command-unknown' });
    }
    const day = new Date(Date.UTC(2027, 2, 1) + n * 3 * 86_400_000).toISOString().slice(0, 10);
    const absence = { person: 'D5-5', from: day, to: day, kind: 'leave' };
    const recorded = await ask(api, 'D5-5', 'POST', '/api/organisation/recordAbsence', absence);
    expect([recorded.status, recorded.json?.detail]).toEqual([200, undefined]);
    expect(await streamsInTrouble(database.pool)).toEqual([]);
    expect(procedure.complaints).toEqual([]);
  }

  test.each(kindNames())('no command of a kind harms the server, its stream or any other: %s', async (kind) => {
    let sent = 0;
    for (const { type, path, what, body } of chosen(kind)) {
      const actor = sent % 2 ? 'OPS' : 'D2-2';
      const reply = await ask(api, actor, 'POST', routeOf(kind, type), body as object);
      if (reply.status >= 500) throw new Error(`${kind}.${type} with ${what} at ${path}: ${reply.text}`);
      if (++sent % A_LOOK === 0) await everythingGoesOn();
    }
    await everythingGoesOn();
    expect(sent).toBeGreaterThan(40);
  });

  /** What may stand in a path or behind its question mark, as it is written there. */
  const WORDS = [
    ...['%00', 'a%00b', '%ED%A0%BD', '%F0%9F%A6%89', '%u0000', '%', '%zz', '%2e%2e%2f', '%E2%80%8B', '', '%20'],
    ...['__proto__', 'constructor', 'toString', 'system', 'Z-99999', 'x'.repeat(200), 'x'.repeat(20_000)],
    ...['-1', '0', '1.5', '1e999', 'NaN', '2147483648', '9'.repeat(40), '2027-02-30', 'true', '[]', 'a&a=b'],
  ];

  test('no path and no question harms the server, whatever stands in it', async () => {
    const { paths } = api.app.swagger() as unknown as { paths: Record<string, Record<string, Described>> };
    let turn = 0;
    let asked = 0;
    for (const [path, { get }] of Object.entries(paths)) {
      const questions = (get?.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
      for (const place of get ? [...questions, ...places] : []) {
        for (const word of ALL ? WORDS : [...WORDS.slice(0, 3), '2147483648', WORDS[turn++ % WORDS.length]!]) {
          const where = path.replace(/\{(\w+)\}/g, (_, name) => (name === place ? word : 'attacked'));
          const url = questions.includes(place) ? `${where}?${place}=${word}` : where;
          const reply = await ask(api, 'OPS', 'GET', url);
          if (reply.status >= 500) throw new Error(`${url}: ${reply.text}`);
          asked += 1;
        }
      }
    }
    await everythingGoesOn();
    expect(asked).toBeGreaterThan(200);
  });
});

interface Described {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
}
