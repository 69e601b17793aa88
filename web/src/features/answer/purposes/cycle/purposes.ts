import { lazy } from 'react';
import type { MatterOf, Purpose } from '../purpose.ts';

export const mobilisation: Purpose<MatterOf<'cycle-mobilisation'>> = {
  Matter: lazy(() => import('./mobilisation.tsx')),
};
export const commitments: Purpose<MatterOf<'cycle-commitments'>> = {
  Matter: lazy(() => import('./commitment.tsx')),
  short: true,
};
export const changes: Purpose<MatterOf<'cycle-changes'>> = {
  Matter: lazy(() => import('./change.tsx')),
  short: true,
  isEmpty: ({ change }) => change === null,
};
