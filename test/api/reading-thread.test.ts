import { afterEach, expect, test } from '@jest/globals';
import { LANES, type LaneLimits } from '../../api/apart/lanes.ts';
import { ReadingThread } from '../../api/apart/reading-thread.ts';
import type { Asked } from '../../api/apart/words.ts';
import type { Problem } from '../../api/problem.ts';
import { EN } from '../../contracts/refusals/en.ts';
import type { Outcome } from '../../domain/turn/outcome.ts';

const DATA = {
  databaseUrl: 'postgres://127.0.0.1:1/nothing',
  masterKey: '',
  clock: { realOrigin: 0, procedureOrigin: 0, scale: 1 },
  devTokens: false,
  publicUrl: 'http://localhost',
};

/** In the place of the API: it answers a request with the bytes that it came with, or does what its path says. */
const PROGRAM = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort } from 'node:worker_threads';
  const kept = [];
  parentPort.on('message', (word) => {
    if (word.end) process.exit(0);
    if (word.decided) return answer(word.decided, word.away ?? JSON.stringify(word.outcome));
    const { ask, asked } = word;
    if (asked.url === '/dies') process.exit(1);
    if (asked.url === '/spins') while (true);
    if (asked.url === '/spins-a-while') for (const until = Date.now() + 200; Date.now() < until; );
    if (asked.url === '/tells') parentPort.postMessage({ complaint: 'told', about: {} });
    if (asked.url === '/keeps' || asked.url === '/tells') return kept.push(ask);
    if (asked.url === '/lets-go') while (kept.length) answer(kept.shift(), 'kept');
    if (asked.url === '/sends') {
      const command = { id: 'made', type: 'setRooms', actor: 'OPS', text: '{}' };
      return parentPort.postMessage({ send: ask, by: ask, stream: 'cycle:a', command });
    }
    answer(ask, asked.body ? Buffer.from(asked.body).toString() : asked.url);
  });
  function answer(number, text) {
    parentPort.postMessage({ answer: number, answered: { status: 200, headers: {}, body: Buffer.from(text) } });
  }
  parentPort.postMessage({ ready: true });`)}`,
);

const threads: ReadingThread[] = [];
const complaints: string[] = [];
const decided: Outcome = { accepted: true, version: 1 };
function threadOf(
  limits: Partial<LaneLimits> = {},
  send: () => Promise<Outcome> = async () => decided,
  begins: { readonly entry?: URL; readonly beginsWithinMs?: number } = {},
): ReadingThread {
  complaints.length = 0;
  const thread = new ReadingThread({
    data: DATA,
    limits: { ...LANES.looks, ...limits },
    gateway: { send },
    complain: (what) => void complaints.push(what),
    entry: PROGRAM,
    ...begins,
  });
  threads.push(thread);
  return thread;
}
afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.stop()));
});

const asked = (url: string, body?: string): Asked => ({
  method: body === undefined ? 'GET' : 'POST',
  url,
  headers: {},
  body: body === undefined ? undefined : Buffer.from(body),
});
const NEVER = new AbortController().signal;

/** What is answered, or the code of the problem with its sentence. */
async function ask(thread: ReadingThread, url: string, { body, person = 'E1', gone = NEVER }: Asking = {}) {
  const text = (answered: Awaited<ReturnType<ReadingThread['ask']>>) =>
    answered && Buffer.from(answered.body).toString();
  return thread
    .ask(asked(url, body), person, gone)
    .then(text, (problem: Problem) => `${problem.code}: ${problem.message}`);
}
interface Asking {
  readonly body?: string;
  readonly person?: string;
  readonly gone?: AbortSignal;
}

test('the thread begins with what is asked first, ends when nobody needs it, and begins again', async () => {
  const thread = threadOf({ idleMs: 1 });
  expect(thread.isRunning).toBe(false);
  expect(await ask(thread, '/a')).toBe('/a');
  while (thread.isRunning) await new Promise((resolve) => setImmediate(resolve));
  expect(await ask(thread, '/b', { body: 'a body' })).toBe('a body');
  expect(complaints).toEqual([]);
});

test('a thread that dies is replaced, and what it had in hand is refused, what waits is not', async () => {
  const thread = threadOf({ atOnce: 1 });
  const answers = await Promise.all([ask(thread, '/dies'), ask(thread, '/a'), ask(thread, '/dies', { body: 'x' })]);
  expect(answers).toEqual([
    'engine-unavailable: Reading ended unexpectedly; ask again in a moment.',
    '/a',
    // What it died of would end it again.
    `took-too-long: ${EN[LANES.looks.tooLong]}`,
  ]);
  expect(await ask(thread, '/b')).toBe('/b');
});

const LATE = 'A thread that reads has not begun in time';

test('a thread that does not begin is given up, nobody waits for it for ever, and the next comes ever later', async () => {
  const entry = new URL('data:text/javascript,setInterval(() => undefined, 1000)');
  const thread = threadOf({ waitsMs: 2_000 }, undefined, { entry, beginsWithinMs: 50 });
  expect(await ask(thread, '/a')).toBe(`engine-unavailable: ${EN[LANES.looks.busy]}`);
  while (thread.isRunning) await new Promise((resolve) => setImmediate(resolve));
  expect(new Set(complaints)).toEqual(new Set([LATE]));
  // After 0.1, 0.2, 0.4 and 0.8 s, each with 0.05 s in which it does not begin; without longer pauses there were 13.
  expect(complaints.length).toBeLessThanOrEqual(5);
});

test('a thread that takes longer to begin than anybody waits is let begin, and somebody is answered in the end', async () => {
  const slow = `setTimeout(() => import(${JSON.stringify(PROGRAM.href)}), 450);`;
  const entry = new URL(`data:text/javascript,${encodeURIComponent(slow)}`);
  const thread = threadOf({ waitsMs: 300 }, undefined, { entry });
  const answers: unknown[] = [];
  while (answers.length < 10 && answers.at(-1) !== '/a') answers.push(await ask(thread, '/a'));
  expect(answers[0]).toBe(`engine-unavailable: ${EN[LANES.looks.busy]}`);
  expect(answers.at(-1)).toBe('/a');
  expect(complaints).toEqual([]);
});

test('a thread that cannot be made is complained of, and ends nothing else', async () => {
  const thread = threadOf({ waitsMs: 300 }, undefined, { entry: new URL('ftp://localhost/program.js') });
  expect(await ask(thread, '/a')).toBe(`engine-unavailable: ${EN[LANES.looks.busy]}`);
  expect(new Set(complaints)).toEqual(new Set(['A thread that reads cannot be made']));
});

test('whatever goes wrong while a thread is heard, the thread is replaced and the process goes on', async () => {
  const thread = threadOf({}, () => {
    throw new Error('nobody decides');
  });
  expect(await ask(thread, '/sends', { body: 'table' })).toMatch(/^engine-unavailable: .*look whether it was/);
  expect(complaints).toEqual(['A thread that reads could not be heard']);
  expect(await ask(thread, '/a')).toBe('/a');
});

test('a body that cannot be handed over is refused, and ends nothing else', async () => {
  const thread = threadOf();
  const body = Buffer.from(new Uint8Array(3).buffer);
  structuredClone(body.buffer, { transfer: [body.buffer] });
  const refused = thread.ask({ ...asked('/a'), body }, 'E1', NEVER);
  await expect(refused).rejects.toMatchObject({ code: 'engine-unavailable' });
  expect(complaints).toEqual(['A request could not be handed to a thread that reads']);
  expect(await ask(thread, '/a')).toBe('/a');
});

test('a body is never handed over twice, even one without a byte', async () => {
  const thread = threadOf({ takesMs: 300 });
  const [kept, empty] = await Promise.all([ask(thread, '/keeps'), ask(thread, '/keeps', { body: '' })]);
  expect(kept).toMatch(/^took-too-long/);
  expect(empty).toMatch(/^engine-unavailable: .*send the same again/);
  expect(complaints).toEqual([]);
});

test('what was under way for somebody who has gone is not asked again', async () => {
  const thread = threadOf({ takesMs: 300 });
  const gone = new AbortController();
  const kept = ask(thread, '/keeps');
  const leaving = ask(thread, '/tells', { gone: gone.signal });
  while (!complaints.length) await new Promise((resolve) => setImmediate(resolve));
  gone.abort();
  expect(await leaving).toBeUndefined();
  expect(await kept).toMatch(/^took-too-long/);
  expect(await ask(thread, '/a')).toBe('/a');
  expect(complaints).toEqual(['told']);
});

test('what takes too long is ended with a sentence; what was under way beside it is asked again', async () => {
  const thread = threadOf({ takesMs: 300 });
  const answers = [ask(thread, '/keeps'), ask(thread, '/spins'), ask(thread, '/a'), ask(thread, '/b', { body: 'b' })];
  const [kept, spun, other, sent] = await Promise.all(answers);
  expect(kept).toMatch(/^took-too-long: .*ask for less at once/);
  expect(spun).toMatch(/^took-too-long/);
  expect(other).toBe('/a');
  expect(sent).toMatch(/^engine-unavailable: .*send the same again/);
});

test('as many as the lane takes are under way, and nobody waits for a turn for ever', async () => {
  const thread = threadOf({ atOnce: 1, waitsMs: 300, takesMs: 60_000 });
  // However long it takes to begin.
  while ((await ask(thread, '/a')) !== '/a');
  const keeps = ask(thread, '/keeps');
  expect(await ask(thread, '/lets-go')).toBe(`engine-unavailable: ${EN[LANES.looks.busy]}`);
  const two = threadOf({ atOnce: 2 });
  expect(await Promise.all([ask(two, '/keeps'), ask(two, '/lets-go')])).toEqual(['kept', '/lets-go']);
  await thread.stop();
  expect(await keeps).toMatch(/^engine-unavailable: The API stops/);
  expect(await ask(thread, '/a')).toMatch(/^engine-unavailable: The API stops/);
});

test('nobody takes all places, and there are no more than can be kept', async () => {
  const thread = threadOf({ atOnce: 1, mostOfOne: 2, mostWaiting: 3, mostBytes: 10 });
  expect(await ask(thread, '/a')).toBe('/a');
  const first = [ask(thread, '/keeps'), ask(thread, '/a')];
  expect(await ask(thread, '/b')).toBe(`too-much-at-once: ${EN[LANES.looks.tooManyOfOne]}`);
  expect(await ask(thread, '/b', { person: 'E2', body: 'eleven byte' })).toMatch(/^engine-unavailable/);
  const gone = new AbortController();
  const leaving = ask(thread, '/leaves', { person: 'E2', gone: gone.signal });
  const others = [ask(thread, '/c', { person: 'E3' })];
  expect(await ask(thread, '/d', { person: 'E4' })).toMatch(/^engine-unavailable/);
  gone.abort();
  expect(await leaving).toBeUndefined();
  others.push(ask(thread, '/d', { person: 'E4' }));
  await thread.stop();
  for (const answer of await Promise.all([...first, ...others])) expect(answer).toMatch(/The API stops/);
});

test('people take turns, however much one of them has asked for before the others', async () => {
  const thread = threadOf({ atOnce: 1 });
  expect(await ask(thread, '/a')).toBe('/a');
  const answered: unknown[] = [];
  const note = async (person: string, url: string) => {
    answered.push(await ask(thread, url, { person }));
  };
  const keeps = ask(thread, '/spins-a-while', { person: 'E1' });
  const all = [
    ...['/1', '/2', '/3'].map((url) => note('E1', url)),
    ...['/4', '/5'].map((url) => note('E2', url)),
    note('E3', '/6'),
  ];
  await Promise.all([keeps, ...all]);
  expect(answered).toEqual(['/4', '/6', '/1', '/5', '/2', '/3']);
});

test('one person never takes more than half of the bytes', async () => {
  const thread = threadOf({ atOnce: 1, mostBytes: 10 });
  expect(await ask(thread, '/a')).toBe('/a');
  const keeps = ask(thread, '/keeps');
  const own = ask(thread, '/b', { body: 'four' });
  expect(await ask(thread, '/c', { body: 'two' })).toBe(`too-much-at-once: ${EN[LANES.looks.tooManyOfOne]}`);
  const others = ask(thread, '/d', { person: 'E2', body: 'more' });
  await thread.stop();
  for (const answer of await Promise.all([keeps, own, others])) expect(answer).toMatch(/The API stops/);
});

test('whoever goes away while it is read is answered nothing, and keeps the place until it is done', async () => {
  const thread = threadOf({ atOnce: 2 });
  const gone = new AbortController();
  expect(await ask(thread, '/a')).toBe('/a');
  const leaving = ask(thread, '/keeps', { gone: gone.signal });
  gone.abort();
  expect(await leaving).toBeUndefined();
  expect(await ask(thread, '/lets-go')).toBe('/lets-go');
});

test('a command that a table has become is decided outside, and its answer comes back', async () => {
  let decide: (outcome: Outcome) => void = () => undefined;
  const deciding = new Promise<Outcome>((resolve) => {
    decide = resolve;
  });
  // The time of the table does not run while others decide.
  const thread = threadOf({ takesMs: 300 }, () => deciding);
  const sends = ask(thread, '/sends', { body: 'table' });
  expect(await ask(threadOf({ takesMs: 600 }), '/spins')).toMatch(/^took-too-long/);
  decide(decided);
  expect(await sends).toBe(JSON.stringify(decided));
  const away = threadOf({}, () => Promise.reject(new Error('the database is away')));
  expect(await ask(away, '/sends', { body: 'table' })).toBe('the database is away');
});

test('of a table whose thread dies when its command was sent, nobody says that nothing was taken in', async () => {
  let said: () => void = () => undefined;
  const sent = new Promise<void>((resolve) => {
    said = resolve;
  });
  const thread = threadOf({}, () => {
    said();
    return new Promise(() => undefined);
  });
  const sends = ask(thread, '/sends', { body: 'table' });
  await sent;
  expect(await ask(thread, '/dies')).toMatch(/ended unexpectedly; ask again/);
  expect(await sends).toBe(
    'engine-unavailable: Reading ended before it was heard whether this was taken in; look whether it was, or send it again.',
  );
});
