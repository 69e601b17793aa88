import { type RefObject, useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';

/** How a long list is laid out, in pixels. */
interface Layout {
  /** About how high one is until it was measured. */
  readonly about: number;
  readonly gap: number;
  /** So far beyond the edges of the screen they are made as well, so that one may go on by keys. */
  readonly beyond: number;
}

interface Seen {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly height: number;
  /** Those that are seen, by their place in the list, and where each begins. */
  readonly placed: readonly { readonly at: number; readonly start: number }[];
  /** Of each that is made: it is measured as long as it is there. It says its key by `data-key`. */
  readonly measured: (element: HTMLElement | null) => void;
}

/** Of a long list on a page that scrolls, those that are seen; each is as high as it is. */
export function useSeen(keys: readonly string[], { about, gap, beyond }: Layout): Seen {
  const list = useRef<HTMLDivElement>(null);
  const heights = useRef(new Map<string, number>());
  const observer = useRef<ResizeObserver>(undefined);
  const [, again] = useReducer((times: number) => times + 1, 0);
  const [{ from, to }, look] = useState({ from: 0, to: window.innerHeight });
  observer.current ??= new ResizeObserver((entries) => {
    for (const { target, borderBoxSize } of entries) {
      const { key } = (target as HTMLElement).dataset;
      // What has gone meanwhile has no height, and is as high as it was.
      if (key && borderBoxSize[0]?.blockSize) heights.current.set(key, borderBoxSize[0].blockSize);
    }
    again();
  });
  useEffect(() => () => observer.current?.disconnect(), []);
  useLayoutEffect(() => {
    const seen = () => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      look({ from: -top, to: window.innerHeight - top });
    };
    seen();
    window.addEventListener('scroll', seen, { passive: true });
    window.addEventListener('resize', seen);
    return () => {
      window.removeEventListener('scroll', seen);
      window.removeEventListener('resize', seen);
    };
  }, []);
  const measured = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    observer.current?.observe(element);
    return () => observer.current?.unobserve(element);
  }, []);
  const placed: { at: number; start: number }[] = [];
  let start = 0;
  keys.forEach((key, at) => {
    const height = heights.current.get(key) ?? about;
    if (start + height > from - beyond && start < to + beyond) placed.push({ at, start });
    start += height + gap;
  });
  return { list, height: Math.max(0, start - gap), placed, measured };
}
