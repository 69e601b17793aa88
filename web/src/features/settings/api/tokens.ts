import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';

/** The tokens of my programs. */
export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/me/tokens', { signal })),
  refetchInterval: false,
});

interface Wanted {
  readonly name: string;
  readonly scope: 'read' | 'act';
  readonly days: number;
}

/** Makes a token; it is told this once. */
export function useNewToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Wanted) => answerOf(api.POST('/api/me/tokens', { body: { ...body, areas: null } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
    gcTime: 0,
  });
}

/** Takes a token out of use. */
export function useNoToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/me/tokens/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
}
