import { useTranslation } from 'react-i18next';
import { tenthsOf } from '../../../format/figure.ts';
import { useReader } from '../../../format/reader.ts';
import classes from './reaction.module.css';

const ASKED = ['overall', 'relevance', 'trainer', 'organisation'] as const;
const BEST = 5;

/** Feedback as means, for whoever teaches: never a single answer. */
export function Reaction({ means }: { means: Readonly<Record<string, number>> }) {
  const { t } = useTranslation();
  const reader = useReader();
  return (
    <section className={classes.card} aria-labelledby="reaction">
      <h2 id="reaction">{t('courses.reaction.title')}</h2>
      <dl>
        {ASKED.filter((key) => means[key] !== undefined).map((key) => (
          <div key={key}>
            <dt>{t(`courses.reaction.${key}`)}</dt>
            <dd>
              <span className={classes.bar} aria-hidden="true">
                <i style={{ width: `${(100 * means[key]!) / BEST}%` }} />
              </span>
              {t('courses.reaction.of', { mean: tenthsOf(reader, means[key]!) })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
