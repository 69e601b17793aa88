import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { tenthsOf } from '../../../format/figure.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Team } from '../api/team.ts';
import classes from './posts.module.css';
import { shadeOf } from './shade.ts';

/** So many elements of a post are named, the darkest. */
const NAMED = 6;

/** More people than can be told apart: their posts, the widest gaps of each, and the way to its people. */
export function Posts({ team: { posts, elements, of }, mine }: { team: Team; mine: boolean }) {
  const { t } = useTranslation();
  const reader = useReader();
  const nameOf = (code: string) => {
    const row = elements.find(({ element }) => element === code);
    return row ? said(reader, row.name) : code;
  };
  const sorted = [...posts].sort((a, b) => (b.meanGap ?? -1) - (a.meanGap ?? -1));
  return (
    <ul className={classes.posts}>
      {sorted.map(({ post, title, people, rated, meanGap, elements: own }) => (
        <li key={post}>
          <Link to="/team" search={{ post, ...(mine ? {} : { of }) }} className={classes.open}>
            <span className={classes.head}>
              <b>{said(reader, title)}</b>
              <small>{t('team.ofPost', { people, rated })}</small>
            </span>
            <span className={classes.mean}>
              {meanGap === null ? t('team.notRated') : t('team.meanGapIs', { gap: tenthsOf(reader, meanGap) })}
            </span>
          </Link>
          <ul className={classes.elements}>
            {own.slice(0, NAMED).map(({ element, meanGap: gap, rated: known }) => (
              <li key={element} data-shade={shadeOf(gap) ?? 'missing'}>
                {nameOf(element)} <b>{known && gap !== null ? tenthsOf(reader, gap) : t('team.notRated')}</b>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
