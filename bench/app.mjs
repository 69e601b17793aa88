// `app`: how soon a desk with many tasks, and the matrix of a supervisor, are of use in a browser, with a processor that is a quarter as fast.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { askForRatings, visitMatrix } from './app-matrix.mjs';
import { postAs } from './client.mjs';
import { companyOf, OPERATOR, personOf } from './company.mjs';
import { startBenchStack } from './stack.mjs';
import { printTable } from './table.mjs';

const DAY_MS = 86_400_000;
const OF_ROUND = 5;
const SLOWER = 4;
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
  (name) => `/usr/bin/${name}`,
);

/** @param argv what follows the word `app` */
export async function app(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      tasks: { type: 'string', default: '500' },
      repeat: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
    },
  });
  const executablePath = [process.env.CHROMIUM ?? '', ...BROWSERS].find((file) => file !== '' && existsSync(file));
  if (!executablePath) throw new Error('No Chromium is installed here; CHROMIUM may name one.');
  const stack = await startBenchStack({ company: companyOf(1), log: (sentence) => console.error(sentence) });
  try {
    const person = personOf(0);
    await askMany(stack.origin, person, Number(values.tasks));
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    const timedBy = (visit) => timed(browser, stack.origin, person, Number(values.repeat), visit);
    const desk = await timedBy(visitDesk);
    await askForRatings(stack.origin, person, { people: 20, elements: 40 });
    const matrix = await timedBy(visitMatrix);
    await browser.close();
    const rows = Object.fromEntries(
      Object.entries({ desk, 'matrix 20 x 40': matrix }).flatMap(([page, visits]) =>
        Object.entries(visits).map(([name, figures]) => [`${page}, ${name}`, figures]),
      ),
    );
    if (values.json)
      process.stdout.write(`${JSON.stringify({ bench: 'app', tasks: Number(values.tasks), ...rows })}\n`);
    else
      printTable(
        ['', 'is there, ms', 'answers to a key, ms', 'each further key, ms', 'elements'],
        Object.entries(rows).map(([name, { card, key, each, elements }]) => [name, card, key, each, elements]),
      );
  } finally {
    await stack.stop();
  }
}

/** Rounds of five tasks each, of which the first are due first. */
async function askMany(origin, person, count) {
  const both = (text) => ({ en: text, 'zh-CN': text });
  for (let round = 0; round < count / OF_ROUND; round++) {
    const spec = {
      ...{ purpose: 'review', title: both(`Round ${round}`), minutes: 10, due: Date.now() + (round + 2) * DAY_MS },
      form: { fields: [{ key: 'score', label: both('Score'), kind: 'score', min: 1, max: 10, step: 1 }] },
      policy: {},
    };
    const tasks = Array.from({ length: OF_ROUND }, (_, at) => ({ id: `T${at}`, assignee: person, about: `A-${at}` }));
    await postAs(OPERATOR, `${origin}/api/rounds`, { id: `desk-${round}`, spec, tasks });
  }
}

/** One visit: from the address on until the first card is there, and until it has the focus by a key; in milliseconds. */
async function visitDesk(page) {
  const begun = performance.now();
  await page.goto('/desk', { waitUntil: 'commit' });
  await page.locator('article [data-go]').first().waitFor();
  const card = performance.now() - begun;
  await page.keyboard.press('j');
  await page.locator('article [data-go]:focus').waitFor();
  const key = performance.now() - begun;
  return { card, key, elements: await page.evaluate(() => document.querySelectorAll('*').length) };
}

/** Medians of what visits have told, the first one and those that have all scripts already. */
async function timed(browser, origin, person, repeat, visit) {
  const runs = { 'first visit': [], 'later visits': [] };
  for (let run = 0; run < repeat; run++) {
    const context = await browser.newContext({ baseURL: origin, viewport: { width: 1440, height: 900 } });
    await context.request.post('/api/session', {
      data: { dev: person, stay: false },
      headers: { 'x-rostrum': '1' },
    });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    for (const name of Object.keys(runs)) runs[name].push(await visit(page));
    await context.close();
  }
  const median = (list) => Math.round([...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]);
  return Object.fromEntries(
    Object.entries(runs).map(([name, all]) => [
      name,
      Object.fromEntries(Object.keys(all[0]).map((what) => [what, median(all.map((one) => one[what]))])),
    ]),
  );
}
