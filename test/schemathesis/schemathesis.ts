import { execFile, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { leaving } from '../harness/leavings.ts';
import { settingsOf } from './settings.ts';
import { KINDS, Stage } from './stage.ts';

/*
 * `npm run test:schemathesis`: requests made from the description of the API, as four kinds of person, 5,000 of each at the
 * least; whatever is answered has to be in the description. Needs Python 3.10; schemathesis comes into .rostrum/ at the first run.
 */

const VERSION = '4.32.5';
const FOLDER = path.join('.rostrum', 'schemathesis');
const PROGRAM = path.join(FOLDER, `venv-${VERSION}`, 'bin', 'schemathesis');

const EACH = 5_000;
/** Others each time; ROSTRUM_SCHEMATHESIS_SEED names the seed of one run. */
const SEED = Number(process.env.ROSTRUM_SCHEMATHESIS_SEED ?? randomInt(1_000_000));
/** So many are made of each operation by chance, beside those that try every part of its description. */
const EXAMPLES = 20;
const TIME_MS = 3_600_000;

interface Report {
  readonly failures: readonly object[];
  readonly errors: readonly object[];
  readonly phases: Readonly<Record<string, { readonly status: string }>>;
}

const table: string[] = [];
let stage: Stage;
beforeAll(async () => {
  await install();
  stage = await Stage.set();
});
afterAll(async () => {
  process.stdout.write(`Seed ${SEED}\n${table.join('\n')}\n`);
  await stage?.close();
});

async function install(): Promise<void> {
  if (existsSync(PROGRAM)) return;
  const run = promisify(execFile);
  const venv = path.dirname(path.dirname(PROGRAM));
  await rm(venv, { recursive: true, force: true });
  await run('python3', ['-m', 'venv', venv]);
  await run(path.join(venv, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${VERSION}`]);
}

/** Counts what a server answers, by status, until the counts are asked for. */
function counting(server: Server): () => [status: number, answers: number][] {
  const statuses = new Map<number, number>();
  const count = (_request: IncomingMessage, response: ServerResponse) => {
    response.once('finish', () => {
      statuses.set(response.statusCode, (statuses.get(response.statusCode) ?? 0) + 1);
    });
  };
  server.on('request', count);
  return () => {
    server.off('request', count);
    return [...statuses].sort(([a], [b]) => a - b);
  };
}

/** One run of schemathesis as somebody; its settings, its report and all that it says are left in the folder. */
async function attempt(person: string): Promise<Report> {
  const { origin } = stage.world.api;
  const [settings, report, said] = ['toml', 'json', 'txt'].map((ending) => path.join(FOLDER, `${person}.${ending}`));
  await writeFile(settings!, settingsOf(await stage.known(), person, SEED, EXAMPLES));
  const about = ['--no-color', '--config-file', settings!, 'run', `${origin}/api/openapi.json`, '--url', origin];
  const child = spawn(PROGRAM, [...about, '--report', 'json', '--report-json-path', report!, '--warnings', 'off']);
  const end = leaving(async () => child.kill());
  const text: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => void text.push(`${piece}`));
  await once(child, 'close');
  await end();
  await writeFile(said!, text.join(''));
  return JSON.parse(await readFile(report!, 'utf8')) as Report;
}

test.each(KINDS)(
  'every answer to $kind is one that is described',
  async ({ kind, person }) => {
    const counted = counting(stage.world.api.app.server);
    const began = performance.now();
    const { failures, errors, phases } = await attempt(person);
    const statuses = counted();
    const of = (least: number, below: number) =>
      statuses.reduce((sum, [status, answers]) => sum + (least <= status && status < below ? answers : 0), 0);
    const seconds = Math.round((performance.now() - began) / 1000);
    table.push(
      `${kind}: ${of(100, 600)} requests in ${seconds} s, ${of(200, 300)} accepted, 5xx ${of(500, 600)}, undocumented ${failures.length}`,
    );
    expect({ failures, errors, broken: of(500, 600) }).toEqual({ failures: [], errors: [], broken: 0 });
    expect([phases.coverage?.status, phases.fuzzing?.status]).toEqual(['success', 'success']);
    expect(of(100, 600)).toBeGreaterThanOrEqual(EACH);
  },
  TIME_MS,
);
