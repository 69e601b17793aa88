import { lazy } from 'react';
import type { MatterOf, Purpose } from '../purpose.ts';

const Matter = lazy(() => import('./matter.tsx'));

export const acknowledgement: Purpose<MatterOf<'acknowledgement'>> = { Matter };
export const endorsement: Purpose<MatterOf<'endorsement'>> = { Matter };
export const nomination: Purpose<MatterOf<'nomination'>> = { Matter };
export const acceptance: Purpose<MatterOf<'acceptance'>> = { Matter };
