import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isTouched, listenForNews } from '../../api/news.ts';
import { isSignedOut, onSignedOut, tellSignedOut } from '../../api/signed-out.ts';

/** What is shown is read anew when something was written that it is read from; all else only when it is shown again. */
export function useFresh(): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      listenForNews({
        changed: (streams) =>
          void queries.invalidateQueries({
            predicate: ({ meta }) => meta?.streams !== undefined && isTouched(meta.streams, streams),
          }),
        missed: () => void queries.invalidateQueries({ predicate: ({ meta }) => meta?.streams !== undefined }),
        signedOut: tellSignedOut,
      }),
    [queries],
  );
  // Whoever has signed in again goes on: what waits is sent, and what is shown is read anew.
  useEffect(
    () =>
      onSignedOut(() => {
        if (isSignedOut()) return;
        window.dispatchEvent(new Event('online'));
        void queries.invalidateQueries();
      }),
    [queries],
  );
}
