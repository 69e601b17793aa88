// `loop`: how long the API's event loop stands still while large things happen.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { postAs } from './client.mjs';
import { companyOf, OPERATOR } from './company.mjs';
import { cycleCompany } from './cycle-company.mjs';
import { monitoring, pausesOf } from './loop-pauses.mjs';
import { startBenchStack } from './stack.mjs';
import { printTable } from './table.mjs';

const TASKS = 20_000;
const DAY_MS = 86_400_000;

/** @param argv what follows the word `loop` */
export async function loop(argv) {
  const { values } = parseArgs({
    args: argv,
    options: { employees: { type: 'string', default: '10000' }, json: { type: 'boolean', default: false } },
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'rostrum-loop-'));
  const file = path.join(folder, 'pauses');
  const stack = await startBenchStack({
    company: companyOf(10),
    log: (sentence) => console.error(sentence),
    apiEnv: monitoring(file),
  });
  const post = (route, body) => postAs(OPERATOR, `${stack.origin}${route}`, body);
  const steps = {};
  const step = async (name, work) => {
    const { longest, took } = await pausesOf(file, work);
    steps[name] = { pause_ms: longest, took_ms: took };
  };
  try {
    const company = cycleCompany(Number(values.employees));
    await step(`${values.employees} employees imported`, () => post('/api/organisation/importOrganisation', company));
    const due = Date.now() + 14 * DAY_MS;
    const people = company.people.slice(1, 2001);
    const tasks = Array.from({ length: TASKS }, (_, i) => ({ id: `t${i}`, assignee: people[i % people.length].id }));
    await step(`a round of ${TASKS} tasks opened`, () =>
      post('/api/rounds', { id: 'large', spec: specOf(due), tasks }),
    );
    const later = { tasks: 'all', due: due + DAY_MS, reason: 'The benchmark moves it.' };
    await step('the round moved', () => post('/api/rounds/large/extend', later));
  } finally {
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ bench: 'loop', steps })}\n`);
  else {
    printTable(
      ['', 'longest pause, ms', 'took, ms'],
      Object.entries(steps).map(([name, s]) => [name, s.pause_ms, s.took_ms]),
    );
  }
}

const both = (text) => ({ en: text, 'zh-CN': text });

const specOf = (due) => ({
  purpose: 'review',
  title: both('A large round'),
  form: { fields: [{ key: 'score', label: both('Score'), kind: 'score', min: 1, max: 10, step: 1 }] },
  policy: { ladder: [{ offset: '-2d', to: 'assignee' }] },
  due,
});
