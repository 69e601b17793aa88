import { AsyncLocalStorage } from 'node:async_hooks';
import { setPriority } from 'node:os';
import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import type { StreamId } from '../../contracts/ids.ts';
import { Clock } from '../../db/clock.ts';
import { connectForAnswers } from '../../db/connection.ts';
import { forgetErased } from '../../db/erased.ts';
import { KeyRing } from '../../db/keys.ts';
import type { Outcome } from '../../domain/turn/outcome.ts';
import { EngineUnavailable, type Gateway, type SentText } from '../../engine/gateway.ts';
import type { Sign } from '../../engine/thread/life.ts';
import { admitKinds } from '../../settings/kinds.ts';
import { buildApi } from '../app.ts';
import { movable } from './movable.ts';
import type { Asked, FromReading, ReadingData, ToReading } from './words.ts';

// A thread that reads: it has folds, keys and a few connections of its own, and answers requests that were handed over.
const data = workerData as ReadingData;
await admitKinds(data.kinds);
const CONNECTIONS = 4;

// Whoever answers and decides goes first where processors are few. On Linux it is the thread's own priority, elsewhere the
// whole process's.
if (process.platform === 'linux') setPriority(data.niceness);

const say = (word: FromReading | Sign, moves: readonly ArrayBuffer[] = []) => parentPort!.postMessage(word, moves);

/** The request that is being answered. */
const current = new AsyncLocalStorage<number>();
const deciding = new Map<number, { resolve: (outcome: Outcome) => void; reject: (error: Error) => void }>();
let sends = 0;

/** Commands are decided elsewhere: their text goes there as bytes. */
const gateway: Pick<Gateway, 'send' | 'sendLarge'> = {
  send: (stream: StreamId, command) => {
    const send = ++sends;
    const { id, type, actor } = command;
    const text = 'text' in command ? command.text : (JSON.stringify(command.body) ?? 'null');
    const { bytes, moves } = movable(Buffer.from(text as string));
    const sent: SentText = { id, type, actor, text: bytes };
    say({ send, by: current.getStore() ?? 0, stream, command: sent }, moves);
    return new Promise<Outcome>((resolve, reject) => {
      deciding.set(send, { resolve, reject: (error) => reject(new EngineUnavailable(stream, error)) });
    });
  },
  sendLarge: () => Promise.reject(new Error('No large command is handed over to whoever reads.')),
};

const pool = connectForAnswers(data.databaseUrl, { max: CONNECTIONS });
const keys = new KeyRing(pool, data.masterKey);
const forgetting = forgetErased(data.databaseUrl, keys);
const app = await buildApi({
  pool,
  keys,
  gateway,
  clock: Clock.of(data.clock),
  devTokens: data.devTokens,
  publicUrl: data.publicUrl,
  ...(data.sessionLimits ? { sessionLimits: data.sessionLimits } : {}),
  company: data.company,
  isBeside: true,
  ...(data.keeping ? { keeping: data.keeping } : {}),
  ...(data.storing ? { storing: data.storing } : {}),
  complain: (complaint, about) => say({ complaint, about }),
});

async function answer(number: number, { method, url, headers, body }: Asked): Promise<void> {
  const response = await app.inject({
    method: method as 'GET' | 'POST',
    url,
    headers: headers as Record<string, string>,
    ...(body ? { payload: Buffer.from(body.buffer, body.byteOffset, body.byteLength) } : {}),
  });
  const { bytes, moves } = movable(response.rawPayload);
  const answered = { status: response.statusCode, headers: response.headers, body: bytes };
  say({ answer: number, answered }, moves);
}

async function end(): Promise<void> {
  await app.close();
  await Promise.all([forgetting.close(), pool.end()]);
  process.exit(0);
}

parentPort!.on('message', (word: ToReading) => {
  if ('end' in word) void end();
  if ('ask' in word) {
    const { ask } = word;
    current
      .run(ask, () => answer(ask, word.asked))
      .catch((error: Error) => say({ answer: ask, failed: error.message }));
  }
  if ('decided' in word) {
    const waiting = deciding.get(word.decided);
    deciding.delete(word.decided);
    if ('outcome' in word) waiting?.resolve(word.outcome);
    else waiting?.reject(new Error(word.away));
  }
});
say({ ready: true });
