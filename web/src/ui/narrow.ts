import { useSyncExternalStore } from 'react';

/** Where two columns would be too narrow for either. */
const NARROW = '(max-width: 960px)';

/** Whether the screen has room for one column only: what is answered then lies below, or over, what it is about. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const asked = window.matchMedia(NARROW);
      asked.addEventListener('change', changed);
      return () => asked.removeEventListener('change', changed);
    },
    () => window.matchMedia(NARROW).matches,
  );
}
