import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type Sitting, sittingQuery } from '../api/task.ts';
import type { Order } from './cells.ts';
import { allKeptHere, effectsOfMany, keyOfDraft } from './effects.ts';
import type { Layout } from './layout.ts';
import { Matrix } from './matrix.ts';
import { standingOf, withDrafts } from './read-sitting.ts';
import { CHANNEL } from './use-draft.ts';

interface Asked {
  readonly person: string;
  readonly round: string;
  readonly sitting: Sitting;
  readonly layout: Layout;
}

/** Which way somebody goes is remembered on this device. */
const KEPT = 'rostrum-order';

export function orderHere(): Order {
  return localStorage.getItem(KEPT) === 'person' ? 'person' : 'element';
}

export function keepOrder(order: Order): void {
  localStorage.setItem(KEPT, order);
}

/** What the server has of those that are open. */
function standingsOf({ sitting, layout }: Pick<Asked, 'sitting' | 'layout'>) {
  const keys = new Map(
    layout.posts.map((post) => [
      post.key,
      layout.elements.filter(({ wanted }) => wanted.has(post.key)).map(({ key }) => key),
    ]),
  );
  return new Map(
    sitting.tasks.map((task) => [task.task, standingOf(task, keys.get(task.formKey ?? '') ?? [])] as const),
  );
}

/**
 * The ratings of several people while their page is open; undefined until this device has been looked into. The same people in
 * another tab leave them there. What the server has taken is written into what was read of the round, so that whoever comes back
 * goes on from it.
 * @param times how often they were taken up here again
 */
export function useMatrix({ person, round, sitting, layout }: Asked, times: number): Matrix | undefined {
  const [matrix, put] = useState<Matrix>();
  const queries = useQueryClient();
  const latest = useRef({ sitting, layout });
  latest.current = { sitting, layout };
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken up again, it begins anew
  useEffect(() => {
    let here: Matrix | undefined;
    let gone = false;
    const tasks = latest.current.layout.people.map(({ task }) => task);
    const names = new Map(tasks.map((task) => [keyOfDraft({ person, round, task }), task]));
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }) => {
      const theirs = (data as readonly string[]).flatMap((name) => names.get(name) ?? []);
      if (theirs.length) void here?.drafts.leave(new Set(theirs));
    };
    void allKeptHere({ person, round }, tasks).then((kept) => {
      if (gone) return;
      const effects = { of: effectsOfMany({ person, round }), now: () => Date.now() };
      here = new Matrix(effects, latest.current.layout, {
        ...{ standings: standingsOf(latest.current), kept, order: orderHere() },
      });
      const read = sittingQuery(round).queryKey;
      const opened = here;
      here.subscribe(() => {
        queries.setQueryData(read, (before) => before && withDrafts(before, opened.drafts.standings()));
      });
      channel.postMessage([...names.keys()]);
      put(here);
    });
    const wake = () => here?.drafts.wake();
    const hide = () => document.visibilityState === 'hidden' && void here?.drafts.flush();
    window.addEventListener('online', wake);
    window.addEventListener('focus', wake);
    document.addEventListener('visibilitychange', hide);
    return () => {
      gone = true;
      void here?.drafts.flush().finally(() => here?.drafts.close());
      channel.close();
      window.removeEventListener('online', wake);
      window.removeEventListener('focus', wake);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [person, round, times]);
  useEffect(() => matrix?.renew(layout, standingsOf({ sitting, layout })), [matrix, sitting, layout]);
  return matrix;
}

export function useMatrixState(matrix: Matrix) {
  return useSyncExternalStore(matrix.subscribe, matrix.state);
}
