import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Draft, type Standing } from './draft.ts';
import { effectsOf, keptHere, type Place } from './effects.ts';

/** Tabs of one browser tell each other which drafts they go on with, by their names on this device. */
export const CHANNEL = 'rostrum-drafts';

/**
 * The draft at a place while its page is open; undefined until this device has been looked into. The same one in another
 * tab leaves it there.
 * @param standing what the server had when it was read last
 * @param times how often it was taken up here again
 */
export function useDraft(place: Place, standing: Standing, times: number): Draft | undefined {
  const [draft, put] = useState<Draft>();
  // What is read again later is no reason to begin anew: what was typed here is newer.
  const latest = useRef(standing);
  latest.current = standing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken up again, it begins anew
  useEffect(() => {
    let here: Draft | undefined;
    let gone = false;
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }) => {
      if ((data as readonly string[]).includes(place.key)) void here?.leave();
    };
    void keptHere(place).then((kept) => {
      if (gone) return;
      here = new Draft(effectsOf(place), latest.current, kept);
      channel.postMessage([place.key]);
      put(here);
    });
    const wake = () => here?.wake();
    const hide = () => document.visibilityState === 'hidden' && void here?.flush();
    window.addEventListener('online', wake);
    window.addEventListener('focus', wake);
    document.addEventListener('visibilitychange', hide);
    return () => {
      gone = true;
      void here?.flush().finally(() => here?.close());
      channel.close();
      window.removeEventListener('online', wake);
      window.removeEventListener('focus', wake);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [place.key, times]);
  return draft;
}

export function useDraftState(draft: Draft) {
  return useSyncExternalStore(draft.subscribe, draft.state);
}
