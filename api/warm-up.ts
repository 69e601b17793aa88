import { randomUUID } from 'node:crypto';
import { Agent, createServer, type RequestOptions, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { within } from '../db/connection.ts';
import type { Gateway } from '../engine/gateway.ts';
import { holderOf, practiceRound } from '../engine/practice.ts';
import type { TurnThread } from '../engine/turn-thread.ts';
import type { Api } from './parts.ts';
import type { Practice } from './practice.ts';

/** So many answers make the code that takes answers as quick as it gets (measured). */
const ANSWERS = 2000;
/** So many people answer at the same time. */
const AT_ONCE = 64;
/** A machine that is busy is not made busier for longer than this, in milliseconds. */
const LONGEST_MS = 2_000;
/** Whoever starts waits no longer for it, whatever it meets, in milliseconds. */
const GIVEN_UP_MS = 4_000;
const PATIENCE_MS = 2_000;

/** The API that is to listen, and what it is practised with. */
export interface WarmUpParts {
  readonly app: Pick<Api, 'routing'>;
  readonly gateway: Pick<Gateway, 'send'>;
  readonly turns: Pick<TurnThread, 'practised'>;
  readonly practice: Practice;
  /** Procedure time. */
  readonly now: number;
}

/**
 * Practises before the first request comes: a crowd answers in a round of people who do not exist, all the way through the
 * paths, the thread and the database, and it is undone. Node compiles what it runs often, and would do so while people wait:
 * their first 1,500 answers take twice as long as later ones (measured).
 * @throws when the database or the thread fails, or all takes too long; nothing stays of it in any case
 */
export function warmUp(parts: WarmUpParts): Promise<void> {
  return within(GIVEN_UP_MS, practise(parts));
}

async function practise({ app, gateway, turns, practice, now }: WarmUpParts): Promise<void> {
  const until = Date.now() + LONGEST_MS;
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  // For this machine alone; whoever finds it meets what will be open to them in a moment.
  const server = createServer(app.routing);
  try {
    await new Promise<void>((listening, failed) => {
      server.once('error', failed).listen(0, '127.0.0.1', listening);
    });
    const { port } = server.address() as AddressInfo;
    const opening = { id: randomUUID(), type: 'open', actor: holderOf(0), body: practiceRound(now, ANSWERS) };
    const opened = await gateway.send(practice.stream, opening);
    if (!opened.accepted) throw new Error(opened.detail);
    const tasks = Array.from({ length: ANSWERS }, (_, n) => n).values();
    const person = async () => {
      for (const n of tasks) {
        if (Date.now() > until) return;
        const path = `/api/rounds/${practice.name}/tasks/t${n}/submit`;
        const answer = { answer: { score: 1 + (n % 10) }, commandId: randomUUID() };
        await post({ agent, port, path }, practice.authorizationOf(holderOf(n)), JSON.stringify(answer));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, person));
  } finally {
    practice.end();
    agent.destroy();
    // Somebody else on this machine may have found it and send half a request: nobody waits for the rest.
    server.closeAllConnections();
    if (server.listening) await new Promise((closed) => server.close(closed));
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
