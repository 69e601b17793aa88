import type { Answer } from '../../contracts/form.ts';
import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import { answersOf } from '../../db/views/development.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { OfferingState } from '../../domain/offering/state.ts';
import type { RoundState, TaskState } from '../../domain/round/state.ts';
import type { Sources } from '../sources.ts';

/** A task about somebody, as the ledger says whose it is, with what was answered in the clear. */
export interface DevelopmentTask {
  /** The cycle or the course that asks. */
  readonly owner: StreamId;
  readonly purpose: string;
  readonly round: StreamId;
  readonly task: string;
  readonly assignee: PersonId;
  readonly state: TaskState;
  readonly due: Instant;
  readonly late: boolean;
  readonly settledAt: Instant | null;
  /** null: there is none. */
  readonly answer: Answer | null;
}

/** Talks and signatures of cycles, and what supervisors said before courses: the tasks about one person, the oldest first. */
export async function developmentTasks(
  { pool, keys, reader }: Sources,
  person: PersonId,
  cycles: readonly CycleState[],
  offerings: Iterable<OfferingState>,
  now: Instant,
): Promise<DevelopmentTask[]> {
  const asked = [
    ...cycles.flatMap((state) => roundsOf(state, ['talks', 'signatures'])),
    ...[...offerings].flatMap((state) => roundsOf(state, ['support'])),
  ];
  const rounds = await reader.rounds(asked.map((r) => r.round));
  const found = asked.flatMap((of) => tasksIn(rounds.get(of.round), person, now).map((task) => ({ ...of, ...task })));
  const answers = await answersOf(pool, keys, found);
  return found.map((task) => ({ ...task, answer: answers.get(`${task.round} ${task.task}`) ?? null }));
}

interface RoundOf {
  readonly owner: StreamId;
  readonly round: StreamId;
  readonly purpose: string;
}

function roundsOf(
  { stream, rounds }: Pick<CycleState | OfferingState, 'stream' | 'rounds'>,
  purposes: readonly string[],
): RoundOf[] {
  return Object.values(rounds as Readonly<Record<string, { readonly id: StreamId; readonly purpose: string }>>)
    .filter((r) => purposes.includes(r.purpose))
    .map(({ id, purpose }) => ({ owner: stream, round: id, purpose }));
}

function tasksIn(round: RoundState | undefined, person: PersonId, now: Instant) {
  return [...(round?.tasks.values() ?? [])]
    .filter((t) => t.aboutPerson === person)
    .map(({ id, assignee, state, due, late, settledAt }) => {
      const isOpen = state === 'open' || state === 'drafted';
      return { task: id, assignee, state, due, late: late || (isOpen && due < (round?.heldSince ?? now)), settledAt };
    });
}
