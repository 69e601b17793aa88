// `peers`: Rostrum beside other systems that do the same job, in one sitting, and the ratios.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { builtFile, ROOT } from './built.mjs';
import { printTable } from './table.mjs';

const DRIVER = path.join(import.meta.dirname, 'rostrum-driver.mjs');

/** The harness's figures: its name for it, ours, and whether more is better. */
const FIGURES = [
  ['open_ms', 'open, ms', 'less'],
  ['submits_per_s', 'submissions/s acknowledged', 'more'],
  ['ack_p50_ms', 'ack p50, ms', 'less'],
  ['ack_p99_ms', 'ack p99, ms', 'less'],
  ['move_due_ms', 'due date moved, ms', 'less'],
  ['last_ack_to_ranking_ms', 'last ack to ranked list, ms', 'less'],
  ['applied_per_s', 'submissions/s applied', 'more'],
  ['total_ms', 'total, ms', 'less'],
  ['cpu_s', 'processor, s', 'less'],
  ['peak_rss_sum', 'peak memory, MiB', 'less'],
  ['disk_mib', 'store growth, MiB', 'less'],
];

/** @param argv what follows the word `peers` */
export async function peers(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      applications: { type: 'string', default: '1000' },
      reviewers: { type: 'string', default: '60' },
      concurrency: { type: 'string', default: '64' },
      repeat: { type: 'string', default: '1' },
      with: { type: 'string' },
      folder: { type: 'string', default: path.join(ROOT, '..', 'shared', 'peers') },
    },
  });
  const harness = path.join(path.resolve(values.folder), 'run.mjs');
  if (!existsSync(harness)) {
    throw new Error(
      `The harness of the peers is not at ${harness}; name its folder with --folder, or measure Rostrum alone with npm run bench -- round.`,
    );
  }
  builtFile('api/server.js');
  const peer = values.with ? `${values.with},rostrum` : 'all';
  const lines = await runHarness(harness, ['--peer', peer, '--driver', `rostrum=${DRIVER}`, ...passedOn(values)]);
  printRatios(lines);
}

const passedOn = (values) =>
  ['applications', 'reviewers', 'concurrency', 'repeat'].flatMap((name) => [`--${name}`, values[name]]);

/** Runs it with its progress on our standard error; its lines are passed on and returned parsed. */
async function runHarness(harness, args) {
  const child = spawn(process.execPath, [harness, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (part) => {
    text += part;
    process.stdout.write(part);
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The harness ended with exit code ${code}; its own words are above.`);
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function printRatios(lines) {
  const figures = lines.map((line) => ({
    ...line,
    peak_rss_sum: Object.values(line.peak_rss_mib).reduce((sum, mib) => sum + mib, 0),
  }));
  const ours = figures.find((line) => line.peer === 'rostrum');
  const others = figures.filter((line) => line !== ours);
  console.log(
    `\n${ours.applications} applications, ${ours.reviewers} reviewers, ${ours.assessments} assessments, medians of ${ours.runs}.`,
  );
  console.log('In brackets how Rostrum compares: above 1 it is that many times better, below 1 worse.\n');
  printTable(
    ['', 'rostrum', ...others.map((line) => line.peer)],
    FIGURES.map(([key, name, better]) => [
      name,
      ours[key] ?? '',
      ...others.map((line) => (line[key] === undefined ? '' : `${line[key]} (${ratio(ours[key], line[key], better)})`)),
    ]),
  );
}

function ratio(ours, theirs, better) {
  if (!ours || !theirs) return '-';
  return (better === 'more' ? ours / theirs : theirs / ours).toFixed(2);
}
