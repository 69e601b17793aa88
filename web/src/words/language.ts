import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT = 'rostrum-language';

/** What every page needs; it comes with the language. */
const FIRST = ['app', 'format', 'ui'] as const;

/** A file for each feature and language; each is loaded when it is first asked for. */
const files = import.meta.glob<object>('./*/*.json', { import: 'default' });

const brought = new Map<string, Promise<void>>();

async function add(language: Language, names: Iterable<string>): Promise<void> {
  const parts = await Promise.all(
    [...names].map(async (name) => [name, await files[`./${language}/${name}.json`]!()] as const),
  );
  i18next.addResourceBundle(language, 'translation', Object.fromEntries(parts), true);
}

function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language);
}

/** What was spoken here last, or what the browser asks for. */
export function languageHere(): Language {
  const kept = localStorage.getItem(KEPT);
  if (isLanguage(kept)) return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

export async function startWords(language: Language): Promise<void> {
  await i18next
    .use(initReactI18next)
    .init({ lng: language, fallbackLng: false, resources: {}, interpolation: { escapeValue: false } });
  await add(language, FIRST);
  document.documentElement.lang = language;
}

/** The words of a feature, in the language that is spoken here; whoever changes it finds them there too. */
export function bringWords(feature: string): Promise<void> {
  const coming = brought.get(feature) ?? add(i18next.language as Language, [feature]);
  brought.set(feature, coming);
  // What could not be loaded is asked for again the next time.
  coming.catch(() => brought.delete(feature));
  return coming;
}

/** Everything on the screen says it in that language from now on, and here again next time. */
export async function speak(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  if (i18next.language === language) return;
  await add(language, [...FIRST, ...brought.keys()]);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
