// The matrix of a supervisor: how soon the first level that is typed is seen, and how long a key takes.
import { postAs } from './client.mjs';
import { OPERATOR } from './company.mjs';

const DAY_MS = 86_400_000;
const ROUND = 'matrix';
const KEYS = 40;

const both = (text) => ({ en: text, 'zh-CN': text });

/** Asks somebody to rate so many people in so many elements. */
export async function askForRatings(origin, person, { people, elements }) {
  const fields = Array.from({ length: elements }, (_, i) => ({
    ...{ key: `e_ability${i}`, kind: 'score', label: both(`Ability ${i + 1}`), required: false },
    ...{ min: 0, max: 7, step: 0.5, wanted: 3 + (i % 3) / 2 },
    anchors: [2, 4, 6].map((score) => ({ score, text: both(`What level ${score} of ability ${i + 1} looks like`) })),
  }));
  const spec = {
    ...{ purpose: 'cycle-ratings', title: both('Ability ratings'), minutes: 6, due: Date.now() + 9 * DAY_MS },
    ...{ form: { fields }, policy: {} },
  };
  const tasks = Array.from({ length: people }, (_, i) => ({ id: `P${i}`, assignee: person, about: `Person ${i + 1}` }));
  await postAs(OPERATOR, `${origin}/api/rounds`, { id: ROUND, spec, tasks });
}

/**
 * One visit on a page whose processor is slowed down already, in milliseconds: from the address on until the first cell is there,
 * and until the level of the first key is in it; and how long each of many keys takes until it is painted.
 */
export async function visitMatrix(page) {
  const begun = performance.now();
  await page.goto(`/desk/${ROUND}`, { waitUntil: 'commit' });
  await page.locator('[role=gridcell]:focus').waitFor();
  const card = performance.now() - begun;
  const cell = await page.evaluate(() => document.activeElement.id);
  await page.keyboard.press('3');
  await page.locator(`#${cell} [data-state=rated]`).waitFor();
  const key = performance.now() - begun;
  await page.evaluate(() => {
    globalThis.painted = [];
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') globalThis.painted.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 });
  });
  for (let pressed = 0; pressed < KEYS; pressed++) await page.keyboard.press(String(pressed % 7));
  const slowest = await page.evaluate(
    () => new Promise((told) => requestAnimationFrame(() => setTimeout(() => told(globalThis.painted), 100))),
  );
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  // What is faster than a frame is not told.
  const each = slowest.length * 2 > KEYS ? median(slowest) : 16;
  await page.keyboard.press('Control+z');
  return { card, key, each, elements };
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
