import { rightsOf } from '../../access/rights.ts';
import type { ApiParts } from '../../api/parts.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { ImportBody } from '../../contracts/organisation.ts';
import { type NewsLine, newsLine } from '../../db/news.ts';
import { undonePool } from '../../db/undone.ts';
import type { Outcome, Sent } from '../../domain/turn/outcome.ts';
import type { Large } from '../../engine/large.ts';
import { apiOf, type TestApi } from '../api/harness.ts';
import { Procedure } from '../api/procedure.ts';
import { somePages } from '../api/some-pages.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { PATIENCE_MS } from '../harness/patience.ts';
import { START } from '../harness/start.ts';
import { yearCompany } from '../journeys/year.ts';

/** The company of the year, and five more in D5 whom no procedure asks: an auditor, a leader, and three with nothing. */
function companyOfWalkers(): ImportBody {
  const company = yearCompany();
  const pattern = company.people!.find(({ id }) => id === 'D5-5')!;
  const more = [6, 7, 8, 9].map((n) => ({
    ...pattern,
    id: `D5-${n}`,
    name: `Name of D5-${n}`,
    email: `d5-${n}@example.com`,
    grade: 'staff' as const,
  }));
  return { ...company, people: [...company.people!, ...more] };
}

/** An installation in which people have roles, over HTTP; what is only tried in it leaves nothing behind. */
export class World {
  readonly database: TestDatabase;
  readonly procedure: Procedure;
  readonly api: TestApi;
  readonly #gateway: Switched;
  readonly #news: NewsLine;

  private constructor(
    database: TestDatabase,
    procedure: Procedure,
    gateway: Switched,
    { api, news }: { api: TestApi; news: NewsLine },
  ) {
    this.database = database;
    this.procedure = procedure;
    this.#gateway = gateway;
    this.api = api;
    this.#news = news;
  }

  static async open(): Promise<World> {
    const database = await testDatabase();
    const procedure = new Procedure(database, START);
    const gateway = new Switched(procedure);
    const news = newsLine(database.url);
    const api = await apiOf(
      { database, gateway, complaints: procedure.complaints },
      { now: () => procedure.now, news, pages: somePages() },
    );
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', companyOfWalkers());
    const today = new Date(START).toISOString().slice(0, 10);
    await procedure.do(ORGANISATION, 'OPS', 'grantRole', { person: 'D5-6', role: 'auditor' });
    await procedure.do(ORGANISATION, 'OPS', 'grantRole', { person: 'D5-7', role: 'leader' });
    await procedure.do(ORGANISATION, 'OPS', 'grantRole', { person: 'D5-8', role: 'operations', until: today });
    await procedure.do(ORGANISATION, 'OPS', 'grantRole', { person: 'D5-5', role: 'leader', scope: 'D2' });
    // The role of D5-8 has ended by now.
    procedure.now = START + 86_400_000;
    return new World(database, procedure, gateway, { api, news });
  }

  /** Sends a command past the API, to which not every command has a path. */
  send(stream: StreamId, command: Sent): Promise<Outcome> {
    return this.#gateway.send(stream, command);
  }

  /** Whatever is sent meanwhile is decided as things stand, and undone. */
  async trying<T>(work: () => Promise<T>): Promise<T> {
    const pool = await undonePool(this.database.url, PATIENCE_MS);
    const door = new Door(this.database, { pool, rights: rightsOf });
    this.#gateway.instead = (stream, command) =>
      door.send(stream, command.actor, command.type, command.body, this.procedure.now);
    try {
      return await work();
    } finally {
      this.#gateway.instead = undefined;
      await door.written();
      await pool.end();
    }
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.#news.close();
    await this.database.stop();
  }
}

/** Sends commands to the procedures, or to whoever takes them instead. */
class Switched {
  instead: ((stream: StreamId, command: Sent) => Promise<Outcome>) | undefined;
  readonly #procedure: Procedure;

  constructor(procedure: Procedure) {
    this.#procedure = procedure;
  }

  send(stream: StreamId, command: Parameters<ApiParts['gateway']['send']>[1]): Promise<Outcome> {
    return (this.instead ?? this.#procedure.send.bind(this.#procedure))(stream, command as Sent);
  }

  sendLarge(large: Large) {
    return this.#procedure.sendLarge(large);
  }
}
