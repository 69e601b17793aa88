import { lazy } from 'react';
import type { MatterOf, Purpose, WithApplication } from '../purpose.ts';

const Matter = lazy(() => import('./matter.tsx'));

const shown: Purpose<WithApplication> = { Matter, isEmpty: ({ application }) => application === null };

export const agreement: Purpose<MatterOf<'agreement'>> = shown;
export const screening: Purpose<MatterOf<'screening'>> = shown;
export const review: Purpose<MatterOf<'review'>> = shown;
export const discussion: Purpose<MatterOf<'discussion'>> = shown;
export const objection: Purpose<MatterOf<'objection'>> = { Matter };

const named = ({ code, name }: { code: string; name?: string | null | undefined }) => ({
  id: code,
  label: [code, name].filter(Boolean).join(' · '),
});

export const conflict: Purpose<MatterOf<'conflict'>> = {
  options: (_, __, { applications }) => applications.map(named),
};
export const panel: Purpose<MatterOf<'panel'>> = { options: (_, __, { candidates }) => candidates.map(named) };
