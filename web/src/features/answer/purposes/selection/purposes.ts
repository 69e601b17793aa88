import { lazy } from 'react';
import type { MatterOf, Purpose } from '../purpose.ts';

const Matter = lazy(() => import('./matter.tsx'));

export const acknowledgement: Purpose<MatterOf<'acknowledgement'>> = { Matter, above: true };
export const endorsement: Purpose<MatterOf<'endorsement'>> = { Matter, above: true };
export const nomination: Purpose<MatterOf<'nomination'>> = { Matter, above: true };
export const acceptance: Purpose<MatterOf<'acceptance'>> = { Matter, above: true };
