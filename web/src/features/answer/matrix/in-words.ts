import type { Element, Layout } from '../store/layout.ts';

/** Where more posts ask for different levels, only the lowest and the highest are said. */
const MOST = 3;

/** "4.2 · 4.3": what the posts ask for, in the order of the columns; where all ask for the same, once. */
export function wantedIn({ wanted }: Element, { posts }: Pick<Layout, 'posts'>): string {
  const levels = posts.flatMap(({ key }) => wanted.get(key) ?? []);
  const apart = [...new Set(levels)];
  return apart.length > MOST ? `${Math.min(...apart)}–${Math.max(...apart)}` : apart.join(' · ');
}
