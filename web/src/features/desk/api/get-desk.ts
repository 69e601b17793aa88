import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';

/** What is asked of whoever is signed in, what they have answered, and what comes. */
export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/me/desk', { signal })),
  meta: { streams: ['round', 'cycle', 'selection', 'offering', 'organisation'] },
});

export function useDesk() {
  return useSuspenseQuery(deskQuery);
}

export type Desk = ReturnType<typeof useDesk>['data'];
export type DeskGroup = Desk['groups'][number];
