import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';

/** Ends this session. What was shown is forgotten with the page. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/session')),
    onSuccess: () => window.location.assign('/sign-in'),
  });
}
