import { lazy } from 'react';
import { said } from '../../../../format/label.ts';
import type { MatterOf, Purpose } from '../purpose.ts';

type ApprovalMatter = MatterOf<'cycle-approval'>;

/** A word on the plan: beside it what has changed, below it what follows from each. */
export const approval: Purpose<ApprovalMatter> = {
  Matter: lazy(() => import('./matter.tsx')),
  Fields: lazy(() => import('./fields.tsx')),
  Foot: lazy(() => import('./foot.tsx')),
  // Whoever approves all of it means no offering in particular.
  unsaid: ({ decision }) => (decision === 'approve' ? ['touches'] : []),
  act: (t, { version }, { decision }) =>
    t(typeof decision === 'string' ? `answer.approval.act.${decision}` : 'answer.approval.act.open', { version }),
  options: (reader, _, matter) =>
    matter.part.map(({ id: offering, course }) => {
      const title = matter.courses[course];
      return { id: offering, label: title ? `${said(reader, title)} · ${offering}` : offering };
    }),
};
