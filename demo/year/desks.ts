import type { RoundView, TaskView } from '../../contracts/views/round.ts';
import { elementOfKey } from '../../domain/gaps/field-key.ts';
import { type Asked, hesitation } from '../answers.ts';
import { type Client, Refused } from '../client.ts';
import type { Narrator } from '../narrator.ts';
import { openTasks } from '../open-tasks.ts';
import { answerTo, personIn, type YearKnown, type YearScript } from './behaviour.ts';

const DAY = 86_400_000;
/** So many people are at their screens at the same time. */
const AT_ONCE = 16;

interface Planned {
  readonly task: Asked & { readonly formKey: string | null };
  readonly at: number;
}

/** The simulated people of the year: they look at what they are asked, wait as people do, and answer through the API. */
export class Desks {
  readonly #client: Client;
  readonly #operator: string;
  readonly #script: YearScript;
  readonly #tell: Narrator;
  readonly #seen = new Set<string>();
  readonly #planned = new Map<string, Planned>();
  /** Round to the number of tasks that were there when it was last looked through. */
  readonly #looked = new Map<string, number>();
  readonly #answered = new Map<string, number>();
  readonly #late = new Map<string, number>();
  returned = false;

  constructor(client: Client, operator: string, script: YearScript, tell: Narrator) {
    this.#client = client;
    this.#operator = operator;
    this.#script = script;
    this.#tell = tell;
  }

  /** How many have come too late, by purpose. */
  get late(): ReadonlyMap<string, number> {
    return this.#late;
  }

  /** Answers by purpose that the API has acknowledged. */
  get answered(): ReadonlyMap<string, number> {
    return this.#answered;
  }

  /** Looks at all open rounds, and does what is due by now. */
  async tick(rounds: readonly RoundView[], now: number, known: Omit<YearKnown, 'returned'>): Promise<void> {
    for (const round of rounds) {
      if (this.#looked.get(round.id) === round.tasks) continue;
      this.#looked.set(round.id, round.tasks);
      for (const task of await openTasks(this.#client, this.#operator, round)) this.#plan(task, now);
    }
    const due = [...this.#planned].filter(([, { at }]) => at <= now);
    for (let i = 0; i < due.length; i += AT_ONCE) {
      await Promise.all(due.slice(i, i + AT_ONCE).map(([key, plan]) => this.#do(key, plan, known)));
    }
  }

  #plan(task: Planned['task'], now: number): void {
    const key = `${task.round} ${task.id} ${task.assignee}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const left = Math.max(task.due - now, 0.5 * DAY);
    const haste = task.purpose.startsWith('offering-') ? 0.3 : 0.7;
    this.#planned.set(key, { task, at: now + left * haste * hesitation(task) });
  }

  async #do(key: string, { task }: Planned, known: Omit<YearKnown, 'returned'>): Promise<void> {
    this.#planned.delete(key);
    const answer = answerTo(task, this.#script, { ...known, returned: this.returned });
    if (!answer) return;
    const returns = 'decision' in answer && answer.decision === 'return';
    if (returns) this.returned = true;
    try {
      const levels = task.formKey === 'supervisor' ? await this.#levels(task, known) : {};
      const path = `/api/rounds/${task.round}/tasks/${task.id}/submit`;
      await this.#client.post(task.assignee, path, { answer: { ...answer, ...levels } });
      this.#answered.set(task.purpose, (this.#answered.get(task.purpose) ?? 0) + 1);
    } catch (error) {
      // Meanwhile the task has lapsed, was taken back or given to somebody else, or its round is over.
      if (!(error instanceof Refused) || ![403, 404, 409].includes(error.status)) throw error;
      const late = this.#late.get(task.purpose) ?? 0;
      this.#late.set(task.purpose, late + 1);
      if (late === 0) this.#tell.tell(`${task.assignee} comes too late: ${error.message}`);
    }
  }

  /** A supervisor rates the elements of the course again: most people have moved up by half a level or a whole one. */
  async #levels(task: Asked, { ratings }: Omit<YearKnown, 'returned'>): Promise<object> {
    const { round, id, assignee } = task;
    const { form } = await this.#client.get<TaskView>(assignee, `/api/rounds/${round}/tasks/${id}`);
    const before = ratings.get(personIn(task));
    const levels: Record<string, number> = {};
    for (const { key } of form.fields) {
      const element = elementOfKey(key);
      const level = element === null ? undefined : before?.get(element);
      if (level !== undefined)
        levels[key] = Math.min(7, level + (hesitation({ round, id: `${id}${key}` } as Asked) > 0.3 ? 1 : 0.5));
    }
    return levels;
  }
}
