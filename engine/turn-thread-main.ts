import { setPriority } from 'node:os';
import process from 'node:process';
import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '../contracts/failure.ts';
import { Clock } from '../db/clock.ts';
import { connectForTurns } from '../db/connection.ts';
import { forgetErased } from '../db/erased.ts';
import { KeyRing } from '../db/keys.ts';
import { admitKinds } from '../settings/kinds.ts';
import { Advance } from './advance.ts';
import type { Advanced } from './advanced.ts';
import { engineOf } from './parts.ts';
import type { Sign } from './thread/life.ts';
import type { Call, End, ThreadData, Word } from './thread-calls.ts';
import { WarmUp } from './warm-up.ts';

// The thread that takes turns: it has folds, keys and a pool of its own. It asks the database for nothing before it begins,
// so that it is there again at once whatever the database does; each turn is as patient as whoever asks for it.
const { databaseUrl, masterKey, clock, kinds, niceness } = workerData as ThreadData;
// On Linux it is the thread's own priority, elsewhere the whole process's.
if (niceness && process.platform === 'linux') setPriority(niceness);
await admitKinds(kinds);
const say = (word: Word | Sign) => parentPort!.postMessage(word);
const pool = connectForTurns(databaseUrl);
const keys = new KeyRing(pool, masterKey);
const complain = (complaint: string, about: object) => say({ complaint, about });
const parts = { pool, keys, time: { clock: Clock.of(clock) }, complain };
const advance = new Advance(engineOf(parts));
let practice: Promise<WarmUp> | undefined;
const forgetting = forgetErased(databaseUrl, keys);

async function end(): Promise<void> {
  await advance.settled();
  await Promise.all([forgetting.close(), pool.end()]);
  process.exit(0);
}

parentPort!.on('message', (call: Call | End) => {
  if ('end' in call) return void end();
  const { number, until } = call;
  if (Date.now() > until) return say({ number, error: 'It was given up before it could begin.' });
  if ('present' in call) return say({ number, present: true });
  decided(call).then(
    (done) => say({ number, done }),
    (error: unknown) => say({ number, error: messageOf(error) }),
  );
});

async function decided(call: Exclude<Call, { present: true }>): Promise<Advanced | null> {
  if ('large' in call) return advance.decideLarge(call.large, call.patience);
  if (!call.practice) return advance.decide(call.stream, call.commands, call.patience);
  if (call.practice !== 'over') {
    practice ??= WarmUp.begin(databaseUrl, parts);
    return (await practice).decide(call.stream, call.commands, call.patience);
  }
  const begun = practice;
  practice = undefined;
  await (await begun)?.end();
  return null;
}

say({ ready: true });
