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

/** What may be chosen, as people call it; an id is never typed. */
export type Options = readonly { readonly id: string; readonly label: string }[];

/** What is known of a field beside the form: from what the task is about, and from one's own earlier answers. */
export interface Beside {
  /** How much it counts, in percent. */
  readonly weight?: string | undefined;
  /** Whoever is below it takes no seat. */
  readonly minimum?: number | undefined;
  readonly earlier?: readonly { readonly task: string; readonly score: number }[] | undefined;
  readonly options?: Options | undefined;
}
