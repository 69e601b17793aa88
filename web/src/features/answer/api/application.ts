import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';

export type Selection = components['schemas']['Selection'];
export type OwnFile = components['schemas']['ApplicationDraft']['files'][number];

/** All that one needs to write an application: the call, what is begun, and what was sent already. It is read once. */
export const writingQuery = (id: string) =>
  queryOptions({
    queryKey: ['writing', id],
    queryFn: async ({ signal }) => {
      const params = { path: { id } };
      const [selection, draft] = await Promise.all([
        answerOf(api.GET('/api/selections/{id}', { params, signal })),
        answerOf(api.GET('/api/selections/{id}/application-draft', { params, signal })),
      ]);
      const code = selection.mine.application;
      const sent = code
        ? await answerOf(
            api.GET('/api/selections/{id}/applications/{code}', { params: { path: { id, code } }, signal }),
          )
        : null;
      return { selection, draft, sent };
    },
    refetchInterval: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
    staleTime: 0,
  });

/** What is saved of it, exactly as reviewers will be shown it. */
export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: ['reviewers-preview', id],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/selections/{id}/application-draft/as-reviewers-see-it', { params: { path: { id } }, signal }),
      ),
    refetchInterval: false,
    gcTime: 0,
    staleTime: 0,
  });

interface Sent {
  readonly application: components['schemas']['Application'] | null;
  readonly form: {
    readonly profile: string;
    readonly topics: string[];
    readonly outline: string;
    readonly evidence: string[];
    readonly hoursPerMonth: number;
  };
  readonly commandId: string;
}

/** Sends an application, or what it is to be from now on. */
export function useApply(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ application, form, commandId }: Sent) => {
      const given = { params: { path: { id } }, body: { ...form, commandId } };
      return answerOf<unknown>(
        application
          ? api.POST('/api/selections/{id}/editApplication', given)
          : api.POST('/api/selections/{id}/apply', given),
      );
    },
    onSuccess: () => {
      for (const key of ['selection', 'application', 'application-draft'])
        void queries.invalidateQueries({ queryKey: [key, id] });
    },
  });
}
