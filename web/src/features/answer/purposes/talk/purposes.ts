import { lazy } from 'react';
import type { MatterOf, Purpose } from '../purpose.ts';

export const talk: Purpose<MatterOf<'cycle-talks'>> = {
  Matter: lazy(() => import('./gaps.tsx')),
  Fields: lazy(() => import('./goals.tsx')),
  wide: true,
};

export const signature: Purpose<MatterOf<'cycle-signatures'>> = {
  Matter: lazy(() => import('./plan.tsx')),
  above: true,
};
