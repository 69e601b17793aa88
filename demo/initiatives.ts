import type { Cast } from './cast.ts';
import { chance, choose } from './chance.ts';
import { type Client, Refused } from './client.ts';
import type { Narrator } from './narrator.ts';
import type { Script } from './script.ts';
import { outlineOf, profileOf, TOPICS } from './texts.ts';

interface Intent {
  readonly at: number;
  readonly act: () => Promise<void>;
}

const AT_ONCE = 12;
/** What the API answers to somebody whose time is over. */
const TOO_LATE = 409;
/** How long operations try to let somebody in who is late, and how often, in milliseconds. */
const PATIENCE = 20_000;
const LOOK_AGAIN = 200;

/** What people do without being asked by a task: open the notice, nominate, apply, withdraw, object. */
export class Initiatives {
  readonly #client: Client;
  readonly #cast: Cast;
  readonly #script: Script;
  readonly #tell: Narrator;
  readonly #path: string;
  #intents: Intent[] = [];

  constructor(client: Client, cast: Cast, script: Script, tell: Narrator, path: string) {
    this.#client = client;
    this.#cast = cast;
    this.#script = script;
    this.#tell = tell;
    this.#path = path;
  }

  async tick(now: number): Promise<void> {
    const due = this.#intents.filter((i) => i.at <= now);
    this.#intents = this.#intents.filter((i) => i.at > now);
    for (let i = 0; i < due.length; i += AT_ONCE) await Promise.all(due.slice(i, i + AT_ONCE).map((d) => d.act()));
  }

  /** During publicity: most people open the notice, and somebody nominates a colleague. */
  publicity(from: number, until: number): void {
    const { unreachedDepartment, nominee, nominator } = this.#script;
    for (const { id, department } of this.#cast.people.values()) {
      if (department === unreachedDepartment || chance(`reads ${id}`) > 0.85) continue;
      this.#at(from, until, `reach ${id}`, () => this.#send(id, 'recordReach', { person: id }));
    }
    this.#at(from, until, 'nomination', async () => {
      await this.#send(nominator, 'nominate', { person: nominee, reason: 'Explains better than any manual.' });
      this.#tell.tell(`${this.#name(nominator)} nominates ${this.#name(nominee)}, who is asked.`);
    });
  }

  /** During the call: everybody in the files applies, one with a file as evidence; perhaps one withdraws. */
  call(from: number, until: number): void {
    const last = from + (until - from) * 0.8;
    for (const person of this.#cast.applicants.values()) {
      this.#at(from, last, `applies ${person}`, () => this.#apply(person));
    }
    const { withdraws } = this.#script;
    if (!withdraws) return;
    this.#intents.push({
      at: from + (until - from) * 0.9,
      act: async () => {
        await this.#send(withdraws, 'withdrawApplication', { reason: 'A new post abroad.' });
        this.#tell.tell(`${this.#name(withdraws)} withdraws the application.`);
      },
    });
  }

  /** During the public notice: somebody without a seat objects to a candidate. */
  object(from: number, until: number, by: string, about: string, whose: string): void {
    this.#intents.push({
      at: from + (until - from) * 0.35,
      act: async () => {
        await this.#send(by, 'raiseObjection', { about, grounds: 'The trial lecture was on a topic known before.' });
        this.#tell.mark(`${this.#name(by)} objects to ${about} (${whose}); the clock of the notice stands still.`);
      },
    });
  }

  async #apply(person: string): Promise<void> {
    const { locale = 'en' } = this.#cast.people.get(person) ?? {};
    const topics = [...new Set([choose(`1 ${person}`, TOPICS).id, choose(`2 ${person}`, TOPICS).id])];
    const evidence = chance(`evidence ${person}`) < 0.3 ? [await this.#upload(person)] : [];
    const profile = profileOf(person, locale);
    const application = { profile, topics, evidence, outline: outlineOf(person, locale), hoursPerMonth: 4 };
    try {
      await this.#client.post(person, `${this.#path}/apply`, application);
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== TOO_LATE) throw this.#refused(person, 'apply', error);
      // On a busy machine the call may be over before somebody's turn comes: what operations are there for in life, too.
      await this.#allowedLate(person);
      await this.#send(person, 'apply', application);
    }
  }

  async #allowedLate(person: string): Promise<void> {
    const allowed = { person, reason: 'The form was filled in before the call closed.' };
    for (const giveUp = Date.now() + PATIENCE; ; await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN))) {
      try {
        await this.#client.post(this.#cast.operator, `${this.#path}/allowLate`, allowed);
        this.#tell.tell(`${this.#name(person)} comes after the call has closed; operations allow a late application.`);
        return;
      } catch (error) {
        // The stage moves a moment after its time has come.
        if (!(error instanceof Refused) || Date.now() > giveUp) throw this.#refused(person, 'be late', error);
      }
    }
  }

  async #upload(person: string): Promise<string> {
    // Who teaches stands in nothing that reviewers see.
    const text = 'Lecture notes\n';
    const path = '/api/files?name=lecture-notes.txt';
    return (await this.#client.upload<{ id: string }>(person, path, 'text/plain', text)).id;
  }

  #at(from: number, until: number, what: string, act: () => Promise<void>): void {
    this.#intents.push({ at: from + (until - from) * (0.03 + 0.9 * chance(what)), act });
  }

  async #send(person: string, command: string, body: object): Promise<void> {
    await this.#client.post(person, `${this.#path}/${command}`, body).catch((error) => {
      throw this.#refused(person, command, error);
    });
  }

  #refused(person: string, command: string, error: unknown): unknown {
    if (!(error instanceof Refused)) return error;
    return new Error(`${this.#name(person)} may not ${command}: ${error.message}`);
  }

  #name(person: string): string {
    return this.#cast.people.get(person)?.name ?? person;
  }
}
