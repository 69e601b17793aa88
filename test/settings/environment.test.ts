import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { EnvironmentFailure, environmentNames, type Needs, readEnvironment } from '../../settings/environment.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const ENOUGH = { DATABASE_URL: 'postgresql://rostrum:secret@db:5432/rostrum', ROSTRUM_MASTER_KEY: KEY };

function complaints(environment: Record<string, string>, needs?: Needs): readonly string[] {
  try {
    readEnvironment(environment, needs);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentFailure) return error.sentences;
    throw error;
  }
}

describe('the environment', () => {
  it('needs a database and a master key, and has defaults for the rest', () => {
    expect(readEnvironment(ENOUGH)).toMatchObject({
      ...ENOUGH,
      TEMPORAL_ADDRESS: 'localhost:7233',
      TEMPORAL_NAMESPACE: 'default',
      ROSTRUM_API_PORT: 8080,
    });
    expect(complaints({})).toEqual([
      'DATABASE_URL or DATABASE_URL_FILE must be set.',
      'ROSTRUM_MASTER_KEY or ROSTRUM_MASTER_KEY_FILE must be set.',
    ]);
  });

  it.each([
    ['DATABASE_URL', 'mysql://db/rostrum', 'must be a connection string that starts with postgresql:// or postgres://'],
    ['TEMPORAL_ADDRESS', 'localhost', 'must be host:port, as in localhost:7233'],
    ['ROSTRUM_MASTER_KEY', 'short', 'must be 32 bytes in base64; make one with: openssl rand -base64 32'],
    ['ROSTRUM_API_PORT', '70000', 'must be a port from 1 to 65535'],
    ['ROSTRUM_HEALTH_PORT', 'http', 'must be a port number'],
    ['ROSTRUM_PUBLIC_URL', 'rostrum.example.com', 'must be an address that starts with http:// or https://'],
    ['ROSTRUM_DEV_TOKENS', 'perhaps', 'must be yes or no'],
    ['ROSTRUM_WEBHOOK_SECRET', 'short', 'must be at least 16 characters; make one with: openssl rand -hex 32'],
  ])('says in one sentence what is wrong with %s', (name, value, problem) => {
    expect(complaints({ ...ENOUGH, [name]: value })).toEqual([`${name} ${problem}.`]);
  });

  it('is enough with a part of the master key for whoever only opens what is sealed', () => {
    const { DATABASE_URL } = ENOUGH;
    const opening = { DATABASE_URL, ROSTRUM_OPENING_KEY: Buffer.alloc(64).toString('base64') };
    expect(readEnvironment(opening, 'opening')).toMatchObject(opening);
    expect(readEnvironment(ENOUGH, 'opening')).toMatchObject(ENOUGH);
    expect(complaints(opening)).toEqual(['ROSTRUM_MASTER_KEY or ROSTRUM_MASTER_KEY_FILE must be set.']);
    expect(complaints({ DATABASE_URL }, 'opening')).toEqual([
      'ROSTRUM_OPENING_KEY or ROSTRUM_OPENING_KEY_FILE must be set.',
    ]);
    expect(complaints({ ...opening, ROSTRUM_OPENING_KEY: KEY }, 'opening')).toEqual([
      'ROSTRUM_OPENING_KEY must be 64 bytes in base64; take it from the master key with: node deploy/opening-key.mjs.',
    ]);
  });

  it('names every wrong variable at once', () => {
    expect(complaints({ TEMPORAL_ADDRESS: 'x', ROSTRUM_API_PORT: '0' })).toHaveLength(4);
  });

  it('takes a secret from a file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-test-'));
    const file = path.join(folder, 'master.key');
    writeFileSync(file, `${KEY}\n`);
    const { DATABASE_URL } = ENOUGH;
    expect(readEnvironment({ DATABASE_URL, ROSTRUM_MASTER_KEY_FILE: file }).ROSTRUM_MASTER_KEY).toBe(KEY);
    expect(complaints({ ...ENOUGH, ROSTRUM_MASTER_KEY_FILE: file })).toEqual([
      'ROSTRUM_MASTER_KEY and ROSTRUM_MASTER_KEY_FILE are both set: unset one of them.',
    ]);
    // Those that need not be there may be empty, as the files of compose are until somebody fills them.
    writeFileSync(file, '\n');
    expect(readEnvironment({ ...ENOUGH, ROSTRUM_SMTP_URL_FILE: file }).ROSTRUM_SMTP_URL).toBeUndefined();
    expect(complaints({ DATABASE_URL, ROSTRUM_MASTER_KEY_FILE: file })).toEqual([
      'ROSTRUM_MASTER_KEY or ROSTRUM_MASTER_KEY_FILE must be set.',
    ]);
    rmSync(folder, { recursive: true });
    expect(complaints({ DATABASE_URL, ROSTRUM_MASTER_KEY_FILE: file })).toEqual([
      `ROSTRUM_MASTER_KEY_FILE names ${file}, which cannot be read (ENOENT).`,
    ]);
  });

  it('lets development tokens in while developing, and refuses them in production', () => {
    const environment = { ...ENOUGH, ROSTRUM_DEV_TOKENS: 'yes' };
    expect(readEnvironment(environment).ROSTRUM_DEV_TOKENS).toBe(true);
    expect(readEnvironment({ ...environment, ROSTRUM_DEV_TOKENS: 'no' }).ROSTRUM_DEV_TOKENS).toBe(false);
    expect(complaints({ ...environment, NODE_ENV: 'production' })).toEqual([
      'ROSTRUM_DEV_TOKENS lets anybody be anybody and is refused when NODE_ENV is production: unset it.',
    ]);
  });

  it('refuses development tokens where more than this machine reaches the API', () => {
    const environment = { ...ENOUGH, ROSTRUM_DEV_TOKENS: 'yes' };
    for (const host of ['127.0.0.1', '127.1.2.3', 'localhost', '::1', '[::1]', '::ffff:127.0.0.1'])
      expect(complaints({ ...environment, ROSTRUM_API_HOST: host })).toEqual([]);
    for (const host of ['0.0.0.0', '::', '192.168.1.5', '10.127.0.1', 'rostrum.example.com', '127.0.0.1.example.com'])
      expect(complaints({ ...environment, ROSTRUM_API_HOST: host })).toEqual([
        `ROSTRUM_DEV_TOKENS lets anybody be anybody and is refused when the API listens on ${host}: unset it, or set ROSTRUM_API_HOST to 127.0.0.1.`,
      ]);
  });

  it('is written down in docs/environment.md, no variable more and none less', () => {
    const rows = readFileSync('docs/environment.md', 'utf8').matchAll(/^\| `([A-Z_]+)`/gm);
    expect([...rows].map((row) => row[1]).sort()).toEqual(environmentNames());
  });
});
