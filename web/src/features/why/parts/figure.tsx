import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { gapsQuery, rankQuery } from '../api/why.ts';
import classes from './figure.module.css';

interface Of {
  readonly stream: string;
  readonly what: string;
}

/** The figure, and the rule by which it comes about; nothing, where there is none or it is not for the reader. */
export function Figure(of: Of) {
  return (
    <>
      <Rank {...of} />
      <Gaps {...of} />
    </>
  );
}

function Rank({ stream, what }: Of) {
  const { t } = useTranslation();
  const reader = useReader();
  const { data } = useQuery(rankQuery(stream, what, reader.language));
  if (!data) return null;
  return (
    <section className={classes.figure} aria-labelledby="figure">
      <h2 id="figure">{t('why.rank', { rank: data.rank, of: data.of })}</h2>
      <ul>
        {data.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className={classes.rule}>{t('why.rule.rank')}</p>
    </section>
  );
}

function Gaps({ stream, what }: Of) {
  const { t } = useTranslation();
  const reader = useReader();
  const { data } = useQuery(gapsQuery(stream, what));
  if (!data?.gaps.length) return null;
  return (
    <section className={classes.figure} aria-labelledby="figure">
      <h2 id="figure">{t('why.gaps')}</h2>
      <div className={classes.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('why.element')}</th>
              <th scope="col">{t('why.required')}</th>
              <th scope="col">{t('why.rated')}</th>
              <th scope="col">{t('why.gap')}</th>
            </tr>
          </thead>
          <tbody>
            {data.gaps.map(({ element, required, rated, gap }) => {
              const name = data.elements[element];
              return (
                <tr key={element}>
                  <th scope="row">{name ? said(reader, name) : element}</th>
                  <td>{required}</td>
                  <td>{rated ?? t('why.notRated')}</td>
                  <td>{gap ?? '–'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={classes.rule}>{t('why.rule.gap')}</p>
    </section>
  );
}
