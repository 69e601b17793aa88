import IconDownload from '@tabler/icons-react/icons/IconDownload';
import { useTranslation } from 'react-i18next';
import { ownPath } from '../../../api/own-path.ts';
import { useReader } from '../../../format/reader.ts';
import type { Course } from '../api/courses.ts';
import classes from './participants.module.css';

interface ParticipantsProps {
  readonly course: Course;
  /** In the path. */
  readonly id: string;
  /** Whoever teaches it, or runs it: they also take the list with them. */
  readonly whole: boolean;
}

/** Who comes: for the trainer all, for supervisors their people. */
export function Participants({ course: { participants, names }, id, whole }: ParticipantsProps) {
  const { t } = useTranslation();
  const { language } = useReader();
  const collator = new Intl.Collator(language);
  const nameOf = (person: string) => names[person] ?? person;
  const sorted = [...participants].sort(
    (a, b) => (a.waits ?? 0) - (b.waits ?? 0) || collator.compare(nameOf(a.person), nameOf(b.person)),
  );
  const scored = participants.some(({ score }) => score !== null);
  return (
    <section className={classes.card} aria-labelledby="participants">
      <div className={classes.head}>
        <h2 id="participants">{t(whole ? 'courses.list' : 'courses.yourPeople')}</h2>
        {whole && (
          <a href={ownPath(`/api/offerings/${id}/attendance.csv`)} download>
            <IconDownload size={17} aria-hidden="true" />
            {t('courses.listAsTable')}
          </a>
        )}
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('courses.name')}</th>
            <th scope="col">{t('courses.seatHead')}</th>
            <th scope="col">{t('courses.before')}</th>
            {scored && <th scope="col">{t('courses.test')}</th>}
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ person, seat, waits, present, spokenFor, score, passedOver }) => (
            <tr key={person}>
              <th scope="row">{nameOf(person)}</th>
              <td>
                {present === null
                  ? waits
                    ? t('courses.waitsAs', { place: waits })
                    : t(`courses.seat.${seat}`)
                  : t(present ? 'courses.wasThere' : 'courses.wasAbsent')}
                {passedOver && <small>{t(`courses.passedOver.${passedOver.why}`)}</small>}
              </td>
              <td>{t(spokenFor ? 'courses.spokenFor' : 'courses.notSpokenFor')}</td>
              {scored && <td>{score ?? '–'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
