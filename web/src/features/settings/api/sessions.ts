import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';

/** Where I am signed in. */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/me/sessions', { signal })),
  refetchInterval: false,
});

/** Signs me out on one other device. */
export function useEndSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/me/sessions/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  });
}

/** Signs me out everywhere, here as well. */
export function useEndAll() {
  return useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/me/sessions')),
    onSuccess: () => window.location.assign('/sign-in'),
  });
}
