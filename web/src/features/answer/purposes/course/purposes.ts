import { lazy } from 'react';
import type { MatterOf, OfCourse, Purpose } from '../purpose.ts';

const Matter = lazy(() => import('./matter.tsx'));
const shown: Purpose<OfCourse> = { Matter };

export const seats: Purpose<MatterOf<'offering-seats'>> = shown;
export const support: Purpose<MatterOf<'offering-support'>> = shown;
export const reaction: Purpose<MatterOf<'offering-reaction'>> = shown;
export const test: Purpose<MatterOf<'offering-test'>> = shown;
export const transfer: Purpose<MatterOf<'offering-transfer'>> = shown;
export const coaching: Purpose<MatterOf<'offering-coaching'>> = shown;
export const attendance: Purpose<MatterOf<'offering-attendance'>> = {
  Matter,
  options: (_, __, { people }) => people.map(({ id, name }) => ({ id, label: name ?? id })),
};
