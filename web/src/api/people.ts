import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.ts';

/** People whose name or number contains a text. */
export const peopleQuery = (sought: string) =>
  queryOptions({
    queryKey: ['people', sought],
    queryFn: ({ signal }) => answerOf(api.GET('/api/people', { params: { query: { query: sought } }, signal })),
    enabled: sought.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: false,
    staleTime: 60_000,
  });
