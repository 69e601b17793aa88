import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';

export type Scope = components['schemas']['AnswerPairingInput']['scope'];

/** Which program waits under a code; it changes nothing. */
export function useLook() {
  return useMutation({
    mutationFn: (code: string) => answerOf(api.POST('/api/me/pairing/look', { body: { code } })),
  });
}

/** Lets a program in, or does not. */
export function useAnswerPairing() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: components['schemas']['AnswerPairingInput']) => answerOf(api.POST('/api/me/pairing', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
}
