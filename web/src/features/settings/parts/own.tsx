import { NativeSelect, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { LANGUAGES, type Language, speak } from '../../../words/language.ts';
import { type Settings, type SettingsView, useSetting } from '../api/settings.ts';
import classes from './own.module.css';

const THEMES = ['auto', 'light', 'dark'] as const;

/** How Rostrum speaks and looks for me, and in which zone it tells hours. Each choice holds at once. */
export function Own({ settings }: { settings: SettingsView }) {
  const { t, i18n } = useTranslation();
  const set = useSetting(settings);
  const { zone, directory } = settings;
  // The one that somebody has may be known here under another name.
  const zones = [...new Set([...(zone ? [zone] : []), ...Intl.supportedValuesOf('timeZone')])];
  return (
    <section aria-label={t('settings.own')} className={classes.own}>
      <Radio.Group
        label={t('settings.language')}
        value={i18n.language}
        onChange={(language) => {
          void speak(language as Language);
          set.mutate({ language: language as Language });
        }}
      >
        <div className={classes.row}>
          {LANGUAGES.map((language) => (
            <Radio key={language} value={language} lang={language} label={t(`app.languages.${language}`)} />
          ))}
        </div>
      </Radio.Group>
      <Radio.Group
        label={t('settings.scheme')}
        value={settings.theme}
        onChange={(theme) => set.mutate({ theme: theme as Settings['theme'] })}
      >
        <div className={classes.row}>
          {THEMES.map((theme) => (
            <Radio key={theme} value={theme} label={t(`settings.schemes.${theme}`)} />
          ))}
        </div>
      </Radio.Group>
      <NativeSelect
        className={classes.field}
        label={t('settings.zone')}
        description={t('settings.zoneWhat')}
        value={zone ?? ''}
        onChange={(event) => set.mutate({ zone: event.currentTarget.value || null })}
        data={[
          { value: '', label: t('settings.zoneOfDirectory', { zone: directory.zone ?? t('settings.unknownZone') }) },
          ...zones.map((one) => ({ value: one, label: one.replaceAll('_', ' ') })),
        ]}
      />
      {set.isError && <ErrorSentence error={set.error} />}
    </section>
  );
}
