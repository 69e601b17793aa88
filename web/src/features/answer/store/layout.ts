import type { Field } from '../fields/field.ts';
import type { Content } from './draft.ts';

type Label = { readonly en: string; readonly 'zh-CN': string };
type ScoreField = Extract<Field, { kind: 'score' }>;

/** What a round of ratings asks of somebody, as far as it is laid out. */
export interface Rated {
  readonly forms: readonly {
    readonly key: string | null;
    readonly form: { readonly fields: readonly Field[] };
    readonly post: Label | null;
  }[];
  readonly tasks: readonly {
    readonly task: string;
    readonly label: Label;
    readonly formKey: string | null;
    readonly state: 'open' | 'drafted' | 'submitted';
    readonly answer: Content | null;
  }[];
}

/** One who is rated: a column. */
export interface Person {
  readonly task: string;
  readonly label: Label;
  readonly post: string;
  /** Their answer is in, or waits for a connection: it is read only. */
  readonly isIn: boolean;
  /** Their answer was given without a connection, and has not gone yet. */
  readonly isWaiting: boolean;
  readonly answer: Content | null;
}

export interface Post {
  readonly key: string;
  readonly title: Label | null;
  readonly people: number;
}

/** One thing that people are rated in: a row. */
export interface Element {
  readonly key: string;
  readonly label: Label;
  readonly anchors: NonNullable<ScoreField['anchors']>;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The level that each post asks for, by the post; a post that does not have the element is not in it. */
  readonly wanted: ReadonlyMap<string, number | undefined>;
}

export interface Layout {
  readonly posts: readonly Post[];
  readonly people: readonly Person[];
  readonly elements: readonly Element[];
  /** What else each form asks, such as remarks. */
  readonly beside: ReadonlyMap<string, readonly Field[]>;
}

const postOf = (key: string | null) => key ?? '';

/**
 * People as columns, post by post, the largest first; elements as rows, those that more posts have first, then post by post in the order of its form.
 * @param post only its people and elements
 * @param waiting the answers that wait for a connection, by task
 */
export function layoutOf(
  { forms, tasks }: Rated,
  post?: string,
  waiting: ReadonlyMap<string, Content> = new Map(),
): Layout {
  const counts = new Map<string, number>();
  for (const { formKey } of tasks) counts.set(postOf(formKey), (counts.get(postOf(formKey)) ?? 0) + 1);
  const posts = forms
    .map(({ key, post: title }) => ({ key: postOf(key), title, people: counts.get(postOf(key)) ?? 0 }))
    .filter((one) => one.people > 0 && (post === undefined || one.key === post))
    .sort((a, b) => b.people - a.people);
  const byKey = new Map(forms.map(({ key, form }) => [postOf(key), form.fields]));
  const people = posts.flatMap(({ key }) =>
    tasks
      .filter(({ formKey }) => postOf(formKey) === key)
      .map(({ task, label, state, answer }) => {
        const isWaiting = state !== 'submitted' && waiting.has(task);
        return {
          ...{ task, label, post: key, isWaiting, isIn: state === 'submitted' || isWaiting },
          answer: isWaiting ? waiting.get(task)! : answer,
        };
      }),
  );
  const elements = new Map<string, Element & { wanted: Map<string, number | undefined> }>();
  for (const { key: of } of posts) {
    for (const field of byKey.get(of)!) {
      if (field.kind !== 'score') continue;
      const { key, label, anchors = [], min, max, step } = field;
      const known = elements.get(key) ?? { key, label, anchors, min, max, step, wanted: new Map() };
      known.wanted.set(of, field.wanted);
      elements.set(key, known);
    }
  }
  // Sorting keeps the order of those that are equal: that of the posts, and of their forms.
  const rows = [...elements.values()].sort((a, b) => b.wanted.size - a.wanted.size);
  const beside = new Map(posts.map(({ key }) => [key, byKey.get(key)!.filter(({ kind }) => kind !== 'score')]));
  return { posts, people, elements: rows, beside };
}

/** Whether somebody is rated in an element: it is part of their post. */
export function isPart(person: Person, element: Element): boolean {
  return element.wanted.has(person.post);
}
