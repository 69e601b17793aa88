import type { Answer } from '../contracts/form.ts';
import type { Score } from '../contracts/ranking.ts';
import type { Cast } from './cast.ts';
import { chance } from './chance.ts';
import type { Script } from './script.ts';
import { remarkOf } from './texts.ts';

/** A task as the simulated people see it. */
export interface Asked {
  readonly round: string;
  readonly purpose: string;
  readonly id: string;
  readonly assignee: string;
  readonly about: string | null;
  readonly due: number;
}

/** What answers hang on beside the task. */
export interface Known {
  /** Application to its author. */
  readonly authors: ReadonlyMap<string, string>;
  /** Applications that are to be reviewed, and may be stepped back from. */
  readonly eligible: readonly string[];
  /** Who has a seat by the ranking, for the panel to confirm. */
  readonly seated: readonly string[];
}

/** Answers tasks as the people of the cast would, scores as the files say. */
export class Answers {
  readonly #cast: Cast;
  readonly #script: Script;
  /** `J1 S01 knowledge` to the score. */
  readonly #scores: ReadonlyMap<string, number>;
  readonly #criteria: readonly string[];
  /** Employee to the name in the scores. */
  readonly #seats: ReadonlyMap<string, string>;

  constructor(cast: Cast, script: Script, scores: readonly Score[], criteria: readonly string[]) {
    this.#cast = cast;
    this.#script = script;
    this.#criteria = criteria;
    this.#scores = new Map(scores.map((s) => [`${s.reviewer} ${s.application} ${s.criterion}`, Number(s.score)]));
    this.#seats = new Map([...cast.experts, ...cast.applicants].map(([seat, person]) => [person, seat]));
  }

  to(task: Asked, known: Known): Answer {
    switch (task.purpose) {
      case 'acknowledgement':
        return { acknowledged: true };
      case 'endorsement':
        return this.#endorsement(task);
      case 'nomination':
        return { accepts: true };
      case 'agreement':
        return { agrees: true };
      case 'screening':
        return { eligible: true, reason: 'The record was looked at by hand.' };
      case 'conflict':
        return this.#conflicts(task, known);
      case 'review':
        return this.#review(task, known, 0);
      case 'discussion':
        return this.#review(task, known, 0.5);
      case 'panel':
        return { candidates: [...known.seated], ground: 'none' };
      case 'objection':
        return {
          upheld: false,
          findings: 'All reviews of the application were in time and by people without conflict.',
        };
      case 'acceptance':
        return { accepts: true };
      default:
        throw new Error(`Nobody in the demonstration knows what to answer to ${task.purpose}.`);
    }
  }

  #endorsement({ assignee }: Asked): Answer {
    if (assignee !== this.#script.unsupportive) return { supports: true, words: 'Go and teach.' };
    return { supports: false, words: 'Our line cannot spare anybody this year.' };
  }

  #conflicts({ assignee }: Asked, { authors, eligible }: Known): Answer {
    if (assignee !== this.#script.declares) return { applications: [] };
    const near = eligible.find((code) => this.#departmentOf(authors.get(code)) !== this.#departmentOf(assignee));
    return { applications: near ? [near] : [], reason: 'We have published together.' };
  }

  #departmentOf(person: string | undefined): string | undefined {
    return person === undefined ? undefined : this.#cast.people.get(person)?.department;
  }

  /** The scores of the files; `moved`: so many points nearer to the middle, as after a discussion. */
  #review({ assignee, about }: Asked, { authors }: Known, moved: number): Answer {
    const reviewer = this.#seats.get(assignee);
    const application = this.#seats.get(authors.get(about ?? '') ?? '');
    const answer: Answer = {};
    for (const criterion of this.#criteria) {
      const score = this.#scores.get(`${reviewer} ${application} ${criterion}`);
      if (score === undefined) throw new Error(`The files have no score of ${reviewer} for ${application}.`);
      answer[criterion] = score > 6 ? score - moved : Math.min(score + moved, 6);
    }
    const locale = this.#cast.people.get(assignee)?.locale ?? 'en';
    answer['review-reasons'] = remarkOf(`${assignee} ${about}`, locale);
    return answer;
  }
}

/** How long a person takes, as a share of the time there is until the due date. */
export function hesitation({ round, id }: Asked): number {
  return 0.08 + 0.72 * chance(`${round} ${id}`);
}
