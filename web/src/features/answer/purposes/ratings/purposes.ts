import { lazy } from 'react';
import type { MatterOf, Purpose } from '../purpose.ts';

const Matter = lazy(() => import('./matter.tsx'));
const Fields = lazy(() => import('./fields.tsx'));

const shown: Purpose<MatterOf<'cycle-ratings' | 'cycle-self-ratings'>> = { Matter, Fields };

export const ratings: Purpose<MatterOf<'cycle-ratings'>> = shown;
export const selfRatings: Purpose<MatterOf<'cycle-self-ratings'>> = shown;
