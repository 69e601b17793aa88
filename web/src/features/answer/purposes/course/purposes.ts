import { lazy } from 'react';
import type { MatterOf, OfCourse, Purpose } from '../purpose.ts';

const Matter = lazy(() => import('./matter.tsx'));
const PressedFields = lazy(() => import('./pressed-fields.tsx'));
const shown: Purpose<OfCourse> = { Matter, above: true };
const pressed: Purpose<OfCourse> = { Matter, Fields: PressedFields, above: true };

export const seats: Purpose<MatterOf<'offering-seats'>> = {
  Matter,
  Fields: lazy(() => import('./seat-fields.tsx')),
  above: true,
};
export const support: Purpose<MatterOf<'offering-support'>> = {
  Matter,
  Fields: lazy(() => import('./support-fields.tsx')),
  above: true,
};
export const reaction: Purpose<MatterOf<'offering-reaction'>> = pressed;
export const test: Purpose<MatterOf<'offering-test'>> = shown;
export const transfer: Purpose<MatterOf<'offering-transfer'>> = pressed;
export const coaching: Purpose<MatterOf<'offering-coaching'>> = pressed;
export const attendance: Purpose<MatterOf<'offering-attendance'>> = {
  Matter,
  Fields: lazy(() => import('./attendance-fields.tsx')),
  above: true,
  options: (_, __, { people }) => people.map(({ id, name }) => ({ id, label: name ?? id })),
};
