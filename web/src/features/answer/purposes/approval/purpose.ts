import { said } from '../../../../format/label.ts';
import type { MatterOf, Purpose } from '../purpose.ts';

export const approval: Purpose<MatterOf<'cycle-approval'>> = {
  options: (reader, _, matter) =>
    matter.part.map(({ id: offering, course }) => {
      const title = matter.courses[course];
      return { id: offering, label: title ? `${offering} · ${said(reader, title)}` : offering };
    }),
};
