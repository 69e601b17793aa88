import type { Reader } from './date.ts';

/** What is called something in both languages. */
export interface Label {
  readonly en: string;
  readonly 'zh-CN': string;
}

/** What the API says in both languages, as the reader reads it. */
export function said({ language }: Pick<Reader, 'language'>, label: Label): string {
  return label[language];
}

/** The same beside what it is part of, which it does not say once more: "Attendance", and not "Reading data: Attendance" of Reading data. */
export function saidWithin(reader: Pick<Reader, 'language'>, label: Label, whole: Label | null): string {
  const words = said(reader, label);
  const before = whole && [': ', '：'].map((colon) => said(reader, whole) + colon).find((one) => words.startsWith(one));
  return before ? words.slice(before.length) : words;
}
