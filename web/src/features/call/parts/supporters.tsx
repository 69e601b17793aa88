import { useTranslation } from 'react-i18next';
import { useReader } from '../../../format/reader.ts';
import type { Selection } from '../api/selection.ts';
import classes from './supporters.module.css';

/** So many have their words shown; all others are named. */
const QUOTED = 4;

/** Who stands behind it, in their own words where they have said some. */
export function Supporters({ endorsements }: Pick<Selection, 'endorsements'>) {
  const { t } = useTranslation();
  const reader = useReader();
  const quoted = endorsements.filter(({ words }) => words?.trim()).slice(0, QUOTED);
  const others = endorsements.filter((one) => !quoted.includes(one)).map(({ name, person }) => name ?? person);
  return (
    <section aria-labelledby="behind">
      <h2 id="behind">{t('call.behind')}</h2>
      {quoted.map(({ person, name, words }) => (
        <figure key={person} className={classes.said}>
          <blockquote>{t('call.quoted', { words })}</blockquote>
          <figcaption>{name ?? person}</figcaption>
        </figure>
      ))}
      {others.length > 0 && (
        <p>
          {t(quoted.length ? 'call.andThese' : 'call.these', {
            names: new Intl.ListFormat(reader.language, { type: 'conjunction' }).format(others),
          })}
        </p>
      )}
    </section>
  );
}
