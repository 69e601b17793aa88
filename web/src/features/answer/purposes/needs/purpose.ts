import type { Reader } from '../../../../format/date.ts';
import { said } from '../../../../format/label.ts';
import type { MatterOf, Purpose } from '../purpose.ts';

export const needs: Purpose<MatterOf<'cycle-needs'>> = {
  options: (reader, field, matter) =>
    field.kind === 'ids' && field.from === 'needs'
      ? matter.needs.map((need) => ({ id: need.need, label: needInWords(reader, need, matter) }))
      : undefined,
};

type NeedsMatter = MatterOf<'cycle-needs'>;

/** "N-00001 · Reading data for decisions": a need as its department knows it. */
function needInWords(
  reader: Reader,
  { need: id, element, course }: NeedsMatter['needs'][number],
  matter: NeedsMatter,
): string {
  const title = (course && matter.courses[course]) ?? (element && matter.elements[element]);
  return title ? `${id} · ${said(reader, title)}` : id;
}
