import type { Reader } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import type { Sitting, Task } from '../api/task.ts';
import type { Beside, Field, Options } from '../fields/field.ts';

/** What is known of a field beside the form: how much it counts, how one has scored before, what may be chosen. */
export function besideOf(reader: Reader, field: Field, task: Task, sitting: Sitting | undefined): Beside {
  const { matter } = task;
  const criterion = matter && 'rubric' in matter ? matter.rubric.find(({ id }) => id === field.key) : undefined;
  const earlier = (sitting?.earlier[field.key] ?? []).filter((one) => one.task !== task.task);
  return {
    weight: criterion && new Intl.NumberFormat(reader.language, { style: 'percent' }).format(Number(criterion.weight)),
    minimum: criterion?.minimum === undefined ? undefined : Number(criterion.minimum),
    earlier: field.kind === 'score' ? earlier.map(({ score }) => score) : undefined,
    options: field.kind === 'ids' ? optionsIn(reader, field.from, matter) : undefined,
  };
}

/** What a list of ids stands for, by what the task is about; undefined: it says nothing of it. */
function optionsIn(reader: Reader, from: unknown, matter: Task['matter']): Options | undefined {
  switch (matter?.purpose) {
    case 'cycle-needs':
      if (from !== 'needs') return undefined;
      return matter.needs.map((need) => ({ id: need.need, label: needInWords(reader, need, matter) }));
    case 'offering-attendance':
      return matter.people.map(({ id, name }) => ({ id, label: name ?? id }));
    case 'conflict':
      return matter.applications.map(({ code, name }) => ({
        id: code,
        label: [code, name].filter(Boolean).join(' · '),
      }));
    case 'panel':
      return matter.candidates.map(({ code, name }) => ({ id: code, label: [code, name].filter(Boolean).join(' · ') }));
    case 'cycle-approval':
      return matter.part.map(({ id: offering, course }) => {
        const title = matter.courses[course];
        return { id: offering, label: title ? `${offering} · ${said(reader, title)}` : offering };
      });
    default:
      return undefined;
  }
}

type NeedsMatter = Extract<NonNullable<Task['matter']>, { purpose: 'cycle-needs' }>;

/** "N-00001 · Reading data for decisions": a need as its department knows it. */
function needInWords(
  reader: Reader,
  { need: id, element, course }: NeedsMatter['needs'][number],
  matter: NeedsMatter,
): string {
  const title = (course && matter.courses[course]) ?? (element && matter.elements[element]);
  return title ? `${id} · ${said(reader, title)}` : id;
}
