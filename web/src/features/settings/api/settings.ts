import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';

export type SettingsView = components['schemas']['SettingsView'];
export type Settings = components['schemas']['SettingsInput'];

/** How I want Rostrum, and what the directory says of me. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/me/settings', { signal })),
  refetchInterval: false,
});

/** Applies at once, and is taken back where it was not taken. */
export function useSetting(settings: SettingsView) {
  const queries = useQueryClient();
  const { directory: _, quietHours: __, deputy: ___, ...now } = settings;
  return useMutation({
    mutationFn: (changed: Partial<Settings>) => answerOf(api.PUT('/api/me/settings', { body: { ...now, ...changed } })),
    onMutate: (changed) => queries.setQueryData(['settings'], { ...settings, ...changed }),
    onError: () => queries.setQueryData(['settings'], settings),
    onSettled: () => queries.invalidateQueries({ queryKey: ['me'] }),
  });
}

/** Names who stands in for me while I am on leave; null: nobody in particular. */
export function useDeputy(person: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (deputy: string | null) =>
      answerOf(api.POST('/api/organisation/nameDeputy', { body: { person, deputy } })),
    onSettled: () => Promise.all(['settings', 'desk'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}
