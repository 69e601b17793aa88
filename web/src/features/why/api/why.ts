import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { ApiProblem } from '../../../api/problem.ts';
import type { Language } from '../../../words/language.ts';

/** So many events are read at once: what rests on more is told by its latest. */
const MOST = 200;

/** What has happened in a process about one thing of it, newest first, as far as I see it. */
export const eventsQuery = (stream: string, about: string) =>
  queryOptions({
    queryKey: ['history', stream, about],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/history/{stream}', {
          params: { path: { stream }, query: { about, limit: MOST } },
          signal,
        }),
      ),
    meta: { streams: [stream] },
  });

export type Events = Awaited<
  ReturnType<Extract<ReturnType<typeof eventsQuery>['queryFn'], (...given: never[]) => unknown>>
>;

/** A figure that is not there, or not mine to see, is no fault of the page: the events are there all the same. */
const orNone = <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error: unknown) => {
    if (error instanceof ApiProblem && [400, 403, 404].includes(error.status)) return null;
    throw error;
  });

const idOf = (stream: string) => stream.slice(stream.indexOf(':') + 1);

/** Where an application stands, reckoned anew from the scores, in sentences. */
export const rankQuery = (stream: string, application: string, locale: Language) =>
  queryOptions({
    queryKey: ['explained', stream, application, locale],
    queryFn: ({ signal }) =>
      orNone(
        answerOf(
          api.GET('/api/selections/{id}/explain', {
            params: { path: { id: idOf(stream) }, query: { application, locale } },
            signal,
          }),
        ),
      ),
    enabled: stream.startsWith('selection:'),
    meta: { streams: [stream] },
  });

/** How far somebody is from what their post requires, by element. */
export const gapsQuery = (stream: string, person: string) =>
  queryOptions({
    queryKey: ['gaps', stream, person],
    queryFn: ({ signal }) =>
      orNone(
        answerOf(
          api.GET('/api/cycles/{id}/gaps', { params: { path: { id: idOf(stream) }, query: { person } }, signal }),
        ),
      ),
    enabled: stream.startsWith('cycle:'),
    meta: { streams: [stream] },
  });
