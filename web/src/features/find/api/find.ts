import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';

/** What is called like a text, of what I may see. */
export const findQuery = (sought: string) =>
  queryOptions({
    queryKey: ['find', sought],
    queryFn: ({ signal }) => answerOf(api.GET('/api/find', { params: { query: { q: sought } }, signal })),
    enabled: sought.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: false,
    staleTime: 30_000,
  });

type Query = Awaited<ReturnType<Extract<ReturnType<typeof findQuery>['queryFn'], (...given: never[]) => unknown>>>;
export type Found = Query;
