import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LANGUAGES, type Language, speak } from '../../../words/language.ts';
import { type Settings, useSetting } from '../api/settings.ts';
import classes from './own.module.css';

const THEMES = ['auto', 'light', 'dark'] as const;
const LETTERS = ['at-once', 'daily', 'weekly'] as const;

/** The hour, and the day, at which letters come together where nobody has chosen others: Monday at nine. */
const HOUR = 9;
const MONDAY = 1;

/** How Rostrum speaks, looks and writes to me. Each choice holds at once. */
export function Own({ settings }: { settings: Parameters<typeof useSetting>[0] }) {
  const { t, i18n } = useTranslation();
  const set = useSetting(settings);
  const rhythm = (letters: string): Settings['rhythm'] => {
    if (letters === 'daily') return { letters, hour: HOUR };
    return letters === 'weekly' ? { letters, hour: HOUR, day: MONDAY } : { letters: 'at-once' };
  };
  return (
    <>
      <Radio.Group
        className={classes.group}
        label={t('settings.language')}
        value={i18n.language}
        onChange={(language) => {
          void speak(language as Language);
          set.mutate({ language: language as Language });
        }}
      >
        {LANGUAGES.map((language) => (
          <Radio key={language} value={language} lang={language} label={t(`app.languages.${language}`)} />
        ))}
      </Radio.Group>
      <Radio.Group
        className={classes.group}
        label={t('settings.scheme')}
        value={settings.theme}
        onChange={(theme) => set.mutate({ theme: theme as Settings['theme'] })}
      >
        {THEMES.map((theme) => (
          <Radio key={theme} value={theme} label={t(`settings.schemes.${theme}`)} />
        ))}
      </Radio.Group>
      <Radio.Group
        className={classes.group}
        label={t('settings.letters')}
        description={t('settings.lettersWhat')}
        value={settings.rhythm.letters}
        onChange={(letters) => set.mutate({ rhythm: rhythm(letters) })}
      >
        {LETTERS.map((letters) => (
          <Radio key={letters} value={letters} label={t(`settings.rhythm.${letters}`)} />
        ))}
      </Radio.Group>
      {set.isError && <ErrorSentence error={set.error} />}
    </>
  );
}
