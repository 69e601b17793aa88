import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';

/** Whether I have a calendar feed. */
export const feedQuery = queryOptions({
  queryKey: ['feed'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/me/feed', { signal })),
  refetchInterval: false,
});

/** Makes my feed, or renews its secret; the address is told this once. */
export function useNewFeed() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(api.POST('/api/me/feed')),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['feed'] }),
    gcTime: 0,
  });
}

/** Takes my feed away. */
export function useNoFeed() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/me/feed')),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['feed'] }),
  });
}
