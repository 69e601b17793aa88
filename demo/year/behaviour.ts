import { fieldKeyOf } from '../../domain/gaps/field-key.ts';
import type { RatingRecord } from '../../files/ratings.ts';
import type { Asked } from '../answers.ts';
import { chance } from '../chance.ts';

/** Who behaves out of the ordinary in the year. */
export interface YearScript {
  /** Nobody there ever answers for the department. */
  readonly silent: string;
  /** Returns the plan the first time it is shown. */
  readonly returns: string;
}

/** What the simulated people know when they answer. */
export interface YearKnown {
  /** Person to element to level, as their supervisor rates it. */
  readonly ratings: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Department to the needs that were found for it, in the order of their numbers. */
  readonly proposed: ReadonlyMap<string, readonly string[]>;
  /** Elements of a person's post, the first is the weightiest. */
  readonly elements: (person: string) => readonly string[];
  /** The offerings of the plan that is to be approved. */
  readonly offerings: readonly string[];
  /** The plan has been returned once. */
  readonly returned: boolean;
}

/** Ratings of a data folder as the people in it give them. */
export function ratingsByPerson(records: readonly RatingRecord[]): Map<string, Map<string, number>> {
  const byPerson = new Map<string, Map<string, number>>();
  for (const { person, element, rating } of records) {
    if (rating === null) continue;
    const levels = byPerson.get(person) ?? new Map<string, number>();
    byPerson.set(person, levels);
    levels.set(element, Number(rating));
  }
  return byPerson;
}

/** What a simulated person answers; null: nothing, now or ever. */
export function answerTo(task: Asked, script: YearScript, known: YearKnown): object | null {
  const answer = ANSWERS[task.purpose];
  return answer ? answer(task, script, known) : null;
}

type AnswerOf = (task: Asked, script: YearScript, known: YearKnown) => object | null;

const ANSWERS: Readonly<Record<string, AnswerOf>> = {
  'cycle-mobilisation': ({ about }, { silent }) => (about === silent ? null : { answer: 'accept' }),
  'cycle-ratings': (task, _script, { ratings }) => rated(ratings.get(personIn(task))),
  'cycle-self-ratings': (task, _script, { ratings }) =>
    chance(`self ${task.id}`) < 0.6 ? rated(ratings.get(personIn(task)), `self ${task.id}`) : null,
  'cycle-talks': (task, _script, { elements }) => {
    const [element] = elements(personIn(task));
    if (!element || chance(`talk ${task.id}`) < 0.05) return null;
    return { held: '2027-08-02', element1: element, means1: 'course', until1: '2028-06-30', goal1: 'Does it alone.' };
  },
  'cycle-signatures': ({ id }) =>
    chance(`signs ${id}`) < 0.04 ? { agrees: false, comment: 'The date is too early for me.' } : { agrees: true },
  'cycle-needs': ({ about }, { silent }, { proposed }) => {
    if (about === silent) return null;
    const found = proposed.get(about ?? '') ?? [];
    return found.length
      ? { answer: 'needs', confirmed: found }
      : { answer: 'nil', reason: 'The ratings show no gap that matters this year.' };
  },
  'cycle-questions': () => ({ named: true, problem: 'Customers complain about late answers.' }),
  'cycle-commitments': () => ({ answer: 'give' }),
  'cycle-approval': ({ assignee }, { returns }, { offerings, returned }) =>
    assignee === returns && !returned
      ? { decision: 'return', touches: offerings.slice(0, 1), comments: 'Not in the weeks of the annual accounts.' }
      : { decision: 'approve' },
  'cycle-changes': () => ({ decision: 'approve' }),
  'offering-seats': ({ id }) =>
    chance(`seat ${id}`) < 0.04 ? { comes: false, reason: 'A customer visit on that day.' } : { comes: true },
  'offering-support': () => ({ goal: 'Bring back one thing that we try in the same week.', clarified: true }),
  'offering-attendance': () => ({ absent: [] }),
  'offering-reaction': ({ id }) => {
    const liking = 3 + Math.round(2 * chance(`likes ${id}`));
    return { relevance: liking, trainer: 4, organisation: liking, overall: liking, recommends: liking > 3 };
  },
  'offering-test': ({ id }) => ({ score: 55 + Math.round(45 * chance(`test ${id}`)) }),
  'offering-transfer': ({ id }) => ({ transfer: chance(`transfer ${id}`) < 0.12 ? 2 : 4 }),
  'offering-coaching': () => ({ done: true, notes: 'Went through two cases together.' }),
};

/** The employee whom a task is about: such tasks say so, or are named after them. */
export function personIn({ about, id }: Pick<Asked, 'about' | 'id'>): string {
  return about ?? id;
}

function rated(levels: ReadonlyMap<string, number> | undefined, shift?: string): object | null {
  if (!levels) return null;
  const moved = (level: number, element: string) =>
    shift === undefined ? level : Math.min(7, Math.max(0, level + Math.round(2 * chance(`${shift} ${element}`)) / 2));
  return Object.fromEntries([...levels].map(([element, level]) => [fieldKeyOf(element), moved(level, element)]));
}
