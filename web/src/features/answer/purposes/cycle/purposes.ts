import { lazy } from 'react';
import type { MatterOf, Purpose } from '../purpose.ts';

export const mobilisation: Purpose<MatterOf<'cycle-mobilisation'>> = {
  Matter: lazy(() => import('./mobilisation.tsx')),
  Fields: lazy(() => import('./mobilisation-fields.tsx')),
  above: true,
};
export const commitments: Purpose<MatterOf<'cycle-commitments'>> = {
  Matter: lazy(() => import('./commitment.tsx')),
  above: true,
};
export const changes: Purpose<MatterOf<'cycle-changes'>> = {
  Matter: lazy(() => import('./change.tsx')),
  above: true,
  isEmpty: ({ change }) => change === null,
};
