import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../../stack/ports.ts';
import { type ProcessStamp, untilGone } from '../../stack/process-stamp.ts';
import { built } from '../harness/built.ts';
import { type Ran, rostrum } from './terminal.ts';

interface Up {
  readonly process: ChildProcess;
  /** Everything that it says on stderr. */
  readonly said: () => string;
  readonly where: { api: string; pid: number; timeScale: number };
}

describe('rostrum up, from the build', () => {
  let dist: string;
  let dataDir: string;
  let apiPort: number;
  let up: Up;
  const run = (...args: string[]): Promise<Ran> => rostrum(args, { env: { ROSTRUM_DATA_DIR: dataDir } });
  const running = () => {
    const records = JSON.parse(readFileSync(path.join(dataDir, 'stack.json'), 'utf8'));
    return Object.values(records.running) as ProcessStamp[];
  };
  const child = (...options: string[]) =>
    spawn(process.execPath, [path.join(dist, 'cli/rostrum.js'), 'up', '--data-dir', dataDir, ...options], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ROSTRUM_CACHE: process.env.ROSTRUM_CACHE },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  async function start(...options: string[]): Promise<Up> {
    const started = child('--api-port', String(apiPort), '--json', ...options);
    let out = '';
    let said = '';
    started.stderr!.on('data', (chunk) => {
      said += chunk;
    });
    await new Promise<void>((resolve, reject) => {
      started.stdout!.on('data', (chunk) => {
        out += chunk;
        if (out.endsWith('}\n')) resolve();
      });
      started.once('exit', (code) => reject(new Error(`rostrum up ended with ${code}: ${said}`)));
    });
    return { process: started, said: () => said, where: JSON.parse(out) };
  }

  async function stop(): Promise<number | null> {
    const ended = once(up.process, 'exit');
    up.process.kill('SIGINT');
    return (await ended)[0];
  }

  beforeAll(async () => {
    [dist, dataDir, apiPort] = await Promise.all([
      built(),
      mkdtemp(path.join(tmpdir(), 'rostrum-test-up-')),
      freePort(),
    ]);
    up = await start('--time-scale', '1000');
  });
  afterAll(async () => {
    if (up.process.exitCode === null) await stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  test('starts everything from nothing, and other commands find it', async () => {
    expect(up.where).toMatchObject({ api: `http://127.0.0.1:${apiPort}`, timeScale: 1000 });
    expect((await fetch(`${up.where.api}/health`)).status).toBe(200);
    expect(running().length).toBeGreaterThanOrEqual(6);
    const imported = await run('import', 'organisation', path.resolve('samples'));
    expect(imported).toMatchObject({ code: 0, err: '' });
    const { out } = await run('doctor', '--json');
    const findings = JSON.parse(out) as { check: string; state: string }[];
    // Time that runs faster is worth a warning, and one of operations alone; nobody has configured a channel.
    expect(findings.filter((f) => f.state !== 'ok').map((f) => f.check)).toEqual(['Clock', 'Operations']);
  });

  test('says in one sentence that a port is taken, and that the folder is in use', async () => {
    for (const [options, sentence] of [
      [['--api-port', String(apiPort)], `Port ${apiPort}, which the API should listen on, is taken by another program`],
      [['--api-port', String(await freePort())], `Rostrum already runs on the folder ${dataDir}`],
    ] as const) {
      const second = child(...options);
      let said = '';
      second.stderr!.on('data', (chunk) => {
        said += chunk;
      });
      expect((await once(second, 'exit'))[0]).toBe(1);
      expect(said).toContain(sentence);
      expect(said.trim().split('\n')).toHaveLength(1);
    }
  });

  test('stops at Ctrl-C and leaves nothing running; the next start finds everything again', async () => {
    const before = running();
    expect(await stop()).toBe(0);
    expect(await untilGone(before, 0)).toBe(true);
    expect(await run('status')).toMatchObject({ code: 2 });
    up = await start();
    expect(up.where.timeScale).toBe(1000);
    expect((await run('ledger', 'verify')).out).toMatch(/events in 1 stream: all as they were written/);
    expect((await run('tasks')).out).toBe('Nothing is open.\n');
  });
});
