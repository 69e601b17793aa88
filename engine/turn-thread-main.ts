import { parentPort, workerData } from 'node:worker_threads';
import { readClock } from '../db/clock.ts';
import { connectForTurns } from '../db/connection.ts';
import { forgetErased } from '../db/erased.ts';
import { KeyRing } from '../db/keys.ts';
import { Advance } from './advance.ts';
import { engineOf } from './parts.ts';
import type { Call, ThreadData, Word } from './thread-calls.ts';

// The thread that takes turns: it has folds, keys and a pool of its own.
const { databaseUrl, masterKey } = workerData as ThreadData;
const say = (word: Word) => parentPort!.postMessage(word);
const pool = connectForTurns(databaseUrl);
const keys = new KeyRing(pool, masterKey);
const complain = (complaint: string, about: object) => say({ complaint, about });
const advance = new Advance(engineOf({ pool, keys, time: { clock: await readClock(pool) }, complain }));
forgetErased(databaseUrl, keys);

parentPort!.on('message', (call: Call) => {
  const { number, patience } = call;
  if ('present' in call) return say({ number, present: true });
  const deciding =
    'large' in call ? advance.decideLarge(call.large, patience) : advance.decide(call.stream, call.commands, patience);
  deciding.then(
    (done) => say({ number, done }),
    (error: unknown) => say({ number, error: error instanceof Error ? error.message : String(error) }),
  );
});
say({ ready: true });
