import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT = 'rostrum-language';

/** The words of a language come when it is first asked for; the other one stays where it is. */
const words: Readonly<Record<Language, () => Promise<{ default: object }>>> = {
  en: () => import('./en/all.ts'),
  'zh-CN': () => import('./zh-CN/all.ts'),
};

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
  const translation = (await words[language]()).default;
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

/** Everything on the screen says it in that language from now on, and here again next time. */
export async function speak(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  if (i18next.language === language) return;
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await words[language]()).default);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
