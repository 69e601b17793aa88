import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import { tellSignedIn } from './signed-out.ts';

/** Who is signed in. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const me = await answerOf(api.GET('/api/me', { signal }));
    tellSignedIn();
    return me;
  },
  staleTime: 60_000,
});

/** Who is signed in, on a page that only they see. */
export function useMe() {
  return useSuspenseQuery(meQuery).data;
}

export type Me = ReturnType<typeof useMe>;
