// `science`: matching and ranking of large panels, each result checked.
import { loadavg } from 'node:os';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { built } from './built.mjs';
import { printTable } from './table.mjs';

const CASES = [
  { name: 'match 1,000 x 60', applications: 1000, reviewers: 60, load: 55 },
  { name: 'match 1,000 x 60, tightest loads', applications: 1000, reviewers: 60, load: 50 },
  { name: 'match 5,000 x 200', applications: 5000, reviewers: 200, load: 90 },
  { name: 'match 5,000 x 200, tightest loads', applications: 5000, reviewers: 200, load: 75 },
  { name: 'rank 5,000 x 3 x 4, calibrated', applications: 5000, reviewers: 200, each: 3, criteria: 4 },
  { name: 'rank 1,100 by 3,000 reviewers, calibrated', applications: 1100, reviewers: 3000, each: 64, criteria: 1 },
];

/** Runs every case once; prints seconds, peak memory and what the check found. */
export async function science(argv) {
  const { values } = parseArgs({ args: argv, options: { json: { type: 'boolean', default: false } } });
  const results = [];
  for (const one of CASES) results.push(await (one.load ? matching(one) : ranking(one)));
  const load = Number(loadavg()[0].toFixed(2));
  if (values.json) return void process.stdout.write(`${JSON.stringify({ science: results, load })}\n`);
  printTable(
    ['CASE', 'SECONDS', 'OF PROCESSOR', 'MEMORY MB', 'CHECK'],
    results.map((r) => [r.name, r.seconds.toFixed(2), r.processor.toFixed(2), Math.round(r.memoryMb), r.check]),
  );
  process.stdout.write(`load of the machine in the last minute: ${load}\n`);
}

/** Runs something and says how long it took by the clock, and how much of a processor: on a busy machine they differ. */
async function timed(work) {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const found = await work();
  const { user, system } = process.cpuUsage(used);
  const rounded = (seconds) => Number(seconds.toFixed(3));
  return { found, seconds: rounded((performance.now() - began) / 1000), processor: rounded((user + system) / 1e6) };
}

/** Half of the affinity is the reviewer's own, so that all applications want the same few. */
async function matching({ name, applications, reviewers, load }) {
  const { match } = await built('domain/assignment/match.js');
  const { random } = await built('domain/ranking/random.js');
  const source = random(7);
  const staff = names('R', reviewers);
  const liked = staff.map(() => source.uniform());
  const affinity = names('A', applications).flatMap((application) =>
    staff.map((reviewer, r) => ({
      application,
      reviewer,
      affinity: Math.round(500 * (liked[r] + source.uniform())) / 1000,
    })),
  );
  const problem = {
    applications: names('A', applications),
    reviewers: staff.map((reviewer) => ({ reviewer, maxLoad: load })),
    affinity,
    perApplication: 3,
  };
  const { found, ...time } = await timed(() => match(problem));
  if (found.infeasible || found.total !== found.bound) throw new Error(`${name}: the optimum is not proved.`);
  return { name, ...time, memoryMb: memory(), check: `total ${found.total}, proved` };
}

async function ranking({ name, applications, reviewers, each, criteria }) {
  const { rank } = await built('domain/ranking/rank.js');
  const { rankingMethod } = await built('domain/ranking/method.js');
  const { scores, truth } = await panel({ applications, reviewers, each, criteria });
  const { found, ...time } = await timed(() => rank(scores, rankingMethod({ method: 'calibrated', seats: 100 })));
  const nearness = correlation(
    found.ranking.map((r) => r.score),
    found.ranking.map((r) => truth.get(r.application)),
  );
  if (!(nearness > 0.9)) throw new Error(`${name}: the order is not near the truth (${nearness}).`);
  return { name, ...time, memoryMb: memory(), check: `correlation with the truth ${nearness.toFixed(3)}` };
}

async function panel({ applications, reviewers, each, criteria }) {
  const { random } = await built('domain/ranking/random.js');
  const source = random(5);
  const offsets = names('R', reviewers).map(() => source.normal());
  const truth = new Map(names('A', applications).map((a) => [a, source.normal()]));
  let next = 0;
  const scores = [...truth].flatMap(([application, quality]) =>
    Array.from({ length: each }, () => {
      next = (next + 1 + source.below(5)) % reviewers;
      return next;
    })
      .filter((r, i, all) => all.indexOf(r) === i)
      .flatMap((r) =>
        Array.from({ length: criteria }, (_, c) => ({
          reviewer: `R${r}`,
          application,
          criterion: `C${c}`,
          score: Math.round(2 * (6 + quality + offsets[r] + source.normal())) / 2,
        })),
      ),
  );
  return { scores, truth };
}

function correlation(x, y) {
  const mean = (list) => list.reduce((s, v) => s + v, 0) / list.length;
  const [mx, my] = [mean(x), mean(y)];
  const product = (a, ma, b, mb) => a.reduce((s, v, i) => s + (v - ma) * (b[i] - mb), 0);
  return product(x, mx, y, my) / Math.sqrt(product(x, mx, x, mx) * product(y, my, y, my));
}

const names = (letter, n) => Array.from({ length: n }, (_, i) => `${letter}${i}`);
/** Most memory the process has held so far. */
const memory = () => process.resourceUsage().maxRSS / 1024;
