import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../../ui/brand.tsx';
import { LANGUAGES, speak } from '../../../words/language.ts';
import classes from './threshold.module.css';

/** What stands before the app: one thing in the middle, and the languages below. */
export function Threshold({ title, children }: { title: string; children: ReactNode }) {
  const { t, i18n } = useTranslation();
  useEffect(() => {
    document.title = `${title} · Rostrum`;
  }, [title]);
  return (
    <div className={classes.whole}>
      <header>
        <Brand />
      </header>
      <main className={classes.middle}>{children}</main>
      <footer className={classes.foot}>
        <nav aria-label={t('session.languages')}>
          {LANGUAGES.map((language) => (
            <button
              key={language}
              type="button"
              lang={language}
              aria-pressed={i18n.language === language}
              onClick={() => void speak(language)}
            >
              {t(`app.languages.${language}`)}
            </button>
          ))}
        </nav>
      </footer>
    </div>
  );
}
