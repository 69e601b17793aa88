import { makeLookup } from '../../activities/notices/lookup.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { Stage } from '../../contracts/selection/terms.ts';
import { mailChannel } from '../../notices/channels/mail.ts';
import { apiOf, ask, type Reply, request, type TestApi } from '../api/harness.ts';
import { Procedure } from '../api/procedure.ts';
import { company, MEASURES, TERMS } from '../api/selection-course.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { START } from '../harness/start.ts';
import { deliverWaiting } from '../notices/delivering.ts';
import { type MailServer, startMailServer } from '../notices/servers.ts';

export const SELECTION: StreamId = 'selection:trainers';
const PATH = '/api/selections/trainers';

/** Who plays what. Nobody who has a part leads a department: what leaders say is public. */
export const CAST = {
  applicants: ['D2-2', 'D2-3', 'D3-3'],
  reviewers: ['D3-2', 'D4-2', 'D5-2'],
  manager: 'D2-1',
  panel: ['D1-1', 'D1-2', 'D1-3'],
  screener: 'D1-5',
  handler: 'D1-4',
  objectors: ['D4-4', 'D5-4'],
  stranger: 'D5-5',
} as const;

/** What each of them writes, so that it is known wherever it comes to light. */
export const wordsOf = (person: string) => `Words of ${person.replace('-', ' and ')}.`;

/** What they object, wherever that comes to light. */
export const groundsOf = (person: string) => `Grounds of ${person.replace('-', ' and ')}.`;

/** A picture of one dot, with its author as a text. */
function pictureBy(person: string): Uint8Array<ArrayBuffer> {
  const dot = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const said = Buffer.from(`\0\0\0\0tEXtAuthor\0Name of ${person}CRC!`, 'latin1');
  said.writeUInt32BE(said.length - 12);
  return Uint8Array.from(Buffer.concat([dot.subarray(0, 33), said, dot.subarray(33)]));
}

const { applicants, reviewers } = CAST;
const terms = {
  ...TERMS,
  reviewers: reviewers.map((person) => ({ person, topics: ['safety'], limit: 5 })),
  screeners: [CAST.screener],
  handlers: [CAST.handler],
  disagreementLimit: 2,
  // The record of one of them is missing, so that a person screens.
  eligibility: { grades: ['middle_manager'], performance: 3 },
};

/** A selection that is played from end to end by people over HTTP, with a mail server that keeps what they get. */
export class Story {
  readonly database: TestDatabase;
  readonly procedure: Procedure;
  readonly api: TestApi;
  readonly mails: MailServer;
  #objections = 0;
  readonly #deliver: () => Promise<unknown>;

  private constructor(database: TestDatabase, procedure: Procedure, api: TestApi, mails: MailServer) {
    this.database = database;
    this.procedure = procedure;
    this.api = api;
    this.mails = mails;
    const channel = mailChannel({
      smtpUrl: mails.url,
      from: { name: 'Rostrum', address: 'training@rostrum.example.com' },
    });
    const lookup = makeLookup({ ...database, clock: { now: () => procedure.now } });
    this.#deliver = () =>
      deliverWaiting({
        ...{
          db: database.pool,
          keys: database.keys,
          procedureNow: () => procedure.now,
          lookup,
          channel,
          channels: [channel],
        },
        ...{ publicUrl: 'https://rostrum.example.com', log: () => undefined, most: 200 },
      });
  }

  static async begin(): Promise<Story> {
    const [database, mails] = await Promise.all([testDatabase(), startMailServer()]);
    const procedure = new Procedure(database, START);
    const { complaints } = procedure;
    const api = await apiOf({ database, gateway: procedure, complaints }, { now: () => procedure.now });
    const story = new Story(database, procedure, api, mails);
    const people = company().people!.map((p) => (p.id === applicants[0] ? { ...p, performance: {} } : p));
    await procedure.do(ORGANISATION, 'OPS', 'importOrganisation', { ...company(), people });
    await story.must('OPS', '/api/selections', { id: 'trainers', terms });
    await story.must('OPS', `${PATH}/publishMeasures`, { texts: MEASURES });
    return story;
  }

  async must(person: string, path: string, body: object): Promise<Reply> {
    const reply = await ask(this.api, person, 'POST', path, body);
    if (reply.status !== 200) throw new Error(`${path} by ${person}: ${reply.text}`);
    return reply;
  }

  get = (person: string, path: string) => ask(this.api, person, 'GET', path);

  /** Everybody of the cast applies, with a picture that says whose it is in its name and in itself. */
  async apply(): Promise<void> {
    for (const person of applicants) {
      const headers = { authorization: `Bearer dev:${person}`, 'content-type': 'image/png' };
      const path = `/api/files?name=${encodeURIComponent(`CV of Name of ${person}.png`)}`;
      const stored = await request(this.api, path, { method: 'POST', headers, body: pictureBy(person) });
      const form = { profile: 'Twenty years.', topics: ['safety'], outline: 'Why valves stick.', hoursPerMonth: 4 };
      // At an instant at which nothing else happens.
      this.procedure.now += 1_234_567;
      await this.must(person, `${PATH}/apply`, { ...form, evidence: [stored.json.id] });
    }
    this.procedure.now += 1_234_567;
  }

  /** People do what they are asked, and letters go out, until the selection comes to a stage. */
  async to(stage: Stage | 'closed'): Promise<void> {
    await this.until(async () => (await this.get('OPS', PATH)).json.stage === stage, stage);
  }

  async until(there: () => Promise<boolean>, what: string): Promise<void> {
    for (let turn = 0; turn < 300; turn++) {
      await this.#deliver();
      if (await there()) return;
      if (await this.#answer()) continue;
      if (!(await this.procedure.sleep())) break;
    }
    throw new Error(`It did not come to ${what}: ${this.procedure.complaints}`);
  }

  /** Lets all letters go out that have been written, at whatever hour they may. */
  async deliverAll(): Promise<void> {
    this.procedure.now += 4 * 86_400_000;
    await this.#deliver();
  }

  /** The tasks that are open, of everybody. */
  async open(
    purpose?: string,
  ): Promise<{ round: string; id: string; assignee: string; about: string; purpose: string }[]> {
    const { rows } = await this.database.pool.query(
      `select t.round, t.id, t.assignee, t.about, r.purpose from task t join round r on r.stream = t.round
       where r.state = 'open' and t.state in ('open', 'drafted') and ($1::text is null or r.purpose = $1)
       order by t.round, t.id`,
      [purpose ?? null],
    );
    return rows;
  }

  async #answer(): Promise<boolean> {
    const [task] = await this.open();
    if (!task) return false;
    const { round, id, assignee } = task;
    await this.must(assignee, `/api/rounds/${round}/tasks/${id}/submit`, { answer: await this.#answerTo(task) });
    return true;
  }

  async #answerTo({ purpose, assignee, about }: { purpose: string; assignee: string; about: string }): Promise<object> {
    const words = wordsOf(assignee);
    const seat = async () => (await this.get('OPS', `${PATH}/ranking`)).json.ranking[0].application;
    // They are far apart, so that some have to discuss.
    const score = (2 + 3 * reviewers.indexOf(assignee as never) + about?.charCodeAt(2)) % 10;
    const scored = { knowledge: score, communication: score, 'review-reasons': words };
    const answers: Record<string, () => object | Promise<object>> = {
      acknowledgement: () => ({ acknowledged: true }),
      endorsement: () => ({ supports: true, words: 'Go and teach.' }),
      agreement: () => ({ agrees: true, reason: words }),
      screening: () => ({ eligible: true, reason: words }),
      conflict: () => ({ applications: [], reason: words }),
      review: () => scored,
      discussion: () => scored,
      panel: async () => ({ candidates: [await seat()], ground: 'none' }),
      // The first is dismissed; by the second the panel has to decide anew.
      objection: () =>
        this.#objections++ ? { upheld: true, stage: 'decision', findings: words } : { upheld: false, findings: words },
      acceptance: () => ({ accepts: true }),
    };
    return answers[purpose]!();
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.mails.close();
    await this.database.stop();
  }
}
