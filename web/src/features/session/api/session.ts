import { queryOptions, useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';

export type Link = components['schemas']['LinkView'];
export type Ways = components['schemas']['Ways'];

/** How one may sign in here. */
export const waysQuery = queryOptions({
  queryKey: ['session', 'ways'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/session/ways', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
  refetchInterval: false,
});

/** What a link is, and where it leads; to look changes nothing. */
export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['session', 'link', token],
    queryFn: () => answerOf(api.POST('/api/session/look', { body: { token } })),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: false,
    refetchOnWindowFocus: false,
  });

/** Signs in: by the link of a letter, or as anybody while Rostrum is tried out. */
export function useSignIn() {
  return useMutation({
    mutationFn: (body: components['schemas']['SignInInput']) => answerOf(api.POST('/api/session', { body })),
  });
}

/** Sends a link: to an address, or in the place of one that is not good any more. */
export function useAskForLink() {
  return useMutation({
    mutationFn: (body: { address: string; path?: string } | { token: string }) =>
      answerOf(api.POST('/api/session/links', { body })),
  });
}

/** Says that a link has come to somebody whom it is not for. */
export function useNotMe() {
  return useMutation({
    mutationFn: (token: string) => answerOf(api.POST('/api/session/not-me', { body: { token } })),
  });
}
