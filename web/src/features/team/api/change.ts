import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { once } from '../../../api/once.ts';

interface Asked {
  readonly cycle: string;
  readonly offering: string;
  readonly person: string;
  readonly reason: string;
}

/** Asks that somebody takes part in a course of the approved plan; whoever decides about it is asked then. */
export function useAskForSeat() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked: Asked) =>
      once(['requestChange', asked], (commandId) => {
        const { cycle, offering, person, reason } = asked;
        return answerOf(
          api.POST('/api/cycles/{id}/requestChange', {
            params: { path: { id: cycle } },
            headers: { 'idempotency-key': commandId },
            body: { change: { kind: 'participants', offering, add: [person], remove: [] }, emergency: false, reason },
          }),
        );
      }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['team'] }),
  });
}
