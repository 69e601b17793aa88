import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { ORGANISATION, SYSTEM } from '../../contracts/ids.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { Browser } from './browser.ts';
import { apiOf, type TestApi } from './harness.ts';

/** What a provider says that is not to be believed, or nothing wrong. */
interface Said {
  readonly claims?: JWTPayload;
  readonly key?: 'own' | 'other' | 'none';
  readonly issuer?: string;
  /** For how long the token is good, as jose says it. */
  readonly good?: string;
}

let database: TestDatabase;
let api: TestApi;
let server: Server;
let issuer: string;
let said: Said = {};
let nonce = '';
const noted: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await new Door(database).send(ORGANISATION, SYSTEM, 'importOrganisation', smallCompany(3));
  const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const idToken = (): Promise<string> | string => {
    const claims = { iss: issuer, aud: 'rostrum', sub: 's', employee: 'P2', nonce, ...said.claims };
    const until = said.good ?? '5 minutes';
    if (said.key === 'none') return new UnsecuredJWT(claims).setIssuedAt().setExpirationTime(until).encode();
    const { privateKey } = said.key === 'other' ? other : own;
    const token = new SignJWT(claims).setIssuedAt().setExpirationTime(until);
    return token.setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(privateKey);
  };
  server = createServer(async (request, response) => {
    const json = (body: object) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    };
    if (request.url === '/jwks') return json({ keys: [jwk] });
    if (request.url === '/token')
      return json({ access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: await idToken() });
    return json({
      issuer: said.issuer ?? issuer,
      ...{ authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` },
      ...{ response_types_supported: ['code'], subject_types_supported: ['public'] },
      id_token_signing_alg_values_supported: ['RS256'],
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  api = await started();
});
afterAll(async () => {
  await api.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await database.stop();
});

function started(): Promise<TestApi> {
  const account = { issuer, clientId: 'rostrum', clientSecret: 'secret', name: 'Acme', personClaim: 'employee' };
  const note = (what: string, about: object) => void noted.push(`${what} ${JSON.stringify(about)}`);
  return apiOf(
    { database, gateway: undefined as never, complaints: noted },
    { operator: null, note, company: { ...account, groupsClaim: 'groups', demanded: [] } },
  );
}

/** Comes back from the provider, which says what it is told to; where one is led. */
async function come(what: Said): Promise<string | null> {
  const browser = new Browser(api);
  const away = new URL((await browser.ask('GET', '/api/session/oidc')).headers.get('location')!);
  [said, nonce] = [what, away.searchParams.get('nonce')!];
  const state = away.searchParams.get('state')!;
  const came = await browser.ask('GET', `/api/session/oidc/return?code=c&state=${encodeURIComponent(state)}`);
  return came.headers.get('location');
}

test('a token that is as it should be lets in', async () => {
  expect(await come({})).toBe('/');
});

test.each<[string, () => Said]>([
  ['is signed by another key', () => ({ key: 'other' })],
  ['is not signed', () => ({ key: 'none' })],
  ['is for another client', () => ({ claims: { aud: 'payroll' } })],
  [
    'is for several, and not given out to this one',
    () => ({ claims: { aud: ['rostrum', 'payroll'], azp: 'payroll' } }),
  ],
  ['is of another issuer', () => ({ claims: { iss: 'https://evil.example.com' } })],
  ['has ended', () => ({ good: '1 hour ago' })],
  ['is an answer to another question', () => ({ claims: { nonce: 'another' } })],
  ['answers no question', () => ({ claims: { nonce: undefined } })],
])('a token that %s lets nobody in', async (_, what) => {
  expect(await come(what())).toBe('/sign-in?why=refused');
  expect(noted.at(-1)).toMatch(/^Not signed in by the company account/);
});

test('a provider that says it is another one is not asked', async () => {
  said = { issuer: 'https://login.example.com' };
  const misled = await started();
  const away = await new Browser(misled).ask('GET', '/api/session/oidc');
  expect(away.headers.get('location')).toBe('/sign-in?why=away');
  await misled.close();
});
