import type { Answer } from '../../contracts/form.ts';
import type { PersonId, StreamId } from '../../contracts/ids.ts';
import type { RoundCommandBodies } from '../../contracts/round.ts';
import { fieldKeyOf } from '../../domain/gaps/field-key.ts';
import { openRound } from '../../domain/procedure/rounds.ts';
import { isAnsweredBy } from '../../domain/round/answer.ts';
import { isPending, type RoundState, type Task } from '../../domain/round/state.ts';
import type { RatingRecord } from '../../files/ratings.ts';
import { readRatings } from '../../files/ratings.ts';
import { readSheet } from '../../files/sheet.ts';
import type { CycleReading } from '../../views/cycle/reading.ts';
import { problem } from '../problem.ts';
import { faulty, mended } from '../tables.ts';

type Taken = RoundCommandBodies['takeAnswers']['answers'][number];

/** What the ratings in a file become. */
export interface RatedAnswers {
  /** How many people are rated. */
  readonly people: number;
  /** The answers that do not stand already, to the tasks of those who hold them and are named as the raters. */
  readonly answers: readonly Taken[];
}

/** The round of ratings that is open, or else the last one. Throws the problem `wrong-stage` when there was none. */
export function ratingRound(reading: CycleReading): StreamId {
  const { state } = reading;
  const round = openRound(state, 'ratings') ?? Object.values(state.rounds).findLast((r) => r.purpose === 'ratings');
  if (round) return round.id;
  throw notAsked(reading);
}

const notAsked = ({ state }: CycleReading) => problem('wrong-stage/ratings-not-asked', { stage: state.stage });

/**
 * The answers in a table of ratings, one a person. All or nothing: throws the problem `import-invalid` with a sentence
 * for each row that is wrong, and for each person whose task is not the rater's, or holds another answer already. A table
 * that was taken in before gives no answers, however much time has passed; `wrong-stage` when there is one to give and
 * nobody is asked any more.
 */
export async function ratedAnswers(
  reading: CycleReading,
  round: RoundState,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<RatedAnswers> {
  const { organisation, state } = reading;
  const people = [...organisation.people.values()].filter((p) => p.employed);
  const posts = [...organisation.posts.values()].map((p) => ({ ...p, elements: [...p.elements] }));
  const ratings = await mended(async () => readRatings(await readSheet(file.bytes, file.name), { people, posts }));
  const byPerson = new Map<PersonId, RatingRecord[]>();
  for (const r of ratings) byPerson.set(r.person, [...(byPerson.get(r.person) ?? []), r]);
  const tasks = tasksByPerson(round);
  const asked = openRound(state, 'ratings')?.id === round.stream;
  const faults: string[] = [];
  const answers = [...byPerson].flatMap(([person, rows]) => {
    const task = tasks.get(person);
    const answer: Answer = Object.fromEntries(rows.map((r) => [fieldKeyOf(r.element), Number(r.rating)]));
    if (task && isAnsweredBy(task, answer) && rows.every((r) => r.rater === task.assignee)) return [];
    if (!asked) throw notAsked(reading);
    const fault = faultOf(file.name, person, rows, task);
    if (fault) faults.push(fault);
    return fault || !task ? [] : [{ task: task.id, assignee: task.assignee, answer }];
  });
  if (faults.length) throw faulty(faults);
  return { people: byPerson.size, answers };
}

/** The task about each person; of several the one that is open, or else that was answered. */
function tasksByPerson({ tasks }: RoundState): Map<PersonId, Task> {
  const worth = (task: Task | undefined) => (task ? (isPending(task) ? 3 : task.state === 'submitted' ? 2 : 1) : 0);
  const found = new Map<PersonId, Task>();
  for (const task of tasks.values()) {
    if (task.aboutPerson === null) continue;
    if (worth(task) > worth(found.get(task.aboutPerson))) found.set(task.aboutPerson, task);
  }
  return found;
}

function faultOf(name: string, person: PersonId, rows: readonly RatingRecord[], task: Task | undefined): string | null {
  if (!task) return `${name}: nobody is asked to rate ${person} in this cycle; leave them out.`;
  if (task.state === 'submitted') {
    return `${name}: ${person} is rated already, and not as it is here; reopen the task ${task.id} first, or leave them out.`;
  }
  if (!isPending(task)) return `${name}: the rating of ${person} is ${task.state} already; reopen it first.`;
  const stranger = rows.find((r) => r.rater !== task.assignee);
  return stranger
    ? `${name}: ${person} is to be rated by ${task.assignee}, not by ${stranger.rater}; correct the rater.`
    : null;
}
