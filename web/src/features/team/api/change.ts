import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';

interface Asked {
  readonly cycle: string;
  readonly offering: string;
  readonly person: string;
  readonly reason: string;
  /** Makes it one request, however often it is sent. */
  readonly commandId: string;
}

/** Asks that somebody takes part in a course of the approved plan; whoever decides about it is asked then. */
export function useAskForSeat() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ cycle, offering, person, reason, commandId }: Asked) =>
      answerOf(
        api.POST('/api/cycles/{id}/requestChange', {
          params: { path: { id: cycle } },
          headers: { 'idempotency-key': commandId },
          body: { change: { kind: 'participants', offering, add: [person], remove: [] }, emergency: false, reason },
        }),
      ),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['team'] }),
  });
}
