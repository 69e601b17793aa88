import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';

const clockQuery = queryOptions({
  queryKey: ['clock'],
  queryFn: async ({ signal }) => {
    const { now, scale } = await answerOf(api.GET('/api/clock', { signal }));
    return { now, scale, readAt: Date.now() };
  },
  staleTime: Number.POSITIVE_INFINITY,
  refetchInterval: false,
});

/** What time it is in the procedures, which goes faster than the machine's where Rostrum is tried out. */
export function useNow(): number {
  const { data } = useQuery(clockQuery);
  return data ? data.now + (Date.now() - data.readAt) * data.scale : Date.now();
}
