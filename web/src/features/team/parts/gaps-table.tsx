import { useTranslation } from 'react-i18next';
import { levelOf } from '../../../format/figure.ts';
import { useReader } from '../../../format/reader.ts';
import type { Cell } from '../api/team.ts';
import { byGap } from './by-gap.ts';
import { Fate, type FateCourses } from './fate.tsx';
import classes from './gaps-table.module.css';

interface GapsTableProps {
  readonly caption: string;
  readonly cells: readonly Cell[];
  /** undefined: it is about one person. */
  readonly nameOf?: (person: string) => string;
  readonly elementOf: (element: string) => string;
  /** The courses of somebody, among which are those that meet their gaps. */
  readonly coursesOf: (person: string) => FateCourses;
  readonly now: number;
}

/** The same as the map, as a table: one line for each person and element, the widest gap first. */
export function GapsTable({ caption, cells, nameOf, elementOf, coursesOf, now }: GapsTableProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const figure = (value: number | null) => (value === null ? t('team.notRated') : levelOf(reader, value));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by the keyboard
    <section className={classes.wide} tabIndex={0} aria-label={caption}>
      <table className={classes.table}>
        <caption className="for-readers">{caption}</caption>
        <thead>
          <tr>
            {nameOf && <th scope="col">{t('team.person')}</th>}
            <th scope="col">{t('team.element')}</th>
            <th scope="col" data-figure="true">
              {t('team.look.required')}
            </th>
            <th scope="col" data-figure="true">
              {t('team.look.rated')}
            </th>
            <th scope="col" data-figure="true">
              {t('team.ownRating')}
            </th>
            <th scope="col" data-figure="true">
              {t('team.gap')}
            </th>
            <th scope="col">{t('team.fate')}</th>
          </tr>
        </thead>
        <tbody>
          {byGap(cells).map((cell) => (
            <tr key={`${cell.person} ${cell.element}`}>
              {nameOf && <th scope="row">{nameOf(cell.person)}</th>}
              <td>{elementOf(cell.element)}</td>
              <td data-figure="true">{levelOf(reader, cell.required)}</td>
              <td data-figure="true">{figure(cell.rated)}</td>
              <td data-figure="true">{figure(cell.own)}</td>
              <td data-figure="true">{figure(cell.gap)}</td>
              <td>{cell.fate ? <Fate fate={cell.fate} courses={coursesOf(cell.person)} now={now} /> : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
