import { expect } from '@jest/globals';
import { rightsOf } from '../../access/rights.ts';
import { ORGANISATION, SYSTEM } from '../../contracts/ids.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { START } from '../harness/start.ts';
import { Browser } from './browser.ts';
import { apiOf, type Reply, type TestApi } from './harness.ts';

/** Two processes of one installation, in which nine people sign in; P1 is of operations. */
export class SignInStage {
  readonly database: TestDatabase;
  readonly door: Door;
  /** What the installation has noted of who signs in, and complained of. */
  readonly noted: string[] = [];
  readonly complaints: string[] = [];
  /** Real time, as all processes have it. */
  now = START;
  api!: TestApi;
  /** Another process of the same installation. */
  other!: TestApi;

  private constructor(database: TestDatabase) {
    this.database = database;
    this.door = new Door(database, { rights: rightsOf });
  }

  static async open(): Promise<SignInStage> {
    const stage = new SignInStage(await testDatabase());
    const { database, door, complaints } = stage;
    await door.send(ORGANISATION, SYSTEM, 'importOrganisation', smallCompany(9));
    await door.send(ORGANISATION, SYSTEM, 'grantRole', { person: 'P1', role: 'operations' });
    const note = (what: string) => void stage.noted.push(what);
    const more = { operator: null, realNow: () => stage.now, note };
    const gateway = {
      send: (stream: never, { actor, type, body }: { actor: string; type: string; body: unknown }) =>
        door.send(stream, actor, type, body),
      sendLarge: () => Promise.reject(new Error('Nothing large is sent here.')),
    } as never;
    stage.api = await apiOf({ database, gateway, complaints }, more);
    stage.other = await apiOf({ database, gateway, complaints }, more);
    return stage;
  }

  async signedIn(person: string, stay = false, at = this.api): Promise<Browser> {
    const browser = new Browser(at);
    expect(await browser.signIn(person, stay)).toMatchObject({ status: 200 });
    return browser;
  }

  async close(): Promise<void> {
    expect(this.complaints).toEqual([]);
    await Promise.all([this.api.close(), this.other.close()]);
    await this.database.stop();
  }
}

export const refused = ({ json, status }: Reply) => ({ status, code: json?.type, detail: json?.detail });
export const SIGNED_OUT = { status: 401, code: '/problems/unauthenticated' };
