// What attackers do to the API, for `abuse`. As a thread it does one of it until it is told that it is enough.
import { connect } from 'node:net';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { bearerOf, OPERATOR, personOf } from './company.mjs';
import { cycleCompany } from './cycle-company.mjs';

const SLOW = 200;
const HEAVY = 20;
const AT_ONCE = 64;
/** Nobody of the crowd. */
const STRANGER = personOf(50);

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Each goes on until it is aborted, and tells what it was answered. */
export const ATTACKS = {
  nothing: (_origin, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(''))),
  'a flood of commands and looks by one person': flood,
  '200 connections that send slowly': slow,
  'twenty heavy requests at a time': heavy,
};

async function flood(origin, signal) {
  const heard = new Map();
  const headers = { authorization: bearerOf(STRANGER), 'content-type': 'application/json' };
  const body = JSON.stringify({ answer: { score: 5 } });
  const send = async (n) => {
    const response =
      n % 2 === 0
        ? await fetch(`${origin}/api/me/tasks`, { headers })
        : await fetch(`${origin}/api/rounds/crowd/tasks/t0/submit`, { method: 'POST', headers, body });
    await response.text();
    heard.set(response.status, (heard.get(response.status) ?? 0) + 1);
    // Whoever hears that it is too often goes on all the same, as fast as one program can.
    if (response.status === 429) await sleep(5);
  };
  await crowdOf(AT_ONCE, signal, send);
  return said(heard);
}

async function slow(origin, signal) {
  const port = Number(new URL(origin).port);
  const head = `POST /api/rounds/crowd/tasks/t0/submit HTTP/1.1\r\nhost: x\r\nauthorization: ${bearerOf(STRANGER)}\r\n`;
  const begun = [
    '',
    'GET /api/me HT',
    head,
    `${head}content-type: application/json\r\ncontent-length: 60000\r\n\r\n{"a`,
  ];
  let cut = 0;
  const sockets = Array.from({ length: SLOW }, (_, n) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.on('close', () => cut++);
    socket.write(begun[n % begun.length]);
    return socket;
  });
  while (!signal.aborted) {
    for (const socket of sockets) if (socket.writable) socket.write('x');
    await sleep(1000);
  }
  const before = cut;
  for (const socket of sockets) socket.destroy();
  return `${before} of ${SLOW} were cut off by then`;
}

async function heavy(origin, signal) {
  const heard = new Map();
  const company = JSON.stringify(cycleCompany(2000));
  const deep = `${'['.repeat(8_000_000)}${']'.repeat(8_000_000)}`;
  const send = async (n) => {
    const [person, body] = n % 2 === 0 ? [OPERATOR, company] : [STRANGER, deep];
    const response = await fetch(`${origin}/api/organisation/${n % 4 === 0 ? 'import' : 'importOrganisation'}`, {
      method: 'POST',
      headers: { authorization: bearerOf(person), 'content-type': 'application/json' },
      body,
      signal,
    }).catch((error) => ({ status: error.name === 'AbortError' ? 'given up' : 'cut off', text: async () => '' }));
    await response.text().catch(() => '');
    heard.set(response.status, (heard.get(response.status) ?? 0) + 1);
  };
  await crowdOf(HEAVY, signal, send);
  return said(heard);
}

async function crowdOf(size, signal, send) {
  let n = 0;
  await Promise.all(
    Array.from({ length: size }, async () => {
      while (!signal.aborted) await send(n++);
    }),
  );
}

const said = (heard) => [...heard].map(([status, count]) => `${count} x ${status}`).join(', ');

if (!isMainThread) {
  const over = new AbortController();
  parentPort.once('message', () => over.abort());
  const heard = ATTACKS[workerData.name](workerData.origin, over.signal);
  parentPort.postMessage('begun');
  parentPort.postMessage(await heard);
}
