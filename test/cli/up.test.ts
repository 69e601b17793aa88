import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
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

/** What in a folder others than its owner may read, write, or list, as somebody would find it who looks at everything. */
async function openIn(folder: string): Promise<string[]> {
  const inside = await readdir(folder, { recursive: true });
  const files = [folder, ...inside.map((name) => path.join(folder, name))];
  return files.filter((file) => {
    const { mode } = statSync(file, { throwIfNoEntry: false }) ?? { mode: 0 };
    return (mode & 0o067) !== 0;
  });
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
    up = await start('--time-scale', '1000', '--dev-tokens');
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

  test('keeps everything from other users of the machine', async () => {
    expect(await openIn(dataDir)).toEqual([]);
    const open = ['temporal/temporal.sqlite', 'logs/api.log', 'anchors'].map((name) => path.join(dataDir, name));
    for (const file of open) await chmod(file, 0o755);
    const [warned] = JSON.parse((await run('doctor', '--json')).out).filter(
      (f: { check: string }) => f.check === 'Data folder',
    );
    expect(warned).toMatchObject({ state: 'warn', found: expect.stringContaining('3 of its files and folders') });
  });

  test('gives the notices process what opens, and nothing that signs', () => {
    const { running: by } = JSON.parse(readFileSync(path.join(dataDir, 'stack.json'), 'utf8'));
    const keysOf = (name: string) =>
      [...readFileSync(`/proc/${by[name].pid}/environ`, 'utf8').matchAll(/ROSTRUM_\w+_KEY/g)].map(([key]) => key);
    expect(keysOf('notices')).toEqual(['ROSTRUM_OPENING_KEY']);
    for (const name of ['engine', 'work', 'api']) expect([name, keysOf(name)]).toEqual([name, ['ROSTRUM_MASTER_KEY']]);
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
    expect((await openIn(dataDir)).length).toBeGreaterThanOrEqual(3);
    up = await start();
    expect(up.where.timeScale).toBe(1000);
    expect((await run('ledger', 'verify')).out).toMatch(/events in 1 stream: all as they were written/);
    // What an earlier run, or somebody, has left open.
    expect(up.said()).toContain(`3 files and folders in ${dataDir} were open to other users of this machine`);
    expect(await openIn(dataDir)).toEqual([]);
    // Nobody has asked for development tokens this time.
    expect((await run('tasks')).err).toContain('Development tokens are not taken here');
  });
});
