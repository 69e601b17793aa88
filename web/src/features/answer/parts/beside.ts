import type { Reader } from '../../../format/date.ts';
import type { Sitting, Task } from '../api/task.ts';
import type { Beside, Field } from '../fields/field.ts';
import { purposeOf } from '../purposes/purposes.ts';

/** What is known of a field beside the form: how much it counts, how one has scored before, what may be chosen. */
export function besideOf(reader: Reader, field: Field, task: Task, sitting: Sitting | undefined): Beside {
  const { matter } = task;
  const criterion = matter && 'rubric' in matter ? matter.rubric.find(({ id }) => id === field.key) : undefined;
  const earlier = (sitting?.earlier[field.key] ?? []).filter((one) => one.task !== task.task);
  return {
    weight: criterion && new Intl.NumberFormat(reader.language, { style: 'percent' }).format(Number(criterion.weight)),
    minimum: criterion?.minimum === undefined ? undefined : Number(criterion.minimum),
    earlier: field.kind === 'score' ? earlier : undefined,
    options: field.kind === 'ids' && matter ? purposeOf(matter).options?.(reader, field, matter) : undefined,
  };
}
