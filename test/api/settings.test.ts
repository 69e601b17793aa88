import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { readSettings } from '../../api/settings.ts';

const ENOUGH = {
  DATABASE_URL: 'postgresql://localhost/rostrum',
  ROSTRUM_MASTER_KEY: randomBytes(32).toString('base64'),
};

test('production refuses to start with development tokens', () => {
  const asked = { ...ENOUGH, ROSTRUM_DEV_TOKENS: 'yes' };
  expect(readSettings(asked).ROSTRUM_DEV_TOKENS).toBe(true);
  expect(() => readSettings({ ...asked, NODE_ENV: 'production' })).toThrow(/ROSTRUM_DEV_TOKENS.*refused/);
  expect(readSettings({ ...ENOUGH, NODE_ENV: 'production' }).ROSTRUM_DEV_TOKENS).toBe(false);
});

test('a port of 0 takes a free one; anything else must be a port', () => {
  expect(readSettings({ ...ENOUGH, ROSTRUM_API_PORT: '0' }).ROSTRUM_API_PORT).toBe(0);
  expect(readSettings(ENOUGH).ROSTRUM_API_PORT).toBe(8080);
  expect(() => readSettings({ ...ENOUGH, ROSTRUM_API_PORT: 'http' })).toThrow(/ROSTRUM_API_PORT must be a port/);
});
