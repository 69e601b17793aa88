import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

/** Until the API says what has changed, what is looked at is asked for again this often, in milliseconds. */
const FRESH_MS = 20_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A lost connection shows itself as what it is, and not as waiting.
      networkMode: 'always',
      refetchInterval: FRESH_MS,
      staleTime: 5_000,
      retry: (times, error) => times < 2 && error instanceof ApiProblem && error.status === 503,
    },
    mutations: { networkMode: 'always' },
  },
});
