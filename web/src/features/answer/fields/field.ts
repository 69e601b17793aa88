import type { components } from '../../../api/schema.d.ts';
import type { Content } from '../store/draft.ts';

type Task = components['schemas']['Task'];

/** One question of a form, as the API describes it. */
export type Field = Task['form']['fields'][number];
export type FieldOf<K extends Field['kind']> = Extract<Field, { kind: K }>;

/** What every kind of field is handed. */
export interface FieldProps<K extends Field['kind']> {
  readonly field: FieldOf<K>;
  readonly value: Content[string] | undefined;
  readonly change: (value: Content[string] | undefined) => void;
  readonly disabled: boolean;
  /** Of the element that says what is asked, and of the one that says what is wrong, where something is. */
  readonly labelId: string;
  readonly faultId: string | undefined;
}
