import type { Label } from '../../contracts/form.ts';
import { type Actor, type PersonId, SYSTEM } from '../../contracts/ids.ts';
import { BY_HAND, type TaskSpec } from '../../contracts/round.ts';
import type { Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import type { RoundState } from './state.ts';

/** Why somebody cannot add tasks to a round by these ids: they are where its procedure looks for its own. null: they can. */
export function faultOfIds({ spec }: RoundState, tasks: readonly TaskSpec[], actor: Actor): Rejection | null {
  const { owner } = spec!;
  if (actor === SYSTEM || owner === null) return null;
  const own = tasks.find(({ id }) => !id.startsWith(BY_HAND));
  if (!own) return null;
  return refuse('not-allowed/id-of-procedure', { task: own.id, owner, sign: BY_HAND });
}

/** So many people a task bars at most, and keeps its holder from. */
const MOST_BARRED = 500;
const MOST_APART = 20;

/** Whom the tasks about a subject are about, whom they bar, and from whom they keep their holders. */
interface Subject {
  readonly people: Set<PersonId>;
  readonly barred: Set<PersonId>;
  readonly apartFrom: Set<PersonId>;
}

/**
 * Tasks that somebody adds where people are kept apart (`policy.apart`), with what the round knows of their subjects: whom
 * each is about, and who is kept from the other tasks about it. Without that a task would keep nobody from judging whom they
 * may not judge. Refused: one that does not say what it is about, one that nobody knows whom it is about, and one that says
 * otherwise than the round knows.
 */
export function withSubjects(
  { spec, tasks }: Pick<RoundState, 'spec' | 'tasks'>,
  added: readonly TaskSpec[],
  actor: Actor,
): readonly TaskSpec[] | Rejection {
  if (actor === SYSTEM || !spec!.policy.apart) return added;
  const subjects = new Map<string, Subject>();
  for (const { about, aboutPerson, barred, apartFrom } of tasks.values()) {
    if (about === null) continue;
    const subject = subjects.get(about) ?? { people: new Set(), barred: new Set(), apartFrom: new Set() };
    subjects.set(about, subject);
    if (aboutPerson !== null) subject.people.add(aboutPerson);
    for (const person of barred) subject.barred.add(person);
    for (const person of apartFrom) subject.apartFrom.add(person);
  }
  const made: TaskSpec[] = [];
  for (const task of added) {
    const known = task.about === null ? undefined : subjects.get(task.about);
    const [only, another] = known?.people ?? [];
    const whom = another === undefined ? only : undefined;
    const refusal = faultOfSubject(spec!.title, task, whom);
    if (refusal) return refusal;
    const barred = [...new Set([...(task.barred ?? []), ...(known?.barred ?? [])])].slice(0, MOST_BARRED);
    const apartFrom = [...new Set([...(task.apartFrom ?? []), ...(known?.apartFrom ?? [])])].slice(0, MOST_APART);
    made.push({
      ...task,
      aboutPerson: task.aboutPerson ?? whom!,
      ...(barred.length ? { barred } : {}),
      ...(apartFrom.length ? { apartFrom } : {}),
    });
  }
  return made;
}

function faultOfSubject(title: Label, { id, about, aboutPerson }: TaskSpec, whom?: PersonId): Rejection | null {
  if (about === null) return refuse('not-allowed/subject-missing', { task: id, title });
  if (whom === undefined && aboutPerson === null)
    return refuse('not-allowed/subject-unknown', { about, title, task: id });
  if (whom === undefined || aboutPerson === null || whom === aboutPerson) return null;
  return refuse('not-allowed/subject-differs', { title, about, task: id });
}

/** Why somebody cannot say who takes the place of a task: the procedure does, and counts that answer. null: they can. */
export function faultOfFilling({ spec }: RoundState, actor: Actor): Rejection | null {
  const { owner } = spec!;
  if (actor === SYSTEM || owner === null) return null;
  return refuse('not-allowed/place-by-procedure', { title: spec!.title, owner });
}
