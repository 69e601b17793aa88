import { lazy } from 'react';
import type { MatterOf, Purpose, WithApplication } from '../purpose.ts';

const Matter = lazy(() => import('./matter.tsx'));

const shown: Purpose<WithApplication> = { Matter, isEmpty: ({ application }) => application === null };

export const agreement: Purpose<MatterOf<'agreement'>> = { ...shown, above: true };
export const screening: Purpose<MatterOf<'screening'>> = shown;
export const review: Purpose<MatterOf<'review'>> = { ...shown, Fields: lazy(() => import('../review/fields.tsx')) };
export const discussion: Purpose<MatterOf<'discussion'>> = {
  ...shown,
  Fields: lazy(() => import('../discussion/fields.tsx')),
};
export const objection: Purpose<MatterOf<'objection'>> = {
  Matter,
  Fields: lazy(() => import('./objection-fields.tsx')),
};
export const conflict: Purpose<MatterOf<'conflict'>> = { Fields: lazy(() => import('../conflict/fields.tsx')) };

export const panel: Purpose<MatterOf<'panel'>> = {
  Fields: lazy(() => import('../panel/fields.tsx')),
  options: (_, __, { candidates }) =>
    candidates.map(({ code, name }) => ({ id: code, label: [code, name].filter(Boolean).join(' · ') })),
};
