import { expect } from '@jest/globals';
import type { z } from 'zod';
import { ORGANISATION } from '../../contracts/ids.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { datesFrom, levels, yearCompany } from '../journeys/year.ts';
import { CycleCourse } from './cycle-course.ts';
import { apiOf, ask, type Reply, request, type TestApi } from './harness.ts';
import { Procedure } from './procedure.ts';

const PATH = '/api/cycles/plan-2027';

export function expectAccepted(reply: Reply): void {
  expect([reply.status, reply.json?.detail]).toEqual([200, undefined]);
}

/** The company of the year, whose cycle is run over HTTP; nobody has opened it yet. */
export class CycleOverHttp {
  readonly database: TestDatabase;
  readonly procedure: Procedure;
  readonly api: TestApi;
  readonly course: CycleCourse;

  private constructor(database: TestDatabase, procedure: Procedure, api: TestApi) {
    this.database = database;
    this.procedure = procedure;
    this.api = api;
    this.course = new CycleCourse({ api, procedure, database }, 'cycle:plan-2027', {
      'cycle-self-ratings': async ({ aboutPerson }) => levels(aboutPerson, 0),
    });
  }

  static async begin(): Promise<CycleOverHttp> {
    const database = await testDatabase();
    const procedure = new Procedure(database, START);
    const { complaints } = procedure;
    const api = await apiOf({ database, gateway: procedure, complaints }, { now: () => procedure.now });
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', yearCompany());
    return new CycleOverHttp(database, procedure, api);
  }

  terms() {
    return cycleTerms({ ...datesFrom(START), selfRating: true });
  }

  get(person: string, path: string): Promise<Reply> {
    return ask(this.api, person, 'GET', `${PATH}${path}`);
  }

  command(person: string, type: string, body: object): Promise<Reply> {
    return ask(this.api, person, 'POST', `${PATH}/${type}`, body);
  }

  /** What somebody is shown, exactly in the shape that is described. */
  async seen<V extends z.ZodObject>(view: V, person: string, path: string): Promise<z.output<V>> {
    const reply = await this.get(person, path);
    expect([person, path, reply.status, reply.json?.detail]).toEqual([person, path, 200, undefined]);
    return view.strict().parse(reply.json) as z.output<V>;
  }

  upload(path: string, content: string): Promise<Reply> {
    return request(this.api, `${PATH}/import/${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer dev:OPS', 'content-type': 'application/octet-stream' },
      body: content,
    });
  }

  async table(name: string): Promise<string> {
    const reply = await this.get('OPS', `/export/${name}.csv`);
    expect([name, reply.status]).toEqual([name, 200]);
    return reply.text.replace(/^\uFEFF/, '');
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.database.stop();
  }
}
