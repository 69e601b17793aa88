import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';

/** Who is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/me', { signal })),
  staleTime: 60_000,
});

/** Who is signed in, on a page that only they see. */
export function useMe() {
  return useSuspenseQuery(meQuery).data;
}

export type Me = ReturnType<typeof useMe>;
