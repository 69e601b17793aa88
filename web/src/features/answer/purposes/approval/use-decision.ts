import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import type { FieldsProps, MatterOf } from '../purpose.ts';

/** The words that may be given, and choosing one: what was written for another of them stays, in case it is chosen again. */
export function useDecision({ task, change }: FieldsProps<MatterOf<'cycle-approval'>>) {
  const reader = useReader();
  const field = task.form.fields.find(({ key }) => key === 'decision');
  const options = field?.kind === 'choice' ? field.options : [];
  return {
    options: options.map(({ value, label }) => ({ value, label: said(reader, label) })),
    choose: (value: string) => change('decision', value),
  };
}
