import { useTranslation } from 'react-i18next';
import type { Language } from '../words/language.ts';
import type { Reader } from './date.ts';

let timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Days begin and end where the person works, wherever the machine stands. */
export function readIn(zone: string | null | undefined): void {
  if (zone) timeZone = zone;
}

/** How the person at this screen reads dates. */
export function useReader(): Reader {
  const { i18n } = useTranslation();
  return { language: i18n.language as Language, timeZone };
}
