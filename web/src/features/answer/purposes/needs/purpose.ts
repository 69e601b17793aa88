import { lazy } from 'react';
import type { Reader } from '../../../../format/date.ts';
import { said } from '../../../../format/label.ts';
import type { MatterOf, Purpose } from '../purpose.ts';

/** The needs of a department are put in order where they stand, with as much room as they take. */
export const needs: Purpose<MatterOf<'cycle-needs'>> = {
  Fields: lazy(() => import('./fields.tsx')),
  wide: true,
  options: (reader, field, matter) =>
    field.kind === 'ids' && field.from === 'needs'
      ? matter.needs.map((need) => ({ id: need.need, label: needInWords(reader, need, matter) }))
      : undefined,
};

export const questions: Purpose<MatterOf<'cycle-questions'>> = {
  Matter: lazy(() => import('./question-matter.tsx')),
  above: true,
  options: (reader, _, { people }) =>
    Object.entries(people)
      .map(([id, label]) => ({ id, label }))
      .sort((a, b) => a.label.localeCompare(b.label, reader.language)),
};

type NeedsMatter = MatterOf<'cycle-needs'>;

/** "Reading data for decisions": a need as its department knows it. */
function needInWords(
  reader: Reader,
  { need: id, element, course }: NeedsMatter['needs'][number],
  matter: NeedsMatter,
): string {
  const title = (element && matter.elements[element]) ?? (course && matter.courses[course]);
  return title ? said(reader, title) : id;
}
