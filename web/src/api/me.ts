import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';
import { ApiProblem } from './problem.ts';
import { tellSignedIn } from './signed-out.ts';

/** Who is signed in: whoever this page was opened for, or nobody. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const me = await answerOf(api.GET('/api/me', { signal }));
    if (!tellSignedIn(me.person)) throw new ApiProblem('unauthenticated', 401, '');
    return me;
  },
  staleTime: 60_000,
});

/** Who is signed in, on a page that only they see. */
export function useMe() {
  return useSuspenseQuery(meQuery).data;
}

export type Me = ReturnType<typeof useMe>;
