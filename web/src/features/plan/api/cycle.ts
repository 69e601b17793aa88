import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';

/** Which cycles there are. */
export const cyclesQuery = queryOptions({
  queryKey: ['cycles'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/cycles', { signal })),
});

const of = (id: string, signal: AbortSignal) => ({ params: { path: { id } }, signal });

/** How a cycle stands. */
export const cycleQuery = (id: string) =>
  queryOptions({
    queryKey: ['cycle', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/cycles/{id}', of(id, signal))),
  });

/** Its plan, as far as one may see it. */
export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['cycle', id, 'plan'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/cycles/{id}/plan', of(id, signal))),
  });

/** Money, rooms and hours, for those who may see them. */
export const resourcesQuery = (id: string) =>
  queryOptions({
    queryKey: ['cycle', id, 'resources'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/cycles/{id}/resources', of(id, signal))),
  });

/** What was promised, and what has come of it. */
export const effectQuery = (id: string) =>
  queryOptions({
    queryKey: ['cycle', id, 'effect'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/cycles/{id}/effect', of(id, signal))),
  });

type Query<T extends (...given: never[]) => { queryFn?: unknown }> = Awaited<
  ReturnType<Extract<ReturnType<T>['queryFn'], (...given: never[]) => unknown>>
>;
export type Cycle = Query<typeof cycleQuery>;
export type Plan = Query<typeof planQuery>;
export type Resources = Query<typeof resourcesQuery>;
export type Effect = Query<typeof effectQuery>;
export type Line = Plan['lines'][number];
