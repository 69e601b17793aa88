import type { Answer } from '../contracts/form.ts';
import type { PersonId, StreamId } from '../contracts/ids.ts';
import { type DraftStanding, draftStandings, saveDrafts } from '../db/drafts.ts';
import type { ApiParts } from './parts.ts';
import { Problem, problem } from './problem.ts';
import { send } from './sender.ts';

/** What somebody saves for later, over the revision that they had loaded: 0 for the first. */
export interface ToSave {
  readonly task: string;
  readonly content: Answer;
  readonly revision: number;
}

/** What became of one of them: the revision that stands now (0: none is known), and why it was not saved. */
export interface Saved {
  readonly task: string;
  readonly revision: number;
  readonly problem: Problem | null;
}

/**
 * Saves drafts of one person in one round, each by itself. The first draft of a task is news to the round, and the round
 * says who may write one; later ones are kept without a command.
 */
export async function saveAll(
  { pool, keys, gateway }: Pick<ApiParts, 'pool' | 'keys' | 'gateway'>,
  { round, person }: { readonly round: StreamId; readonly person: PersonId },
  drafts: readonly ToSave[],
): Promise<Saved[]> {
  const tasks = drafts.map((d) => d.task);
  const standings = await draftStandings(pool, round, tasks, person);
  const problems = new Map<string, Problem>();
  const note = async (task: string) => {
    const problem = await begin(gateway, round, person, task);
    if (problem) problems.set(task, problem);
  };
  const isBehind = ({ task, revision }: ToSave) => {
    const stands = standings.get(task);
    return stands?.assignee === person && stands.revision !== revision;
  };
  for (const draft of drafts.filter(isBehind))
    problems.set(draft.task, conflict(draft.task, standings.get(draft.task)!));
  const going = drafts.filter((d) => !problems.has(d.task));
  await Promise.all(going.filter((d) => !isDrafted(standings.get(d.task), person)).map((d) => note(d.task)));
  const able = going.filter((d) => !problems.has(d.task));
  const saved = await saveDrafts(
    pool,
    keys,
    { round, person },
    able.map(({ task, content, revision }) => {
      return { task, content, over: revision, aboutPerson: standings.get(task)?.aboutPerson ?? null };
    }),
  );
  const missed = able.filter((d) => !saved.has(d.task)).map((d) => d.task);
  const since = missed.length ? await draftStandings(pool, round, missed, person) : standings;
  await Promise.all(missed.filter((task) => !isDrafted(since.get(task), person)).map(note));
  for (const task of missed) if (!problems.has(task)) problems.set(task, conflict(task, since.get(task)));
  return tasks.map((task) => ({
    task,
    revision: saved.get(task) ?? ownRevision(since.get(task) ?? standings.get(task), person),
    problem: problems.get(task) ?? null,
  }));
}

const isDrafted = (stands: DraftStanding | undefined, person: PersonId) =>
  stands?.state === 'drafted' && stands.assignee === person;

const ownRevision = (stands: DraftStanding | undefined, person: PersonId) =>
  stands?.assignee === person ? stands.revision : 0;

async function begin(
  gateway: ApiParts['gateway'],
  round: StreamId,
  person: PersonId,
  task: string,
): Promise<Problem | null> {
  try {
    await send(gateway, round, { type: 'saveDraft', actor: person, body: { task } });
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function conflict(task: string, stands: DraftStanding | undefined): Problem {
  return problem('draft-conflict/task', { task, revision: stands?.revision ?? 0 });
}
