import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { clockOf, weekdayOf } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Events as Read } from '../api/why.ts';
import classes from './events.module.css';
import { factInWords } from './fact-words.ts';
import { FACTS } from './facts.ts';

/** The events that it rests on: who, when and why, newest first; what Rostrum itself has done is folded away. */
export function Events({ events }: { events: Read }) {
  const { lines, names, next } = events;
  const { t } = useTranslation();
  const reader = useReader();
  const [all, show] = useState(false);
  const machine = lines.filter((line) => line.machine).length;
  const shown = all || machine === lines.length ? lines : lines.filter((line) => !line.machine);
  const now = useNow();
  return (
    <section aria-labelledby="events">
      <h2 id="events">{t('why.events')}</h2>
      {!lines.length && <p className={classes.quiet}>{t('why.noEvents')}</p>}
      {machine > 0 && machine < lines.length && (
        <Checkbox
          checked={all}
          onChange={(event) => show(event.currentTarget.checked)}
          label={t('why.machine', { count: machine })}
        />
      )}
      <ol className={classes.lines}>
        {shown.map(({ at, by, code, text, why, facts, version, hash }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: events have no id that everybody sees, and stay in their order
          <li key={`${at} ${code} ${index}`}>
            <span className={classes.when}>
              {weekdayOf(reader, at, now)} {clockOf(reader, at)}
            </span>
            <span className={classes.what}>
              <span>{said(reader, text)}</span>
              {(by || why?.text) && (
                <span className={classes.quiet}>
                  {[by && (names[by] ?? by), why?.text].filter(Boolean).join(' · ')}
                </span>
              )}
              {(Object.keys(facts).length > 0 || hash) && (
                <details>
                  <summary>{t('why.facts')}</summary>
                  <dl>
                    {Object.entries(facts).map(([key, value]) => (
                      <div key={key}>
                        <dt>{FACTS.has(key) ? t(`why.fact.${key}`) : key}</dt>
                        <dd>{factInWords({ t, reader, now, events }, key, value)}</dd>
                      </div>
                    ))}
                    {hash && (
                      <div>
                        <dt>{t('why.hash', { version })}</dt>
                        <dd>{hash}</dd>
                      </div>
                    )}
                  </dl>
                </details>
              )}
            </span>
          </li>
        ))}
      </ol>
      {next && <p className={classes.quiet}>{t('why.older')}</p>}
    </section>
  );
}
