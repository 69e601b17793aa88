import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { problemFrom } from '../../../api/problem.ts';
import type { Content } from '../store/draft.ts';

/** What changes a task: afterwards the desk and the sitting are read anew. */
function useAct<T, R>(mutationFn: (given: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => {
      for (const key of ['desk', 'sitting', 'me']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

type Written = Record<string, number | string | boolean | string[] | null>;

interface OfTask {
  readonly round: string;
  readonly task: string;
}

/** The id makes it one answer, however often it is sent. */
export function useSubmit() {
  return useAct(({ round, task, answer, commandId }: OfTask & { answer: Content; commandId: string }) =>
    answerOf(
      api.POST('/api/rounds/{id}/tasks/{task}/submit', {
        params: { path: { id: round, task } },
        body: { answer: answer as Written, commandId },
      }),
    ),
  );
}

/** Several answers at once. @returns what became of each: null, it is in; otherwise why it is not */
export function useSubmitMany() {
  return useAct(async ({ round, answers }: { round: string; answers: readonly Given[] }) => {
    const body = { answers: answers.map(({ answer, ...rest }) => ({ ...rest, answer: answer as Written })) };
    const outcomes = [];
    for (let at = 0; at < answers.length; at += MOST_AT_ONCE) {
      const some = { answers: body.answers.slice(at, at + MOST_AT_ONCE) };
      const asked = api.POST('/api/rounds/{id}/answers', { params: { path: { id: round } }, body: some });
      outcomes.push(...(await answerOf(asked)).outcomes);
    }
    return outcomes.map(({ task, problem }) => ({ task, error: problem && problemFrom(problem.status, problem) }));
  });
}

/** The API takes so many in one request. */
const MOST_AT_ONCE = 100;

interface Given {
  readonly task: string;
  readonly answer: Content;
  readonly commandId: string;
}

export function useTakeBack() {
  return useAct(({ round, task }: OfTask) =>
    answerOf(api.POST('/api/rounds/{id}/takeBack', { params: { path: { id: round } }, body: { task } })),
  );
}

/** The ways out of a task: a conflict of interest, no time, somebody else. */
export type WayOut = 'recuse' | 'decline' | 'delegate';

export function useWayOut() {
  return useAct(({ round, task, way, reason, to }: OfTask & { way: WayOut; reason: string; to?: string }) => {
    const params = { path: { id: round } };
    if (way === 'recuse') return answerOf(api.POST('/api/rounds/{id}/recuse', { params, body: { task, reason } }));
    if (way === 'decline') return answerOf(api.POST('/api/rounds/{id}/decline', { params, body: { task, reason } }));
    return answerOf(api.POST('/api/rounds/{id}/delegate', { params, body: { task, reason, to: to! } }));
  });
}
