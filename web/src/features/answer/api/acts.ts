import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { problemFrom } from '../../../api/problem.ts';
import type { Content } from '../store/draft.ts';
import { handInAll } from '../store/hand-in.ts';

function useReadAnew() {
  const queries = useQueryClient();
  return () => {
    for (const key of ['desk', 'sitting', 'me']) void queries.invalidateQueries({ queryKey: [key] });
  };
}

/** What changes a task: afterwards the desk and the sitting are read anew. */
function useAct<T, R>(mutationFn: (given: T) => Promise<R>) {
  return useMutation({ mutationFn, onSuccess: useReadAnew() });
}

type Written = Record<string, number | string | boolean | string[] | null>;

interface OfTask {
  readonly round: string;
  readonly task: string;
}

interface Submitted extends OfTask {
  readonly answer: Content;
  readonly commandId: string;
  /** It is in, whether or not the form is still there: the news of it may have taken it away before. */
  readonly taken: () => Promise<void>;
  readonly refused: (error: Error) => Promise<void>;
}

/** The id makes it one answer, however often it is sent. */
export function useSubmit() {
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: ({ round, task, answer, commandId }: Submitted) =>
      answerOf(
        api.POST('/api/rounds/{id}/tasks/{task}/submit', {
          params: { path: { id: round, task } },
          body: { answer: answer as Written, commandId },
        }),
      ),
    onSuccess: (_, { taken }) => {
      readAnew();
      return taken();
    },
    onError: (error, { refused }) => refused(error),
  });
}

/** Several answers at once. @returns what became of each; it never fails as a whole */
export function useSubmitMany() {
  return useAct(({ round, answers }: { round: string; answers: readonly Given[] }) =>
    handInAll(answers, async (some) => {
      const body = { answers: some.map(({ answer, ...rest }) => ({ ...rest, answer: answer as Written })) };
      const asked = api.POST('/api/rounds/{id}/answers', { params: { path: { id: round } }, body });
      const { outcomes } = await answerOf(asked);
      return outcomes.map(({ task, problem }) => ({ task, error: problem && problemFrom(problem.status, problem) }));
    }),
  );
}

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
