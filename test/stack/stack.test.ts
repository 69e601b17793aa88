import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { isPortTaken } from '../../stack/ports.ts';
import { type ProcessStamp, stampOf, untilGone } from '../../stack/process-stamp.ts';
import { type Stack, type StackOptions, startStack } from '../../stack/stack.ts';
import { PATIENCE_MS } from '../harness/patience.ts';
import { emptyFolder, processFile } from './folder.ts';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Every process whose parent is this one or one of its descendants; /proc knows them all. */
function descendants(): number[] {
  const parentOf = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parentOf.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const isOurs = (pid: number): boolean => {
    const parent = parentOf.get(pid);
    return parent !== undefined && (parent === process.pid || isOurs(parent));
  };
  return [...parentOf.keys()].filter(isOurs);
}

/** The addresses on which processes listen. */
function listeningOf(pids: readonly number[]): string[] {
  const sockets = new Set(
    pids.flatMap((pid) => {
      try {
        return readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
      } catch {
        // It has ended meanwhile, or is of another user, whom only root may ask.
        return [];
      }
    }),
  );
  const lines = ['tcp', 'tcp6'].flatMap((file) =>
    readFileSync(`/proc/net/${file}`, 'utf8').trim().split('\n').slice(1),
  );
  return lines.flatMap((line) => {
    const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
    return state === LISTEN && sockets.has(`socket:[${inode}]`) ? [addressOf(local.split(':')[0]!)] : [];
  });
}

const LISTEN = '0A';

/** As /proc writes it: words of four bytes, each backwards. */
function addressOf(hex: string): string {
  const bytes = hex.match(/.{8}/g)!.flatMap((word) => word.match(/../g)!.reverse());
  if (bytes.length === 4) return bytes.map((byte) => Number.parseInt(byte, 16)).join('.');
  return bytes.join('') === `${'00'.repeat(15)}01` ? '::1' : bytes.join('');
}

/** The shell that minds the servers ends a moment after them. */
function allGone(before: ReadonlySet<number>): Promise<boolean> {
  const ours = descendants().filter((pid) => !before.has(pid));
  return untilGone(
    ours.flatMap((pid) => stampOf(pid) ?? []),
    PATIENCE_MS,
  );
}

describe('the stack on one machine', () => {
  let dataDir: string;
  let stack: Stack;
  const said: string[] = [];
  let options: StackOptions;
  const before = new Set<number>();
  const started: ProcessStamp[] = [];

  const begin = async () => {
    stack = await startStack(options);
    for (const pid of descendants()) {
      const stamp = stampOf(pid);
      if (stamp && !before.has(pid)) started.push(stamp);
    }
  };

  beforeAll(async () => {
    for (const pid of descendants()) before.add(pid);
    dataDir = await emptyFolder();
    options = {
      dataDir,
      processes: [{ name: 'engine', script: processFile('steady.mjs'), args: ['4711'], env: { GREETING: 'hello' } }],
      migrate: async (url) => void (await query(url, 'create table if not exists note (text text)')),
      log: (sentence) => said.push(sentence),
    };
    await begin();
  });

  afterAll(async () => {
    await stack.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('starts from nothing, migrates, and tells its processes where everything is', () => {
    const log = readFileSync(path.join(dataDir, 'logs', 'engine.log'), 'utf8');
    expect(log).toContain(`told ${stack.databaseUrl} ${stack.temporalAddress} hello`);
    expect(stack.children.get('engine')?.port()).toBe(4711);
  });

  it('keeps a master key of 32 bytes that only its owner can read', () => {
    const file = path.join(dataDir, 'master.key');
    expect(Buffer.from(readFileSync(file, 'utf8'), 'base64')).toHaveLength(32);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('listens on the loopback address only, PostgreSQL and Temporal with all their ports', () => {
    const found = listeningOf(descendants().filter((pid) => !before.has(pid)));
    expect(found.length).toBeGreaterThanOrEqual(2);
    expect(found.filter((address) => !['127.0.0.1', '::1'].includes(address))).toEqual([]);
  });

  it('tells nobody the password of PostgreSQL’s superuser, neither by arguments nor by what a process is given', () => {
    const lines = descendants().map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
    const password = readFileSync(path.join(dataDir, 'postgres', 'password'), 'utf8').trim();
    expect(lines.filter((line) => line.includes(password))).toEqual([]);
    expect(readFileSync(path.join(dataDir, 'logs', 'engine.log'), 'utf8')).not.toContain(password);
  });

  it('is durable: what is committed is flushed', async () => {
    expect(await query(stack.databaseUrl, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(stack.databaseUrl, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
  });

  it('refuses a second start on the same folder', async () => {
    await expect(startStack(options)).rejects.toThrow(
      `Rostrum already runs on the folder ${dataDir} (process ${process.pid}): ` +
        'stop that one first, or choose another data folder.',
    );
  });

  it('starts a killed process again', async () => {
    const engine = stack.children.get('engine')!;
    const first = engine.pid();
    await engine.kill();
    expect(engine.pid()).not.toBe(first);
    expect(engine.restarts()).toBe(1);
    expect(said.join('\n')).toContain('The process engine was ended by SIGKILL and said last "told ');
  });

  it('leaves nothing running after stop, and keeps rows, keys and addresses until the next start', async () => {
    const { databaseUrl, temporalAddress } = stack;
    const key = readFileSync(path.join(dataDir, 'master.key'), 'utf8');
    await query(databaseUrl, "insert into note values ('still here')");
    await stack.stop();
    expect(await allGone(before)).toBe(true);
    expect(await isPortTaken(Number(new URL(databaseUrl).port))).toBe(false);
    await begin();
    expect(stack).toMatchObject({ databaseUrl, temporalAddress });
    expect(await query(databaseUrl, 'select text from note')).toEqual([{ text: 'still here' }]);
    expect(readFileSync(path.join(dataDir, 'master.key'), 'utf8')).toBe(key);
  });
});

describe('a stack that cannot start', () => {
  it('names the process and its log, and stops what had been started', async () => {
    const dataDir = await emptyFolder();
    const before = new Set(descendants());
    const processes = [{ name: 'engine', script: processFile('broken.mjs') }];
    await expect(startStack({ dataDir, ephemeral: true, processes, log: () => undefined })).rejects.toThrow(
      `The process engine ended with exit code 3 and said last "the settings are missing"; its log is ${path.join(dataDir, 'logs', 'engine.log')}.`,
    );
    expect(await allGone(before)).toBe(true);
  });
});
