import type { Field, Label } from '../../contracts/form.ts';

/** What is said in both languages. */
export const say = (en: string, zh: string): Label => ({ en, 'zh-CN': zh });

/** Yes or no. */
export const flag = (key: string, label: Label): Field => ({ kind: 'flag', key, label, required: true });

/** Words of at least so many characters; with none, they may be left out. */
export const text = (key: string, label: Label, minLength = 0): Field => ({
  kind: 'text',
  key,
  label,
  required: minLength > 0,
  minLength,
  maxLength: 4000,
});

/** Words that are needed when another field has a value, then of at least so many characters. */
export const textWhen = (
  key: string,
  label: Label,
  when: { readonly field: string; readonly equals: string | boolean },
  minLength = 0,
): Field => ({ kind: 'text', key, label, required: false, requiredWhen: when, minLength, maxLength: 4000 });

/** A figure between two bounds. */
export const score = (key: string, label: Label, min: number, max: number, step = 1): Field => ({
  kind: 'score',
  key,
  label,
  required: true,
  min,
  max,
  step,
});

/** One of several: their values with what they are called. */
export const choice = (
  key: string,
  label: Label,
  options: readonly (readonly [value: string, label: Label])[],
  required = true,
): Field => ({
  kind: 'choice',
  key,
  label,
  required,
  options: options.map(([value, called]) => ({ value, label: called })),
});
