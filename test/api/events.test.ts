import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { type NewsLine, newsLine, sayNews } from '../../db/news.ts';
import { Aftermath } from '../../engine/aftermath.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { Browser } from './browser.ts';
import { apiOf, ask, countingQueries, openRound, request, reviewSpec, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';
import { Course, company, MEASURES, TERMS } from './selection-course.ts';

interface Heard {
  readonly event: string;
  readonly data: { stream?: string; version?: number | null; kinds?: string[] };
}

/** Somebody who listens, and what they have heard so far. */
class Listener {
  readonly heard: Heard[] = [];
  #rest = '';
  #over = false;
  #wake: () => void = () => undefined;
  readonly #gone = new AbortController();

  static async open(api: TestApi, headers: Record<string, string>): Promise<Listener> {
    const listener = new Listener();
    const response = await fetch(`${api.origin}/api/events`, { headers, signal: listener.#gone.signal });
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
    void listener.#read(response);
    await listener.until((heard) => heard.some((h) => h.event === 'hello'));
    return listener;
  }

  get isOver(): boolean {
    return this.#over;
  }

  /** Resolves once what was heard is as it should be. */
  async until(there: (heard: readonly Heard[]) => boolean): Promise<void> {
    while (!there(this.heard)) {
      if (this.#over) throw new Error(`It is over, and only this was heard: ${JSON.stringify(this.heard)}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Resolves once the other side has let go. */
  async end(): Promise<void> {
    while (!this.#over)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
  }

  /** The news of a stream: what has happened there, all together. */
  kindsOf(stream: string): string[] {
    return [...new Set(this.heard.filter((h) => h.data.stream === stream).flatMap((h) => h.data.kinds!))].sort();
  }

  close(): void {
    this.#gone.abort();
  }

  async #read({ body }: Response): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const bytes of body!) {
        this.#rest += decoder.decode(bytes as Uint8Array, { stream: true });
        const parts = this.#rest.split('\n\n');
        this.#rest = parts.pop()!;
        for (const part of parts) this.#take(part);
        this.#wake();
      }
    } catch {
      // It was closed on this side.
    }
    this.#over = true;
    this.#wake();
  }

  #take(part: string): void {
    const event = /^event: (.*)$/m.exec(part)?.[1];
    const data = /^data: (.*)$/m.exec(part)?.[1];
    if (event) this.heard.push({ event, data: JSON.parse(data ?? '{}') });
  }
}

describe('news over a connection that stays open', () => {
  let database: TestDatabase;
  let procedure: Procedure;
  let api: TestApi;
  let news: NewsLine;
  /** Another process, which asks whoever listens only when there is something to hear of them. */
  let patient: TestApi;
  let slow: NewsLine;
  let aftermath: Aftermath;

  beforeAll(async () => {
    database = await testDatabase();
    aftermath = new Aftermath(database.as.of('api'), undefined);
    procedure = new Procedure(database, START, (done) => aftermath.of({ ...done, mail: false, behind: [] }));
    news = newsLine(database.url);
    api = await apiOf(
      { database, gateway: procedure, complaints: procedure.complaints },
      { now: () => procedure.now, news, listening: { beatsEachMs: 100, ofOne: 2 } },
    );
    slow = newsLine(database.url);
    const house = { database, gateway: procedure, complaints: procedure.complaints };
    patient = await apiOf(house, { news: slow, listening: { beatsEachMs: 3_600_000 } });
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', company());
    await ask(api, 'OPS', 'POST', '/api/selections', { id: 'trainers', terms: TERMS });
    await ask(api, 'OPS', 'POST', '/api/selections/trainers/publishMeasures', { texts: MEASURES });
    await new Course(api, procedure, 'selection:trainers').to('call');
  });
  afterAll(async () => {
    aftermath.stop();
    await Promise.all([api.close(), patient.close()]);
    await Promise.all([news.close(), slow.close()]);
    await database.stop();
  });

  const dev = (person: string) => ({ authorization: `Bearer dev:${person}` });
  const listen = (person: string) => Listener.open(api, dev(person));
  const SELECTION = 'selection:trainers';

  test('operations hear everything with its version, others how it goes on, and nobody that somebody has applied', async () => {
    const { rows } = await database.pool.query<{ type: string }>('select distinct type from ledger where stream = $1', [
      SELECTION,
    ]);
    const before = rows.map(({ type }) => type);
    const [operations, reviewer, applicant] = await Promise.all(['OPS', 'D3-1', 'D2-2'].map(listen));
    const applied = await ask(api, 'D2-2', 'POST', '/api/selections/trainers/apply', {
      profile: 'Twenty years.',
      topics: ['safety'],
      outline: 'Valves.',
      hoursPerMonth: 4,
    });
    expect(applied.status).toBe(200);
    await operations!.until(() => operations!.kindsOf(SELECTION).includes('ApplicationSubmitted'));
    await applicant!.until(() => applicant!.kindsOf(SELECTION).includes('ApplicationSubmitted'));
    expect(operations!.heard.find((h) => h.data.stream === SELECTION)!.data.version).toBeGreaterThan(0);
    expect(applicant!.heard.find((h) => h.data.stream === SELECTION)!.data.version).toBeNull();
    await ask(api, 'OPS', 'POST', '/api/selections/trainers/pause', { reason: 'A day for the whole house.' });
    await reviewer!.until(() => reviewer!.kindsOf(SELECTION).includes('Paused'));
    // How it went on before may be told late.
    expect(reviewer!.kindsOf(SELECTION).filter((kind) => !before.includes(kind))).toEqual(['Paused']);
    for (const one of [operations, reviewer, applicant]) one!.close();
  });

  test('whoever is asked hears of it, and of nobody else’s answer', async () => {
    const [asked, other] = await Promise.all(['D3-2', 'D4-2'].map(listen));
    const tasks = [
      { id: 'T', assignee: 'D3-2' },
      { id: 'U', assignee: 'D4-2' },
    ];
    await openRound(api, 'news', tasks, reviewSpec(procedure.now + 7 * 86_400_000));
    await Promise.all([asked, other].map((one) => one!.until(() => one!.kindsOf('round:news').includes('TasksAdded'))));
    await ask(api, 'D3-2', 'POST', '/api/rounds/news/submit', { task: 'T', answer: { score: 5 } });
    await asked!.until(() => asked!.kindsOf('round:news').includes('TaskSubmitted'));
    await ask(api, 'OPS', 'POST', '/api/rounds/news/close', { reason: 'It is enough.' });
    await other!.until(() => other!.kindsOf('round:news').includes('RoundSettled'));
    expect(other!.kindsOf('round:news')).not.toContain('TaskSubmitted');
    for (const one of [asked, other]) one!.close();
  });

  test('what is written costs the same few statements, however many listen', async () => {
    const count = async (people: readonly string[], round: string) => {
      const all = await Promise.all(people.map((person) => Listener.open(patient, dev(person))));
      const { queries } = await countingQueries({ database }, async () => {
        await procedure.do(`round:${round}`, 'OPS', 'open', {
          spec: reviewSpec(procedure.now + 7 * 86_400_000),
          tasks: people.map((assignee, i) => ({ id: `T${i}`, assignee })),
        });
        await Promise.all(all.map((one) => one.until(() => one.kindsOf(`round:${round}`).includes('TasksAdded'))));
      });
      for (const one of all) one.close();
      return queries;
    };
    const people = [1, 2, 3, 4, 5].flatMap((d) => [2, 3, 4, 5].map((n) => `D${d}-${n}`));
    // What was written, who holds a task in it, and who is above those whom it is about.
    expect([await count(people.slice(0, 1), 'few'), await count(people, 'many')]).toEqual([3, 3]);
  });

  test('nobody keeps more connections open than the house has room for', async () => {
    const open = await Promise.all([listen('D5-2'), listen('D5-2')]);
    const refused = await request(api, '/api/events', { headers: dev('D5-2') });
    expect([refused.status, refused.json.type, refused.headers.get('retry-after')]).toEqual([
      429,
      '/problems/too-much-at-once',
      '30',
    ]);
    for (const one of open) one.close();
    const again = await request(api, '/api/events?seconds=0', { headers: dev('D5-3') });
    expect([again.status, again.text]).toEqual([200, 'retry: 5000\nevent: hello\ndata: {}\n\n']);
    expect(again.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const head = await request(api, '/api/events', { method: 'HEAD', headers: dev('D5-3') });
    expect([head.status, head.text]).toEqual([200, '']);
  });

  test('whoever would have to be told of more than is looked through is told to read anew, and of what comes after', async () => {
    const one = await listen('D5-2');
    const tasks = Array.from({ length: 2_001 }, (_, i) => ({ id: `T${i}`, assignee: 'D5-2' }));
    const spec = reviewSpec(procedure.now + 7 * 86_400_000);
    await procedure.do('round:large', 'OPS', 'open', { spec, tasks });
    await one.until(() => one.kindsOf('round:large').includes('TasksAdded'));
    const missed = (heard: readonly Heard[]) => heard.filter((h) => h.event === 'missed').length;
    const answers = tasks.map(({ id: task, assignee }) => ({ task, assignee, answer: { score: 5 } }));
    await procedure.do('round:large', 'OPS', 'takeAnswers', { answers });
    await one.until((heard) => missed(heard) === 1);
    await openRound(api, 'after', [{ id: 'T', assignee: 'D5-2' }], spec);
    await one.until(() => one.kindsOf('round:after').includes('TasksAdded'));
    expect(missed(one.heard)).toBe(1);
    one.close();
  });

  test('no more news wait for a slow database than are looked through', async () => {
    const one = await listen('D5-2');
    let heard = 0;
    const count = (said: readonly object[]) => {
      heard += said.length;
    };
    const hush = news.listen({ news: count, missed: () => undefined, ended: () => undefined });
    const other = await database.pool.connect();
    try {
      await other.query('begin; lock table ledger in access exclusive mode');
      // The first is being looked for, the others wait for it.
      const said = Array.from({ length: 40 }, (_, i) =>
        Array.from({ length: 100 }, (_, j) => ({ stream: `round:${i}-${j}` as const, after: 0, upTo: 1 })),
      );
      for (const some of said) await sayNews(database.pool, some);
      while (heard < 4_000) await sayNews(database.pool, [{ stream: 'round:again', after: 0, upTo: 1 }]);
    } finally {
      await other.query('rollback');
      other.release();
      hush();
    }
    await one.until((told) => told.some((h) => h.event === 'missed'));
    one.close();
  });

  test('it ends at once with the session, and with the token of a program', async () => {
    const browser = new Browser(patient);
    await browser.signIn('D4-4');
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const made = async () => (await browser.ask('POST', '/api/me/tokens', { name: 'Ear', scope: 'read' })).json;
    const [kept, revoked] = [await made(), await made()];
    const byToken = ({ token }: { token: string }) => Listener.open(patient, { authorization: `Bearer ${token}` });
    const [theirs, program, gone] = [
      await Listener.open(patient, { cookie }),
      await byToken(kept),
      await byToken(revoked),
    ];
    await browser.ask('DELETE', `/api/me/tokens/${revoked.id}`);
    await gone!.end();
    expect([gone!.heard.at(-1)!.event, theirs!.isOver, program!.isOver]).toEqual(['signed-out', false, false]);
    // At another process, as here.
    await browser.at(api).ask('DELETE', '/api/session');
    await theirs!.end();
    expect([theirs!.heard.at(-1)!.event, program!.isOver]).toEqual(['signed-out', false]);
    await procedure.do(ORGANISATION, 'OPS', 'personLeft', { person: 'D4-4' });
    await program!.end();
    expect(program!.heard.at(-1)!.event).toBe('signed-out');
  });

  test('it ends with the session, and with the person’s work here', async () => {
    const browser = new Browser(api);
    await browser.signIn('D5-4');
    const one = await Listener.open(api, {
      cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    });
    await browser.ask('DELETE', '/api/session');
    await one.end();
    expect(one.heard.at(-1)!.event).toBe('signed-out');
    const other = await listen('D5-5');
    await procedure.do(ORGANISATION, 'OPS', 'personLeft', { person: 'D5-5' });
    await other.end();
    expect(other.heard.at(-1)!.event).toBe('signed-out');
  });
});
