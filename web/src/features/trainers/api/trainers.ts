import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';

/** The team of trainers, by topic, and what nobody covers. */
export const trainersQuery = queryOptions({
  queryKey: ['trainers'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/trainers', { signal })),
  refetchInterval: 60_000,
});

export type Trainers = Awaited<ReturnType<Extract<(typeof trainersQuery)['queryFn'], (...given: never[]) => unknown>>>;
export type Trainer = Trainers['trainers'][number];
