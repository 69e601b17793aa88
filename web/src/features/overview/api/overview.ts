import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';

/** One screen for whoever leads. */
export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/me/overview', { signal })),
});

/** What somebody has done for the training of others; theirs alone. */
export const supportQuery = queryOptions({
  queryKey: ['support'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/me/support', { signal })),
});

type Answer<T extends { queryFn?: unknown }> = Awaited<
  ReturnType<Extract<T['queryFn'], (...given: never[]) => unknown>>
>;
export type Overview = Answer<typeof overviewQuery>;
export type Support = Answer<typeof supportQuery>;
