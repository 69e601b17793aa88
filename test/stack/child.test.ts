import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Child, type ChildOptions, superviseChild } from '../../stack/child.ts';
import { stampOf } from '../../stack/process-stamp.ts';
import { emptyFolder, processFile } from './folder.ts';

describe('a supervised process', () => {
  let folder: string;
  let child: Child | undefined;
  const supervise = (script: string, more: Partial<ChildOptions> = {}) => {
    const logFile = path.join(folder, 'child.log');
    child = superviseChild({ name: 'child', script: processFile(script), logFile, log: () => undefined, ...more });
    return child;
  };
  beforeEach(async () => {
    folder = await emptyFolder();
  });
  afterEach(async () => {
    await child?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('stops in order when it is asked to, and is not started again', async () => {
    const steady = supervise('steady.mjs');
    await steady.ready;
    await steady.stop();
    await steady.exited;
    expect(steady.pid()).toBeNull();
    expect(steady.restarts()).toBe(0);
  });

  it('is killed when it does not stop within its grace', async () => {
    const stubborn = supervise('stubborn.mjs', { graceMs: 50 });
    await stubborn.ready;
    const pid = stubborn.pid()!;
    await stubborn.stop();
    expect(stampOf(pid)).toBeNull();
  });

  it('that was never ready is not started again', async () => {
    const broken = supervise('broken.mjs');
    await expect(broken.ready).rejects.toThrow(
      'The process child ended with exit code 3 and said last "the settings are missing"; its log is',
    );
    await broken.exited;
    expect(broken.restarts()).toBe(0);
    expect(readFileSync(path.join(folder, 'child.log'), 'utf8')).toContain('the settings are missing');
  });

  it('that does not become ready in its time is ended, in a sentence that says so', async () => {
    const late = supervise('silent.mjs', { readyWithinMs: 500 });
    await expect(late.ready).rejects.toThrow('The process child was not ready within 0.5 s; its log is');
    await late.exited;
  });

  it('comes back each time it is killed', async () => {
    const steady = supervise('steady.mjs');
    await steady.ready;
    const pids = [steady.pid()];
    for (const _ of [1, 2]) {
      await steady.kill();
      pids.push(steady.pid());
    }
    expect(new Set(pids).size).toBe(3);
    expect(steady.restarts()).toBe(2);
  });

  it('that is being awaited after a kill ends the wait when it is stopped', async () => {
    const steady = supervise('steady.mjs');
    await steady.ready;
    const replaced = steady.kill('SIGTERM');
    await steady.stop();
    await expect(replaced).rejects.toThrow('The process child was stopped.');
  });
});
