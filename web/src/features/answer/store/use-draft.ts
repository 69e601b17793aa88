import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Draft, type Standing } from './draft.ts';
import { effectsOf, keptHere, type Whose } from './effects.ts';

/** Tabs of one browser tell each other which tasks they go on with. */
export const CHANNEL = 'rostrum-tasks';

/** What they call a task there. */
export const nameOf = ({ person, round, task }: Whose) => `${person} ${round} ${task}`;

/**
 * The draft of a task while its page is open; undefined until this device has been looked into. The same task in another
 * tab leaves it there.
 * @param standing what the server had when it was read last
 * @param times how often it was taken up here again
 */
export function useDraft(whose: Whose, standing: Standing, times: number): Draft | undefined {
  const { person, round, task } = whose;
  const [draft, put] = useState<Draft>();
  // What is read again later is no reason to begin anew: what was typed here is newer.
  const latest = useRef(standing);
  latest.current = standing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken up again, it begins anew
  useEffect(() => {
    let here: Draft | undefined;
    let gone = false;
    const me = { person, round, task };
    const name = nameOf(me);
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }) => {
      if ((data as readonly string[]).includes(name)) void here?.leave();
    };
    void keptHere(me).then((kept) => {
      if (gone) return;
      here = new Draft(effectsOf(me), latest.current, kept);
      channel.postMessage([name]);
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
  }, [person, round, task, times]);
  return draft;
}

export function useDraftState(draft: Draft) {
  return useSyncExternalStore(draft.subscribe, draft.state);
}
