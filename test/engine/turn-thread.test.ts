import { on } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from '@jest/globals';
import type { ProcessType } from '../../contracts/ids.ts';
import { Clock } from '../../db/clock.ts';
import { isPassing } from '../../db/connection.ts';
import { importsApart } from '../../engine/imports-apart.ts';
import type { Large } from '../../engine/large.ts';
import { pauseAfter } from '../../engine/thread/respawn-pause.ts';
import { TurnThread } from '../../engine/turn-thread.ts';
import { built } from '../harness/built.ts';
import { PATIENCE_MS } from '../harness/patience.ts';
import { until } from '../harness/until.ts';

const DATA = { databaseUrl: 'postgres://127.0.0.1:1/nothing', masterKey: '', clock: new Clock() };
/** A program in the place of the one that takes turns: `heard` is what it does about a call. */
const program = (begin: string, heard = '') =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    ${begin}
    parentPort.on('message', (call) => {
      const { number, present } = call;
      if (present) return parentPort.postMessage({ number, present });
      ${heard}
    });
    parentPort.postMessage({ ready: true });`)}`,
  );

let thread: TurnThread | undefined;
const complaints: string[] = [];
const start = async (entry: URL) => {
  complaints.length = 0;
  thread = await TurnThread.start(DATA, (what) => void complaints.push(what), entry);
  return thread;
};
afterEach(async () => {
  await thread?.stop();
  thread = undefined;
});
const failureOf = (work: Promise<unknown>) => work.then(String, (error: unknown) => error);

test('a thread that cannot begin is not begun again', async () => {
  await expect(start(program("throw new Error('no database')"))).rejects.toThrow('no database');
  expect(complaints).toEqual(['The thread that takes turns died']);
});

test('a thread that complains first is waited for until it is ready', async () => {
  const late = program(
    "parentPort.postMessage({ complaint: 'It takes its time', about: {} });\n    await new Promise((r) => setTimeout(r, 50));",
  );
  await (await start(late)).present(PATIENCE_MS);
  expect(complaints).toEqual(['It takes its time']);
});

test('the thread of an installation begins, and is there, whatever the database does', async () => {
  const entry = pathToFileURL(path.join(await built(), 'engine/turn-thread-main.js'));
  const masterKey = Buffer.alloc(32).toString('base64');
  thread = await TurnThread.start({ ...DATA, masterKey }, () => undefined, entry);
  await thread.present(PATIENCE_MS);
});

test('what was given up before the thread came to it is not begun', async () => {
  const entry = pathToFileURL(path.join(await built(), 'engine/turn-thread-main.js'));
  const worker = new Worker(entry, { workerData: { ...DATA, masterKey: Buffer.alloc(32).toString('base64') } });
  try {
    const heard = on(worker, 'message');
    await heard.next();
    const call = { patience: 0, stream: 'round:late', commands: [] };
    worker.postMessage({ ...call, number: 1, until: 0 });
    expect((await heard.next()).value).toEqual([{ number: 1, error: 'It was given up before it could begin.' }]);
    worker.postMessage({ ...call, number: 2, until: Number.MAX_SAFE_INTEGER });
    expect((await heard.next()).value).toEqual([{ number: 2, error: expect.stringMatching(/ECONNREFUSED/) }]);
  } finally {
    await worker.terminate();
  }
});

test('a thread that dies fails what it had in its hands, is missed, and is replaced', async () => {
  const turns = await start(
    program(
      '',
      "if (call.stream === 'round:bad') throw new Error('a fault');\n      parentPort.postMessage({ number, done: { outcomes: [call.stream] } });",
    ),
  );
  await turns.present(PATIENCE_MS);
  await expect(turns.decide('round:bad', [], PATIENCE_MS)).rejects.toThrow('The thread that takes turns died.');
  await expect(turns.present(PATIENCE_MS)).rejects.toThrow('The thread that takes turns died.');
  expect(await turns.decide('round:good', [], PATIENCE_MS)).toMatchObject({ outcomes: ['round:good'] });
  await turns.present(PATIENCE_MS);
});

test('a thread that never answers keeps nobody waiting for ever', async () => {
  const turns = await start(program('', 'while (true);'));
  const failure = await failureOf(turns.decide('round:stuck', [], 0));
  expect([failure, isPassing(failure)]).toMatchObject([{ code: 'ETIMEDOUT' }, true]);
  await expect(turns.present(50)).rejects.toThrow('No answer');
});

/** It says which thread it is, and ends when it is told to. */
const NAMED = program(
  "import { threadId } from 'node:worker_threads';",
  `if (call.end) return parentPort.close();
      parentPort.postMessage({ number, done: { outcomes: [threadId], id: String(threadId) } });`,
);

test('a thread that is there when it is needed ends by itself, and the next one begins when something is asked again', async () => {
  thread = TurnThread.whenNeeded(DATA, () => undefined, 1, NAMED);
  expect(thread.isRunning).toBe(false);
  const first = await thread.decide('round:first', [], PATIENCE_MS);
  await until(() => !thread!.isRunning);
  const second = await thread.decide('round:second', [], PATIENCE_MS);
  expect(second.outcomes).not.toEqual(first.outcomes);
});

test('whole companies are decided by another thread than what people send', async () => {
  const turns = await start(NAMED);
  const imports = TurnThread.whenNeeded(DATA, () => undefined, 60_000, NAMED);
  try {
    const { decide, decideLarge } = importsApart(turns, imports);
    const large = (kind: ProcessType, length = 1_000_000) =>
      decideLarge({ kind, bytes: new Uint8Array(length) } as Large, PATIENCE_MS).then(({ id }) => id);
    const small = String((await decide('round:small', [], PATIENCE_MS)).outcomes[0]);
    expect([await large('round'), await large('organisation', 100_000)]).toEqual([small, small]);
    expect(await large('organisation')).not.toBe(small);
    expect(await large('cycle')).toBe(await large('organisation'));
  } finally {
    await imports.stop();
  }
});

test('the pause before the next thread grows while one after the other dies, and begins anew once one has lived', () => {
  const pauses = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  let pause = 0;
  expect(pauses.map(() => (pause = pauseAfter(10, pause)))).toEqual([
    100, 200, 400, 800, 1600, 3200, 6400, 12800, 25600, 30000, 30000,
  ]);
  expect(pauseAfter(60_000, pause)).toBe(100);
});
