import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';

/** A task with all that its assignee needs to answer it. It is read once: what is written into it is kept beside it. */
export const taskQuery = (round: string, task: string) =>
  queryOptions({
    queryKey: ['task', round, task],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/rounds/{id}/tasks/{task}', { params: { path: { id: round, task } }, signal })),
    refetchInterval: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
    staleTime: 0,
  });

/** All that the round asks of me: what was answered, what is begun, what is open. */
export const sittingQuery = (round: string) =>
  queryOptions({
    queryKey: ['sitting', round],
    queryFn: ({ signal }) => answerOf(api.GET('/api/rounds/{id}/mine', { params: { path: { id: round } }, signal })),
    refetchInterval: false,
  });

type Query<T extends (...given: never[]) => { queryFn?: unknown }> = Awaited<
  ReturnType<Extract<ReturnType<T>['queryFn'], (...given: never[]) => unknown>>
>;
export type Task = Query<typeof taskQuery>;
export type Sitting = Query<typeof sittingQuery>;
