import { useTranslation } from 'react-i18next';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import { Face } from '../../../../ui/face.tsx';
import { LevelScale } from '../../../../ui/level-scale.tsx';
import type { MatterOf, MatterProps } from '../purpose.ts';
import classes from './talk.module.css';

/** Where the ratings have found somebody, the largest gap first: what the goals are about. */
export default function Gaps({ task, matter }: MatterProps<MatterOf<'cycle-talks'>>) {
  const { t } = useTranslation();
  const reader = useReader();
  const { person, gaps, elements } = matter;
  const figure = new Intl.NumberFormat(reader.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <>
      <div className={classes.person}>
        <Face name={person.name ?? said(reader, task.label)} size={44} />
        <div>
          <h1>{said(reader, task.label)}</h1>
          <p>
            {[person.post?.title, person.department].flatMap((one) => (one ? [said(reader, one)] : [])).join(' · ')}
          </p>
        </div>
      </div>
      <h2 className={classes.title}>{t('answer.ratings.talk.gaps')}</h2>
      {gaps.length === 0 && <p className={classes.quiet}>{t('answer.ratings.talk.noGaps')}</p>}
      <table className={classes.gaps}>
        <thead>
          <tr>
            <th scope="col">{t('answer.ratings.element')}</th>
            <th scope="col">
              <span className="for-readers">{t('answer.ratings.talk.onScale')}</span>
            </th>
            <th scope="col">{t('answer.ratings.talk.required')}</th>
            <th scope="col">{t('answer.ratings.talk.rated')}</th>
            <th scope="col">{t('answer.ratings.talk.gap')}</th>
          </tr>
        </thead>
        <tbody>
          {gaps.map(({ element, required, rated, gap }) => (
            <tr key={element} data-open={gap !== null && gap > 0}>
              <th scope="row">{elements[element] ? said(reader, elements[element]) : element}</th>
              <td>
                <LevelScale required={required} rated={rated} />
              </td>
              <td>{required}</td>
              <td>{rated ?? t('answer.ratings.notRated')}</td>
              <td>{gap === null ? '–' : gap > 0 ? `−${figure.format(gap)}` : t('answer.ratings.talk.met')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
