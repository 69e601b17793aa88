import { QueryClient } from '@tanstack/react-query';
import { isHearing } from './news.ts';
import { ApiProblem } from './problem.ts';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /**
       * What it is read from, so that it is asked for again when something is written there: streams by their ids, or all of a kind
       * (`round`, `cycle` …). Without it, it is asked for every 20 seconds while it is shown.
       */
      readonly streams?: readonly string[];
    };
  }
}

/** How often what is looked at is asked for again where nobody says what has changed, in milliseconds. */
const FRESH_MS = 20_000;
/** And where they do: what time alone changes, such as that something is late, nobody writes down. */
const HEARD_MS = 120_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A lost connection shows itself as what it is, and not as waiting.
      networkMode: 'always',
      refetchInterval: ({ meta }) => (meta?.streams && isHearing() ? HEARD_MS : FRESH_MS),
      staleTime: 5_000,
      retry: (times, error) => times < 2 && error instanceof ApiProblem && error.status === 503,
    },
    mutations: { networkMode: 'always' },
  },
});
