import type { Reader } from './date.ts';

/** What the API says in both languages, as the reader reads it. */
export function said(
  { language }: Pick<Reader, 'language'>,
  label: { readonly en: string; readonly 'zh-CN': string },
): string {
  return label[language];
}
