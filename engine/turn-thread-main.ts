import { parentPort, workerData } from 'node:worker_threads';
import { Clock } from '../db/clock.ts';
import { connectForTurns } from '../db/connection.ts';
import { forgetErased } from '../db/erased.ts';
import { KeyRing } from '../db/keys.ts';
import { Advance } from './advance.ts';
import { engineOf } from './parts.ts';
import type { Call, ThreadData, Word } from './thread-calls.ts';

// The thread that takes turns: it has folds, keys and a pool of its own. It asks the database for nothing before it begins,
// so that it is there again at once whatever the database does; each turn is as patient as whoever asks for it.
const { databaseUrl, masterKey, clock: told } = workerData as ThreadData;
const clock = new Clock(told.realOrigin, told.procedureOrigin, told.scale);
const say = (word: Word) => parentPort!.postMessage(word);
const pool = connectForTurns(databaseUrl);
const keys = new KeyRing(pool, masterKey);
const complain = (complaint: string, about: object) => say({ complaint, about });
const advance = new Advance(engineOf({ pool, keys, time: { clock }, complain }));
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
