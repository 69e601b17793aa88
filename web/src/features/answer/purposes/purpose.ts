import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { Reader } from '../../../format/date.ts';
import type { Task } from '../api/task.ts';
import type { Field, Options } from '../fields/field.ts';
import type { Content } from '../store/draft.ts';
import type { FaultOfField } from '../store/faults.ts';

export type Matter = NonNullable<Task['matter']>;
export type PurposeName = Matter['purpose'];
export type MatterOf<P extends PurposeName> = Extract<Matter, { purpose: P }>;

/** Where an application is shown beside the form. */
export type WithApplication = MatterOf<'agreement' | 'screening' | 'review' | 'discussion' | 'objection'>;

/** Where a course is. */
export type OfCourse = MatterOf<
  | 'offering-seats'
  | 'offering-support'
  | 'offering-attendance'
  | 'offering-reaction'
  | 'offering-test'
  | 'offering-transfer'
  | 'offering-coaching'
>;

/** What is shown beside the form: what the task is about, as far as whoever is asked may see it. It begins with the page's heading. */
export interface MatterProps<M extends Matter> {
  readonly round: string;
  readonly task: Task;
  readonly matter: M;
}

/** What stands in the place of the form's fields, where a purpose has a better way to answer than one field below the other. */
export interface FieldsProps<M extends Matter> extends MatterProps<M> {
  readonly content: Content;
  readonly change: (key: string, value: Content[string] | undefined) => void;
  readonly disabled: boolean;
  readonly faults: readonly FaultOfField[];
  /** One field as everywhere else, by its key; nothing where the form has none of that key. `but`: choices that are not offered. */
  readonly ask: (key: string, but?: readonly string[]) => ReactNode;
  /** Sends the answer as it stands, or says what is missing in it. */
  readonly send: () => void;
  /** Why the answer was not taken when it was sent last; null: it was not refused. */
  readonly refused: ReactNode;
}

/** What one purpose has of its own; without anything the form stands alone under its title. */
export interface Purpose<M extends Matter> {
  readonly Matter?: (props: MatterProps<M>) => ReactNode;
  readonly Fields?: (props: FieldsProps<M>) => ReactNode;
  /**
   * Where there is room for one column only, what it is about stands above the form, and nothing is turned: nobody answers what they
   * have not been shown. Without it the form comes first, since it shows what is asked by itself.
   */
  readonly above?: true;
  /** What is answered needs more room than what it is about. */
  readonly wide?: true;
  /**
   * Where there is room for one column only: what stands in the place of the form and its act, below what the task is about. Without
   * it the two are the sides of a page that is turned.
   */
  readonly Foot?: (props: FieldsProps<M>) => ReactNode;
  /** Fields that are no part of the answer as it stands: the draft keeps what is in them, and it is not sent. */
  readonly unsaid?: (content: Content) => readonly string[];
  /** What the act is called, which says what it does; "Submit" where nothing is said. */
  readonly act?: (t: TFunction, matter: M, content: Content) => string | undefined;
  /** What a list of ids stands for, as people call it; undefined: it says nothing of this field. */
  readonly options?: (reader: Reader, field: Field, matter: M) => Options | undefined;
  /** There is nothing to look at this time. */
  readonly isEmpty?: (matter: M) => boolean;
}
