import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { once } from '../../../api/once.ts';

/** The courses that I take part in and those that I teach. */
export const myCoursesQuery = queryOptions({
  queryKey: ['my-courses'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/me/courses', { signal })),
});

/** One offering, as far as it concerns whoever asks. */
export const courseQuery = (course: string) =>
  queryOptions({
    queryKey: ['course', course],
    queryFn: ({ signal }) => answerOf(api.GET('/api/offerings/{id}', { params: { path: { id: course } }, signal })),
  });

/** Who teaches what, with the own hours of whoever teaches. */
export const trainersQuery = queryOptions({
  queryKey: ['trainers'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/trainers', { signal })),
  refetchInterval: false,
});

/** What was said to me before my courses. */
export const saidBeforeQuery = (person: string) =>
  queryOptions({
    queryKey: ['development', person],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/people/{person}/development', { params: { path: { person } }, signal })),
    refetchInterval: false,
  });

/** What one does with a seat. */
export type SeatAct =
  | { readonly act: 'giveUpSeat'; readonly reason: string }
  | { readonly act: 'joinWaitingList' | 'leaveWaitingList'; readonly person: string };

function sendOfSeat(course: string, seat: SeatAct, commandId: string) {
  const params = { path: { id: course } };
  const headers = { 'idempotency-key': commandId };
  if (seat.act === 'giveUpSeat') {
    return answerOf(api.POST('/api/offerings/{id}/giveUpSeat', { params, headers, body: { reason: seat.reason } }));
  }
  const body = { person: seat.person };
  if (seat.act === 'joinWaitingList')
    return answerOf(api.POST('/api/offerings/{id}/joinWaitingList', { params, headers, body }));
  return answerOf(api.POST('/api/offerings/{id}/leaveWaitingList', { params, headers, body }));
}

export function useSeat(course: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (seat: SeatAct) => once([seat, course], (commandId) => sendOfSeat(course, seat, commandId)),
    onSuccess: () => {
      for (const key of ['course', 'my-courses', 'desk', 'me']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

/** Somebody else is to teach it, or it is not to be held; whoever decides about the plan is asked. */
export interface AskedOfPlan {
  readonly cycle: string;
  readonly offering: string;
  /** null: it is to be cancelled. */
  readonly trainer: string | null;
  readonly reason: string;
  readonly emergency: boolean;
}

export function useAskOfPlan() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked: AskedOfPlan) =>
      once(['requestChange', asked], (commandId) => {
        const { cycle, offering, trainer, reason, emergency } = asked;
        return answerOf(
          api.POST('/api/cycles/{id}/requestChange', {
            params: { path: { id: cycle } },
            headers: { 'idempotency-key': commandId },
            body: {
              change:
                trainer === null ? { kind: 'cancel', offering } : { kind: 'trainer', offering, trainer, quote: null },
              emergency,
              reason,
            },
          }),
        );
      }),
    onSuccess: () => {
      for (const key of ['course', 'my-courses']) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

type Answer<T extends { queryFn?: unknown }> = Awaited<
  ReturnType<Extract<T['queryFn'], (...given: never[]) => unknown>>
>;
export type MyCourses = Answer<typeof myCoursesQuery>;
export type Course = Answer<ReturnType<typeof courseQuery>>;
