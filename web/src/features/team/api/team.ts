import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';

/** Whose team, and which part of it; what is absent is one's own, and all of it. */
export interface TeamAsked {
  readonly of?: string | undefined;
  readonly post?: string | undefined;
}

/** What any of it is read from. */
const READ_FROM = ['round', 'cycle', 'offering', 'organisation'] as const;

/** The people who report to somebody, against what their posts require. */
export const teamQuery = ({ of, post }: TeamAsked) =>
  queryOptions({
    queryKey: ['team', of, post],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/me/team', { params: { query: { ...(of ? { of } : {}), ...(post ? { post } : {}) } }, signal }),
      ),
    placeholderData: keepPreviousData,
    meta: { streams: READ_FROM },
  });

/** Who of one's people is late in a round. */
export const lateQuery = (round: string) =>
  queryOptions({
    queryKey: ['team', 'late', round],
    queryFn: ({ signal }) => answerOf(api.GET('/api/me/team/late/{round}', { params: { path: { round } }, signal })),
  });

/** One person: what the post requires, what was agreed, what they are taught. */
export const developmentQuery = (person: string) =>
  queryOptions({
    queryKey: ['development', person],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/people/{person}/development', { params: { path: { person } }, signal })),
  });

type Answer<T extends (...given: never[]) => { queryFn?: unknown }> = Awaited<
  ReturnType<Extract<ReturnType<T>['queryFn'], (...given: never[]) => unknown>>
>;
export type Team = Answer<typeof teamQuery>;
export type Late = Answer<typeof lateQuery>;
export type Development = Answer<typeof developmentQuery>;
export type Cell = Team['cells'][number];
