import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';

/** An application as far as I may see it: where reviews are blind without whose it is. */
export const seenApplicationQuery = (selection: string, code: string) =>
  queryOptions({
    queryKey: ['seen-application', selection, code],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/selections/{id}/applications/{code}', { params: { path: { id: selection, code } }, signal }),
      ),
    refetchInterval: false,
    staleTime: 60_000,
  });
