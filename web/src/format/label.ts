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
