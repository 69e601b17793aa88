import { Checkbox, NativeSelect, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { weekdayName } from '../../../format/date.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { type Settings, type SettingsView, useSetting } from '../api/settings.ts';
import classes from './own.module.css';

const LETTERS = ['at-once', 'daily', 'weekly'] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const DAYS = [1, 2, 3, 4, 5, 6, 7];

/** What is proposed to whoever has chosen nothing: nine on Monday, and the night. */
const HOUR = 9;
const MONDAY = 1;
const NIGHT = { from: 20, until: 8 };

/** When letters come that can wait, and when none does. */
export function Letters({ settings }: { settings: SettingsView }) {
  const { t } = useTranslation();
  const reader = useReader();
  const set = useSetting(settings);
  const { rhythm, quiet, quietHours } = settings;
  const hour = rhythm.letters === 'at-once' ? HOUR : rhythm.hour;
  const day = rhythm.letters === 'weekly' ? rhythm.day : MONDAY;
  const choose = (letters: string, more: { hour?: number; day?: number } = {}): Settings['rhythm'] => {
    if (letters === 'daily') return { letters, hour: more.hour ?? hour };
    if (letters === 'weekly') return { letters, hour: more.hour ?? hour, day: more.day ?? day };
    return { letters: 'at-once' };
  };
  const hours = HOURS.map((one) => ({ value: String(one), label: clock(one) }));
  return (
    <section aria-label={t('settings.letters')} className={classes.own}>
      <Radio.Group
        label={t('settings.letters')}
        description={t('settings.lettersWhat')}
        value={rhythm.letters}
        onChange={(letters) => set.mutate({ rhythm: choose(letters) })}
      >
        <div className={classes.group}>
          {LETTERS.map((letters) => (
            <Radio key={letters} value={letters} label={t(`settings.rhythm.${letters}`)} />
          ))}
        </div>
      </Radio.Group>
      {rhythm.letters !== 'at-once' && (
        <div className={classes.row}>
          {rhythm.letters === 'weekly' && (
            <NativeSelect
              label={t('settings.day')}
              value={String(day)}
              onChange={(event) => set.mutate({ rhythm: choose('weekly', { day: Number(event.currentTarget.value) }) })}
              data={DAYS.map((one) => ({ value: String(one), label: weekdayName(reader, one) }))}
            />
          )}
          <NativeSelect
            label={t('settings.hour')}
            value={String(hour)}
            onChange={(event) =>
              set.mutate({ rhythm: choose(rhythm.letters, { hour: Number(event.currentTarget.value) }) })
            }
            data={hours}
          />
        </div>
      )}
      <div className={classes.group}>
        <Checkbox
          label={t('settings.quiet')}
          description={t('settings.quietWhat')}
          checked={quiet !== null}
          onChange={(event) => set.mutate({ quiet: event.currentTarget.checked ? NIGHT : null })}
        />
        {quiet && (
          <div className={classes.row}>
            <NativeSelect
              label={t('settings.quietFrom')}
              value={String(quiet.from)}
              onChange={(event) => set.mutate({ quiet: { ...quiet, from: Number(event.currentTarget.value) } })}
              data={hours.filter(({ value }) => value !== String(quiet.until))}
            />
            <NativeSelect
              label={t('settings.quietUntil')}
              value={String(quiet.until)}
              onChange={(event) => set.mutate({ quiet: { ...quiet, until: Number(event.currentTarget.value) } })}
              data={hours.filter(({ value }) => value !== String(quiet.from))}
            />
          </div>
        )}
        <p className={classes.quiet}>
          {t('settings.quietOfHouse', { from: quietHours.from, until: quietHours.until })}
        </p>
      </div>
      {set.isError && <ErrorSentence error={set.error} />}
    </section>
  );
}

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
