import type { Answer } from '../../contracts/form.ts';
import type { PersonId, StreamId } from '../../contracts/ids.ts';
import { openRound } from '../../domain/cycle/rounds.ts';
import { fieldKeyOf } from '../../domain/gaps/field-key.ts';
import type { RoundState } from '../../domain/round/state.ts';
import type { RatingRecord } from '../../files/ratings.ts';
import { readRatings } from '../../files/ratings.ts';
import { readSheet } from '../../files/sheet.ts';
import { Problem } from '../problem.ts';
import { faulty, mended } from '../tables.ts';
import type { CycleReading } from './reading.ts';

/** What a supervisor's ratings of one person in a file become: the answer to their task in the round. */
export interface RatedAnswer {
  readonly round: StreamId;
  readonly task: string;
  readonly person: PersonId;
  /** Who holds the task and is named as the rater. */
  readonly rater: PersonId;
  readonly answer: Answer;
}

/** The open round of ratings. Throws the problem `wrong-stage` when there is none. */
export function ratingRound({ state }: CycleReading): StreamId {
  const round = openRound(state, 'ratings');
  if (round) return round.id;
  throw new Problem('wrong-stage', `No ratings are being asked for; the cycle is at "${state.stage}".`);
}

/**
 * The answers in a table of ratings, one a person. All or nothing: throws the problem `import-invalid` with a sentence
 * for each row that is wrong, and for each person whose task is not open or is not the rater's.
 */
export async function ratedAnswers(
  { organisation }: CycleReading,
  round: RoundState,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<RatedAnswer[]> {
  const people = [...organisation.people.values()].filter((p) => p.employed);
  const posts = [...organisation.posts.values()].map((p) => ({ ...p, elements: [...p.elements] }));
  const ratings = await mended(async () => readRatings(await readSheet(file.bytes, file.name), { people, posts }));
  const byPerson = new Map<PersonId, RatingRecord[]>();
  for (const r of ratings) byPerson.set(r.person, [...(byPerson.get(r.person) ?? []), r]);
  const faults: string[] = [];
  const answers = [...byPerson].flatMap(([person, rows]) => {
    const task = [...round.tasks.values()].find((t) => t.aboutPerson === person);
    const fault = faultOf(file.name, person, rows, task);
    if (fault) faults.push(fault);
    if (fault || !task) return [];
    const answer = Object.fromEntries(rows.map((r) => [fieldKeyOf(r.element), Number(r.rating)]));
    return [{ round: round.stream, task: task.id, person, rater: task.assignee, answer }];
  });
  if (faults.length) throw faulty(faults);
  return answers;
}

type Task = RoundState['tasks'] extends ReadonlyMap<string, infer T> ? T : never;

function faultOf(name: string, person: PersonId, rows: readonly RatingRecord[], task: Task | undefined): string | null {
  if (!task) return `${name}: nobody is asked to rate ${person} in this cycle; leave them out.`;
  if (task.state !== 'open') return `${name}: the rating of ${person} is ${task.state} already; reopen it first.`;
  const stranger = rows.find((r) => r.rater !== task.assignee);
  return stranger
    ? `${name}: ${person} is to be rated by ${task.assignee}, not by ${stranger.rater}; correct the rater.`
    : null;
}
