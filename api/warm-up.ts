import { randomUUID } from 'node:crypto';
import { Agent, type RequestOptions, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type StreamId, SYSTEM } from '../contracts/ids.ts';
import { within } from '../db/connection.ts';
import { Gateway } from '../engine/gateway.ts';
import { holderOf, PRACTISING, practiceRound } from '../engine/practice.ts';
import type { TurnThread } from '../engine/turn-thread.ts';
import type { ApiParts } from './parts.ts';
import { Roles } from './roles.ts';
import { submitRoute } from './routes/submit.ts';
import { shellOf } from './shell.ts';
import { SignIn } from './sign-in.ts';

/** So many answers make the code that takes answers as quick as it gets (measured). */
const ANSWERS = 2000;
/** So many people answer at the same time. */
const AT_ONCE = 64;
/** A machine that is busy is not made busier for longer than this, in milliseconds. */
const LONGEST_MS = 2_000;
/** Whoever starts waits no longer for it, whatever it meets, in milliseconds. */
const GIVEN_UP_MS = 4_000;
const PATIENCE_MS = 2_000;

/**
 * Practises before the first request comes: a crowd answers in a round of people who do not exist, all the way through the
 * paths, the thread and the database, and it is undone. Node compiles what it runs often, and would do so while people wait:
 * their first 1,500 answers take twice as long as later ones (measured).
 * @throws when the database or the thread fails, or all takes too long; nothing stays of it in any case
 */
export function warmUp(
  turns: Pick<TurnThread, 'practise' | 'practised'>,
  access: Pick<ApiParts, 'pool' | 'keys'>,
  now: number,
): Promise<void> {
  return within(GIVEN_UP_MS, practise(turns, access, now));
}

async function practise(
  turns: Pick<TurnThread, 'practise' | 'practised'>,
  { pool, keys }: Pick<ApiParts, 'pool' | 'keys'>,
  now: number,
): Promise<void> {
  const until = Date.now() + LONGEST_MS;
  const name = `practice-${randomUUID()}`;
  const stream: StreamId = `round:${name}`;
  const take = { decide: turns.practise.bind(turns), decideLarge: () => Promise.reject(new Error('Not practised.')) };
  const gateway = new Gateway({ turns: take, after: () => undefined, patience: PATIENCE_MS });
  const roles = new Roles({ pool, keys, clock: { now: () => now } });
  const signIn = new SignIn({ pool, roles, devTokens: true, known: PRACTISING });
  const app = shellOf({ signIn, complain: () => undefined, handsOver: false });
  // Nobody else knows the name of the round.
  submitRoute(
    app,
    { gateway },
    { isKnown: (asked) => asked === stream, demand: () => Promise.reject(new Error('Not practised.')) },
  );
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  try {
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const opening = { id: randomUUID(), type: 'open', actor: SYSTEM, body: practiceRound(now, ANSWERS) };
    const opened = await gateway.send(stream, opening);
    if (!opened.accepted) throw new Error(opened.detail);
    const tasks = Array.from({ length: ANSWERS }, (_, n) => n).values();
    const person = async () => {
      for (const n of tasks) {
        if (Date.now() > until) return;
        const path = `/api/rounds/${name}/tasks/t${n}/submit`;
        const answer = { answer: { score: 1 + (n % 10) }, commandId: randomUUID() };
        await post({ agent, port, path }, `Bearer dev:${holderOf(n)}`, JSON.stringify(answer));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, person));
  } finally {
    agent.destroy();
    // Somebody else on this machine may have found it and send half a request: nobody waits for the rest.
    app.server.closeAllConnections();
    await app.close();
    await turns.practised(PATIENCE_MS);
  }
}

/** Sends one request, as anybody would. @throws when it is refused, with what was answered */
function post(to: RequestOptions, authorization: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { authorization, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request({ host: '127.0.0.1', method: 'POST', ...to, headers }, (response) => {
      let answer = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        answer += text;
      });
      response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(answer))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
