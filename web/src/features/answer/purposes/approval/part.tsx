import { useTranslation } from 'react-i18next';
import { daysInWords } from '../../../../format/date.ts';
import { said } from '../../../../format/label.ts';
import { moneyOf } from '../../../../format/money.ts';
import { useReader } from '../../../../format/reader.ts';
import { Face } from '../../../../ui/face.tsx';
import type { MatterOf } from '../purpose.ts';
import classes from './approval.module.css';

interface PartProps {
  readonly matter: MatterOf<'cycle-approval'>;
}

/** Own people, each with the courses in which they have a seat. */
export function OwnPeople({ matter }: PartProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const people = [...new Set(Object.values(matter.mine).flat())]
    .map((id) => ({ id, name: matter.names[id] ?? id }))
    .sort((a, b) => a.name.localeCompare(b.name, reader.language));
  if (!people.length) return <p className={classes.lead}>{t('answer.approval.nobody')}</p>;
  return (
    <ul>
      {people.map(({ id, name }) => (
        <li key={id} className={classes.person}>
          <span className={classes.name}>
            <Face name={name} size={28} />
            {name}
          </span>
          <span>
            {matter.part
              .filter((o) => matter.mine[o.id]?.includes(id))
              .map((o) => (
                <span key={o.id} style={{ display: 'block' }}>
                  {titleOf(matter, o.course, reader)}{' '}
                  <span className={classes.quiet}>{`${o.id} · ${daysInWords(reader, o.days)}`}</span>
                </span>
              ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The offerings that the word is about. */
export function WholePart({ matter }: PartProps) {
  const { t } = useTranslation();
  const reader = useReader();
  return (
    <>
      {matter.department && matter.part.length < matter.figures.offerings && (
        <p className={classes.quiet}>
          {t('answer.approval.partOf', { count: matter.part.length, of: matter.figures.offerings })}
        </p>
      )}
      <ul>
        {matter.part.map((o) => (
          <li key={o.id} className={classes.offering}>
            <div className={classes.title}>
              <h2>{titleOf(matter, o.course, reader)}</h2>
              <span className={classes.id}>{o.id}</span>
            </div>
            <dl className={classes.fields}>
              <dt>{t('answer.approval.field.days')}</dt>
              <dd>{daysInWords(reader, o.days)}</dd>
              <dt>{t('answer.approval.field.room')}</dt>
              <dd>{o.room === null ? t('answer.approval.online') : (matter.rooms[o.room] ?? o.room)}</dd>
              <dt>{t('answer.approval.field.trainer')}</dt>
              <dd>
                {o.trainer !== null ? (matter.names[o.trainer] ?? o.trainer) : (matter.providers[o.quote ?? ''] ?? '–')}
              </dd>
              <dt>{t('answer.approval.field.seats')}</dt>
              <dd>{t('answer.approval.seatsTaken', { taken: o.places, seats: o.seats })}</dd>
              <dt>{t('answer.approval.field.cost')}</dt>
              <dd>{moneyOf(reader, o.cost, matter.currency)}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}

function titleOf(matter: PartProps['matter'], course: string, reader: Parameters<typeof said>[0]): string {
  const title = matter.courses[course];
  return title ? said(reader, title) : course;
}
