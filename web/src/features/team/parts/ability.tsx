import { useTranslation } from 'react-i18next';
import { differenceOf } from '../../../format/figure.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Development } from '../api/team.ts';
import classes from './ability.module.css';
import { byGap } from './by-gap.ts';
import { Fate } from './fate.tsx';
import { LevelLine } from './level-line.tsx';

/** What the post of somebody requires, as they are rated, and as they see themselves; the widest gap first. */
export function Ability({ of, byMe }: { of: Development; byMe: boolean }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { cells, elements } = of;
  const courses = of.courses.map(({ days, ...course }) => ({ ...course, from: days[0] }));
  return (
    <ul className={classes.list}>
      {byGap(cells).map((cell) => {
        const { element, gap, rated, fate } = cell;
        const name = elements[element];
        return (
          <li key={element}>
            <h3>{name ? said(reader, name) : element}</h3>
            <LevelLine cell={cell} byMe={byMe} />
            <strong data-gap={gap !== null && gap > 0}>
              {rated === null ? t('team.notRated') : gap ? differenceOf(reader, -gap, 1) : t('team.noGap')}
            </strong>
            {fate && (
              <p>
                <Fate fate={fate} courses={courses} now={of.now} />
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
