import type { Panel } from './panel.ts';

/** Number of groups of applications and reviewers that no review links. */
export function groups(panel: Panel): number {
  const parent = Int32Array.from({ length: panel.applications + panel.reviewers }, (_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parent[r] !== r) {
      parent[r] = parent[parent[r]!]!;
      r = parent[r]!;
    }
    return r;
  };
  for (const [i, a] of panel.application.entries()) parent[root(a)] = root(panel.applications + panel.reviewer[i]!);
  return new Set([...panel.application].map(root)).size;
}
