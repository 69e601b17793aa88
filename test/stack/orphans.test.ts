import { type ChildProcess, fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';
import { isRunning, type ProcessStamp, untilGone } from '../../stack/process-stamp.ts';
import { PATIENCE_MS } from '../harness/patience.ts';
import { emptyFolder, processFile } from './folder.ts';

/** Node 20 runs no TypeScript, and the parent must be a process of its own that can be killed. */
async function builtStack(): Promise<string> {
  const folder = path.join(await emptyFolder(), 'stack');
  await mkdir(folder);
  for (const name of readdirSync('stack').filter((file) => file.endsWith('.ts'))) {
    const { code } = transformSync(readFileSync(path.join('stack', name), 'utf8'), {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'es6' },
    });
    await writeFile(path.join(folder, name.replace(/ts$/, 'js')), code.replace(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'"));
  }
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));

describe('when the process that started a stack ends', () => {
  let built: string;
  let dataDir: string;

  beforeAll(async () => {
    [built, dataDir] = await Promise.all([builtStack(), emptyFolder()]);
  });
  afterAll(async () => {
    await Promise.all([path.dirname(built), dataDir].map((folder) => rm(folder, { recursive: true, force: true })));
  });

  /** Starts the stack in a parent of its own; PostgreSQL, Temporal and the engine are what it says that it runs. */
  async function startInParent(): Promise<{ parent: ChildProcess; running: ProcessStamp[] }> {
    const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', TEMPORAL_ADDRESS: '' };
    const parent = fork(processFile('parent.mjs'), [built, dataDir], {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await new Promise((resolve, reject) => {
      parent.once('message', resolve);
      parent.once('exit', () => reject(new Error('the parent did not start')));
    });
    const records = JSON.parse(readFileSync(path.join(dataDir, 'stack.json'), 'utf8')) as {
      running: Record<string, ProcessStamp>;
    };
    expect(Object.keys(records.running).sort()).toEqual(['engine', 'postgres', 'temporal']);
    const running = Object.values(records.running);
    expect(running.every(isRunning)).toBe(true);
    return { parent, running };
  }

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'by %s, nothing that it started goes on running',
    async (signal) => {
      const { parent, running } = await startInParent();
      const exit = ended(parent);
      parent.kill(signal);
      expect(await exit).toBe(signal === 'SIGKILL' ? null : 0);
      expect(await untilGone(running, PATIENCE_MS)).toBe(true);
    },
  );
});
