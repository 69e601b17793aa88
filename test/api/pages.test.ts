import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildApi } from '../../api/app.ts';
import { HEADERS } from '../../api/headers.ts';
import type { Api } from '../../api/parts.ts';
import { PAGES } from '../../contracts/pages.ts';
import { connect } from '../../db/connection.ts';
import { KeyRing } from '../../db/keys.ts';
import { clock } from '../harness/start.ts';
import { SCRIPT, somePages } from './some-pages.ts';

// Nobody who looks at a page asks the database for anything.
const pool = connect('postgresql://127.0.0.1:1/nothing');
const nothing = () => Promise.reject(new Error('nothing is sent'));
let app: Api;
let origin: string;

beforeAll(async () => {
  app = await buildApi({
    pool,
    keys: new KeyRing(pool, randomBytes(32).toString('base64')),
    clock,
    gateway: { send: nothing, sendLarge: nothing },
    devTokens: false,
    publicUrl: 'https://rostrum.example.com',
    pages: somePages(),
    limits: { reads: 10, writes: 10 },
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
afterAll(() => app.close());

async function get(url: string, init: RequestInit = {}) {
  const reply = await fetch(`${origin}${url}`, init);
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
}

test('every page of the app is the same one, whoever asks and however often, with a nonce that is never the same', async () => {
  const nonces = new Set<string>();
  for (const url of [...PAGES, '/desk?x=1']) {
    const { status, headers, text } = await get(url.replaceAll(/:\w+/g, 'a'));
    const [, nonce] = /nonce="([^"]+)"/.exec(text) ?? [];
    nonces.add(nonce!);
    expect([url, status, headers.get('content-type')]).toEqual([url, 200, 'text/html; charset=utf-8']);
    const policy = headers.get('content-security-policy')!;
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).not.toMatch(/unsafe|\*|http/);
    for (const said of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "connect-src 'self'"]) {
      expect(policy).toContain(said);
    }
    expect(headers.get('cache-control')).toBe('no-cache');
    const same = [
      'cross-origin-resource-policy',
      'referrer-policy',
      'strict-transport-security',
      'x-content-type-options',
    ];
    for (const name of same) expect(headers.get(name)).toBe(HEADERS[name as keyof typeof HEADERS]);
  }
  expect(nonces.size).toBe(PAGES.length + 1);
});

test('what a page is made of is kept by browsers for ever, and comes packed', async () => {
  for (let time = 0; time < 12; time += 1) {
    const { status, headers, text } = await get('/assets/app-1.js', { headers: { 'accept-encoding': 'br, gzip' } });
    expect([status, text]).toEqual([200, SCRIPT]);
    expect(headers.get('content-type')).toMatch(/^text\/javascript|^application\/javascript/);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect([headers.get('content-encoding'), headers.get('vary')]).toEqual(['br', 'accept-encoding']);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
  const plain = await get('/assets/app-1.js', { headers: { 'accept-encoding': 'identity' } });
  expect([plain.text, plain.headers.get('content-encoding')]).toEqual([SCRIPT, null]);
});

test.each([
  '/assets/nothing.js',
  '/assets/..%2findex.html',
  '/assets/%2e%2e%2fmanifest.json',
  '/assets/..%5cindex.html',
  '/assets/',
  '/index.html',
  '/manifest.json',
  '/nowhere',
  '/api/nowhere',
])('%s is not there, and says so as the API does', async (url) => {
  const { status, headers, text } = await get(url);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(headers.get('content-security-policy')).toBe(HEADERS['content-security-policy']);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(text).not.toContain('nonce');
});

test('a page is only looked at', async () => {
  for (const method of ['POST', 'PUT', 'DELETE']) expect((await get('/desk', { method })).status).toBe(404);
  const head = await get('/desk', { method: 'HEAD' });
  expect([head.status, head.text]).toEqual([200, '']);
});
