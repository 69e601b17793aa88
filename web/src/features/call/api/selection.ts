import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { once } from '../../../api/once.ts';

/** A selection as everybody may see it, with what concerns me. */
export const selectionQuery = (id: string) =>
  queryOptions({
    queryKey: ['selection', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/selections/{id}', { params: { path: { id } }, signal })),
  });

/** My application with its texts, and how it stands; asked for once I have one. */
export const applicationQuery = (id: string, code: string | null) =>
  queryOptions({
    queryKey: ['application', id, code],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/selections/{id}/applications/{code}', { params: { path: { id, code: code! } }, signal })),
    enabled: code !== null,
  });

/** What I have begun to write and not sent. */
export const begunQuery = (id: string) =>
  queryOptions({
    queryKey: ['application-draft', id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/selections/{id}/application-draft', { params: { path: { id } }, signal })),
    staleTime: 0,
    refetchInterval: false,
  });

type Read<T> = T extends { queryFn?: infer F }
  ? F extends (...given: never[]) => unknown
    ? Awaited<ReturnType<F>>
    : never
  : never;
export type Selection = Read<ReturnType<typeof selectionQuery>>;
export type Application = Read<ReturnType<typeof applicationQuery>>;

/** What changes a selection: afterwards it is read anew. */
function useAct<T>(id: string, mutationFn: (given: T) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['application', id] });
      return queries.invalidateQueries({ queryKey: ['selection', id] });
    },
  });
}

export function useNominate(id: string) {
  return useAct(id, (body: { person: string; reason: string }) =>
    once(['nominate', id, body], (commandId) =>
      answerOf(api.POST('/api/selections/{id}/nominate', { params: { path: { id } }, body: { ...body, commandId } })),
    ),
  );
}

export function useWithdraw(id: string) {
  return useAct(id, (body: { reason: string }) =>
    once(['withdrawApplication', id, body], (commandId) =>
      answerOf(
        api.POST('/api/selections/{id}/withdrawApplication', {
          params: { path: { id } },
          body: { ...body, commandId },
        }),
      ),
    ),
  );
}

/** Against having been screened out. */
export function useObjectToScreening(id: string) {
  return useAct(id, (body: { grounds: string }) =>
    once(['objectToScreening', id, body], (commandId) =>
      answerOf(
        api.POST('/api/selections/{id}/objectToScreening', { params: { path: { id } }, body: { ...body, commandId } }),
      ),
    ),
  );
}

/** Against the public notice: about an application, or (null) about the procedure. */
export function useObject(id: string) {
  return useAct(id, (body: { about: string | null; grounds: string }) =>
    once(['raiseObjection', id, body], (commandId) =>
      answerOf(
        api.POST('/api/selections/{id}/raiseObjection', { params: { path: { id } }, body: { ...body, commandId } }),
      ),
    ),
  );
}

/** The call has reached somebody: they have it before them. */
export function useReached(id: string) {
  return useMutation({
    mutationFn: (person: string) =>
      answerOf(api.POST('/api/selections/{id}/recordReach', { params: { path: { id } }, body: { person } })),
  });
}
