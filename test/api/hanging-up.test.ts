import type { IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MB } from '../../access/door.ts';
import { SYSTEM } from '../../contracts/ids.ts';
import { type NewsLine, newsLine } from '../../db/news.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { clock } from '../harness/start.ts';
import { apiOf, request, type TestApi } from './harness.ts';

/* Somebody who asks and hangs up: what was kept for them is given back, whenever they went. */

const SIZE = 9 * MB;

describe('whoever hangs up', () => {
  let database: TestDatabase;
  let api: TestApi;
  let news: NewsLine;
  const complaints: string[] = [];
  const files: Record<string, string> = {};

  beforeAll(async () => {
    database = await testDatabase();
    const door = new Door(database);
    await door.send('organisation:main', SYSTEM, 'importOrganisation', smallCompany(7), clock.now());
    news = newsLine(database.url);
    const nothing = () => Promise.reject(new Error('nothing is sent'));
    const under = { database, gateway: { send: nothing, sendLarge: nothing }, complaints };
    api = await apiOf(under, { operator: null, slowestMs: 600_000, news });
    for (const person of ['P1', 'P2'])
      files[person] = (await upload(person, 'a line of text\n'.repeat(SIZE / 15))).json.id;
  });
  afterAll(async () => {
    expect(complaints).toEqual([]);
    await api.close();
    await news.close();
    await database.stop();
  });

  const dev = (person: string) => ({ authorization: `Bearer dev:${person}` });
  const upload = (person: string, body: string) =>
    request(api, '/api/files?name=long.txt', {
      method: 'POST',
      headers: { ...dev(person), 'content-type': 'text/plain' },
      body,
    });
  const getting = (person: string, path: string) =>
    `GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer dev:${person}\r\n\r\n`;
  const reading = (person: string) => getting(person, `/api/files/${files[person]}`);
  const listening = (person: string) => getting(person, '/api/events');
  const sending = (person: string) =>
    `POST /api/files?name=a.txt HTTP/1.1\r\nhost: x\r\nauthorization: Bearer dev:${person}\r\n` +
    'content-type: text/plain\r\ncontent-length: 1000\r\n\r\na line';

  const statusOf = async (person: string, path: string) => (await request(api, path, { headers: dev(person) })).status;

  /** Before the database answers anything that it is asked for them, each over a connection of their own for all that they say. */
  async function hangUpEarly(connections: readonly (readonly string[])[]): Promise<void> {
    const pool = database.as.of('api');
    const real = pool.query;
    let answers: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answers = resolve;
    });
    let open = 0;
    pool.query = (async (...args: unknown[]) => {
      open++;
      try {
        await held;
        return await (real as (...args: unknown[]) => unknown).apply(pool, args);
      } finally {
        open--;
      }
    }) as typeof pool.query;
    try {
      const asked = await ask(connections);
      await until(() => open > 0);
      await leave(asked);
      answers();
      await until(() => open === 0);
    } finally {
      pool.query = real;
    }
  }

  interface Asked {
    readonly clients: readonly Socket[];
    readonly served: ReadonlySet<Socket>;
  }

  /** Resolves once everything that is said was heard. */
  async function ask(connections: readonly (readonly string[])[]): Promise<Asked> {
    const { server } = api.app;
    const served = new Set<Socket>();
    let heard = 0;
    const hear = ({ socket }: IncomingMessage) => {
      served.add(socket);
      heard++;
    };
    server.on('request', hear);
    const { port } = server.address() as AddressInfo;
    const clients = connections.map((said) => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      socket.write(said.join(''));
      return socket;
    });
    await until(() => heard === connections.flat().length);
    server.off('request', hear);
    return { clients, served };
  }

  /** Resolves once the other side knows. */
  async function leave({ clients, served }: Asked): Promise<void> {
    const closed = [...served].map(
      (socket) => socket.closed || new Promise((resolve) => socket.once('close', resolve)),
    );
    for (const socket of clients) socket.destroy();
    await Promise.all(closed);
  }

  test('before their large answers are made has room for the next one', async () => {
    await hangUpEarly(Array.from({ length: 10 }, () => [reading('P1')]));
    expect(await statusOf('P1', `/api/files/${files.P1}`)).toBe(200);
    await hangUpEarly([Array.from({ length: 10 }, () => reading('P1'))]);
    expect(await statusOf('P1', `/api/files/${files.P1}`)).toBe(200);
  });

  test('while their large answers wait for the one before has room for the next one', async () => {
    const asked = await ask([[listening('P2'), ...Array.from({ length: 10 }, () => reading('P2'))]]);
    // All room is taken.
    await until(async () => (await statusOf('P2', `/api/files/${files.P2}`)) === 429);
    await leave(asked);
    expect(await statusOf('P2', `/api/files/${files.P2}`)).toBe(200);
  });

  test('before they are listened for may listen again', async () => {
    const listens = () => statusOf('P3', '/api/events?seconds=0');
    await hangUpEarly(Array.from({ length: 6 }, () => [listening('P3')]));
    expect(await listens()).toBe(200);
    await hangUpEarly([Array.from({ length: 6 }, () => listening('P3'))]);
    expect(await listens()).toBe(200);
  });

  test('while they listen behind another answer may listen again', async () => {
    const asked = await ask([[listening('P6'), ...Array.from({ length: 6 }, () => listening('P4'))]]);
    await until(async () => (await statusOf('P4', '/api/events?seconds=0')) === 429);
    await leave(asked);
    expect(await statusOf('P4', '/api/events?seconds=0')).toBe(200);
  });

  test('before their bodies are read may send the next one', async () => {
    await hangUpEarly(Array.from({ length: 101 }, () => [sending('P5')]));
    expect((await upload('P5', 'a line of text\n')).status).toBe(200);
  });
});

/** Asks again each time that everything under way has gone on. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  do {
    await new Promise((go) => setImmediate(go));
  } while (!(await isSo()));
}
