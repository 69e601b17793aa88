import type { NoticeLine } from '../contracts/views/operations.ts';
import type { RoundView, TaskView } from '../contracts/views/round.ts';
import { type Answers, type Asked, hesitation, type Known } from './answers.ts';
import type { Cast } from './cast.ts';
import { chance } from './chance.ts';
import { type Client, Refused } from './client.ts';
import { DemoFailure } from './failure.ts';
import type { Narrator } from './narrator.ts';
import { openTasks } from './open-tasks.ts';
import type { Script } from './script.ts';

const DAY = 86_400_000;
/** So many people are at their screens at the same time. */
const AT_ONCE = 12;

type Deed = (task: Asked) => Promise<void>;

interface Planned {
  readonly task: Asked;
  /** When it is done, in procedure time. */
  at: number;
  readonly deed: Deed;
}

/** The simulated people: they look at what they are asked, wait as people do, and answer through the API. */
export class Inboxes {
  readonly #client: Client;
  readonly #cast: Cast;
  readonly #script: Script;
  readonly #answers: Answers;
  readonly #tell: Narrator;
  readonly #seen = new Set<string>();
  readonly #planned = new Map<string, Planned>();
  readonly #lateTasks = new Set<string>();
  /** Round to whom it asked when it was last looked through. */
  readonly #looked = new Map<string, string>();
  #recused = false;
  #dropped = false;
  /** Reviews that the API has acknowledged. */
  reviews = 0;
  #blindSeen = false;

  constructor(client: Client, cast: Cast, script: Script, answers: Answers, tell: Narrator) {
    this.#client = client;
    this.#cast = cast;
    this.#script = script;
    this.#answers = answers;
    this.#tell = tell;
  }

  /** Looks at all open rounds, and does what is due by now. */
  async tick(rounds: readonly RoundView[], now: number, known: Known): Promise<void> {
    for (const round of rounds) {
      const asked = whoIsAsked(round);
      if (this.#looked.get(round.id) === asked) continue;
      this.#looked.set(round.id, asked);
      for (const task of await openTasks(this.#client, this.#cast.operator, round)) this.#plan(task, now);
    }
    const due = [...this.#planned].filter(([, { at }]) => at <= now);
    for (let i = 0; i < due.length; i += AT_ONCE) {
      await Promise.all(due.slice(i, i + AT_ONCE).map(([key, plan]) => this.#do(key, plan, known)));
    }
  }

  /** Somebody's manager has been told: those who were late come to it now. */
  escalated(notice: NoticeLine, now: number): void {
    for (const key of this.#lateTasks) {
      const plan = this.#planned.get(key);
      if (plan && plan.task.round === notice.stream) plan.at = Math.min(plan.at, now + 0.3 * DAY);
    }
  }

  #plan(task: Asked, now: number): void {
    const key = `${task.round} ${task.id} ${task.assignee}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    if (this.#isSilent(task)) return;
    const left = Math.max(task.due - now, 0.5 * DAY);
    const plan = { task, at: now + left * hesitation(task), deed: this.#deedFor(task) };
    if (task.purpose === 'review' && task.assignee === this.#script.late && chance(`late ${task.id}`) < 0.3) {
      plan.at = task.due + 30 * DAY;
      this.#lateTasks.add(key);
    }
    if (task.purpose === 'discussion' || task.purpose === 'objection') plan.at = now + left * 0.6;
    this.#planned.set(key, plan);
  }

  #isSilent({ purpose, assignee }: Asked): boolean {
    return purpose === 'acknowledgement' && assignee === this.#script.silentLeader;
  }

  #deedFor({ purpose, assignee }: Asked): Deed {
    if (purpose === 'agreement') return (task) => this.#agree(task);
    if (purpose !== 'review') return (task) => this.#submit(task);
    if (assignee === this.#script.dropsOut) return (task) => this.#decline(task);
    if (assignee === this.#script.recuses && !this.#recused) {
      this.#recused = true;
      return (task) => this.#recuse(task);
    }
    return (task) => this.#submit(task);
  }

  #known: Known = { authors: new Map(), eligible: [], seated: [] };

  async #do(key: string, { task, deed }: Planned, known: Known): Promise<void> {
    this.#known = known;
    this.#planned.delete(key);
    try {
      await deed(task);
    } catch (error) {
      // Meanwhile the task has lapsed, was taken back, or its round is over: what people find when they are too slow.
      if (!(error instanceof Refused) || ![404, 409].includes(error.status)) throw error;
      this.#tell.tell(`${this.#name(task.assignee)} comes too late: ${error.message}`);
    }
  }

  async #submit(task: Asked): Promise<void> {
    if (task.purpose === 'review' && !this.#blindSeen && !this.#script.fullPanel) await this.#lookBlind(task);
    const answer = this.#answers.to(task, this.#known);
    await this.#client.post(task.assignee, `/api/rounds/${task.round}/tasks/${task.id}/submit`, { answer });
    if (task.purpose === 'review') this.reviews++;
  }

  /** Opens the task as the expert does: the application is there, its author is not. */
  async #lookBlind({ round, id, assignee, about }: Asked): Promise<void> {
    this.#blindSeen = true;
    const { matter } = await this.#client.get<TaskView>(assignee, `/api/rounds/${round}/tasks/${id}`);
    const application = matter && 'application' in matter ? matter.application : null;
    if (!application?.outline || application.person !== null || application.name !== null) {
      throw new DemoFailure(`The review of ${about} is not blind, or shows nothing.`);
    }
    this.#tell.tell(`${this.#name(assignee)} opens ${about}: outline, profile and topics, no name, no department.`);
  }

  /** One manager stays silent about one application; whose it is, the manager knows. */
  async #agree(task: Asked): Promise<void> {
    if (this.#known.authors.get(task.about ?? '') !== this.#script.unanswered) await this.#submit(task);
  }

  async #recuse({ round, id, assignee, about }: Asked): Promise<void> {
    await this.#client.post(assignee, `/api/rounds/${round}/recuse`, { task: id, reason: 'We are related.' });
    this.#tell.mark(
      `${this.#name(assignee)} steps back from ${about} (a conflict of interest); another reviewer is asked.`,
    );
  }

  async #decline({ round, id, assignee }: Asked): Promise<void> {
    await this.#client.post(assignee, `/api/rounds/${round}/decline`, { task: id, reason: 'I am sent abroad.' });
    if (this.#dropped) return;
    this.#dropped = true;
    this.#tell.mark(`${this.#name(assignee)} drops out as a reviewer; for each application another one is asked.`);
  }

  #name(person: string): string {
    return this.#cast.people.get(person)?.name ?? person;
  }
}

/** Changes when somebody else is asked in a round, or by another time; that answers come changes nothing for others. */
function whoIsAsked({ tasks, due, counts: { open: _, submitted: __, ...others } }: RoundView): string {
  return JSON.stringify([tasks, due, others]);
}
