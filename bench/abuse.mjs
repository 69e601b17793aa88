// `abuse`: what others wait for while somebody floods the API, sends slowly, or asks for what is heavy.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { ATTACKS } from './attacks.mjs';
import { postAs } from './client.mjs';
import { bearerOf, companyOf, OPERATOR, personOf } from './company.mjs';
import { startBenchStack } from './stack.mjs';
import { printTable } from './table.mjs';

const DAY_MS = 86_400_000;
const OTHERS = 20;
/** Each of the others asks so often, in milliseconds. */
const EACH_MS = 250;

const both = (text) => ({ en: text, 'zh-CN': text });
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param argv what follows the word `abuse` */
export async function abuse(argv) {
  const { values } = parseArgs({
    args: argv,
    options: { seconds: { type: 'string', default: '10' }, json: { type: 'boolean', default: false } },
  });
  const ms = Number(values.seconds) * 1000;
  const stack = await startBenchStack({ company: companyOf(100), log: (sentence) => console.error(sentence) });
  const phases = {};
  try {
    const crowd = await crowdIn(stack.origin, 6 * (ms / EACH_MS));
    for (const name of Object.keys(ATTACKS)) {
      const attack = await begun(name, stack.origin);
      const waits = await crowd(ms);
      phases[name] = { ...figuresOf(waits), attackers: await attack.end() };
      console.error(`${name}: p99 ${phases[name].p99_ms} ms`);
    }
  } finally {
    await stack.stop();
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ bench: 'abuse', phases })}\n`);
  else {
    printTable(
      ['meanwhile', 'others asked', 'p50, ms', 'p99, ms', 'longest, ms', 'what the attackers heard'],
      Object.entries(phases).map(([name, p]) => [name, p.asked, p.p50_ms, p.p99_ms, p.max_ms, p.attackers]),
    );
  }
}

/** People who look into their inbox and answer their tasks, at a steady pace. Fails when one of them is refused. */
async function crowdIn(origin, answers) {
  const due = Date.now() + 14 * DAY_MS;
  const form = { fields: [{ key: 'score', label: both('Score'), kind: 'score', min: 1, max: 10, step: 1 }] };
  const tasks = Array.from({ length: OTHERS * answers }, (_, n) => ({ id: `t${n}`, assignee: personOf(n % OTHERS) }));
  const spec = { purpose: 'review', title: both('A round'), form, due };
  await postAs(OPERATOR, `${origin}/api/rounds`, { id: 'crowd', spec, tasks });
  const next = Array.from({ length: OTHERS }, (_, who) => who);
  const one = async (who, turn) => {
    const headers = { authorization: bearerOf(personOf(who)), 'content-type': 'application/json' };
    if (turn % 2 === 0) return fetch(`${origin}/api/me/tasks`, { headers });
    const task = next[who];
    next[who] += OTHERS;
    const body = JSON.stringify({ answer: { score: 1 + (turn % 10) } });
    return fetch(`${origin}/api/rounds/crowd/tasks/t${task}/submit`, { method: 'POST', headers, body });
  };
  return async (ms) => {
    const until = performance.now() + ms;
    const waits = [];
    await Promise.all(
      Array.from({ length: OTHERS }, async (_, who) => {
        await sleep((who * EACH_MS) / OTHERS);
        for (let turn = 0; performance.now() < until; turn++) {
          const began = performance.now();
          const response = await one(who, turn);
          const text = await response.text();
          if (!response.ok) throw new Error(`Somebody else was answered ${response.status}: ${text}`);
          waits.push(performance.now() - began);
          await sleep(Math.max(0, EACH_MS - (performance.now() - began)));
        }
      }),
    );
    return waits;
  };
}

function figuresOf(waits) {
  const sorted = [...waits].sort((a, b) => a - b);
  const at = (share) => Number(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1));
  return { asked: sorted.length, p50_ms: at(0.5), p99_ms: at(0.99), max_ms: at(1) };
}

/** An attack, in a thread of its own: what it takes to send must not hold up who waits here. Resolves when it has begun. */
async function begun(name, origin) {
  const worker = new Worker(new URL('./attacks.mjs', import.meta.url), { workerData: { name, origin } });
  const next = () => new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  await next();
  return {
    end: async () => {
      const heard = next();
      worker.postMessage('enough');
      return heard.finally(() => worker.terminate());
    },
  };
}
