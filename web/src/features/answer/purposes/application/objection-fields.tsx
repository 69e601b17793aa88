import type { FieldsProps, MatterOf } from '../purpose.ts';

/** Which stage is run again is asked of whoever upholds, and of nobody else. */
export default function ObjectionFields({ task, content, ask }: FieldsProps<MatterOf<'objection'>>) {
  return task.form.fields.filter(({ key }) => key !== 'stage' || content.upheld === true).map(({ key }) => ask(key));
}
