import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconPencil from '@tabler/icons-react/icons/IconPencil';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../../api/clock.ts';
import { clockOf, dayInWords, weekdayOf } from '../../../../format/date.ts';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import { Passage } from '../../../../ui/passage.tsx';
import type { MatterOf, MatterProps } from '../purpose.ts';
import classes from './talk.module.css';

/** The development plan that is to be signed: its items, both signatures, and what has happened to it. */
export default function PlanToSign({ task, matter }: MatterProps<MatterOf<'cycle-signatures'>>) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  const { supervisor, held, items, remarks, elements, signatures, history, names } = matter;
  const nameOf = (id: string) => names[id] ?? id;
  const when = (at: number) => `${weekdayOf(reader, at, now)}, ${clockOf(reader, at)}`;
  return (
    <>
      <h1>{said(reader, task.title)}</h1>
      {supervisor && (
        <p className={classes.quiet}>
          {held
            ? t('answer.ratings.talk.heldWith', {
                name: supervisor.name ?? supervisor.id,
                day: dayInWords(reader, held, now),
              })
            : t('answer.ratings.talk.with', { name: supervisor.name ?? supervisor.id })}
        </p>
      )}
      {items.length === 0 && <p className={classes.quiet}>{t('answer.ratings.talk.noGoals')}</p>}
      <ol className={classes.items}>
        {items.map(({ element, means, until, goal }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place
          <li key={at}>
            <h2>
              {element && elements[element] ? said(reader, elements[element]) : t('answer.ratings.talk.otherSubject')}
            </h2>
            {goal && <p className={classes.words}>{goal}</p>}
            <p className={classes.quiet}>
              {t('answer.ratings.talk.by', { means: said(reader, means.text), day: dayInWords(reader, until, now) })}
            </p>
          </li>
        ))}
      </ol>
      {remarks && <Passage title={t('answer.ratings.talk.remarks')} text={remarks} />}
      <h2 className={classes.title}>{t('answer.ratings.talk.signatures')}</h2>
      <ul className={classes.signatures}>
        {signatures.map(({ as, person, answer, at, comment }) => {
          const Icon = answer === 'signed' ? IconCheck : IconPencil;
          return (
            <li key={as} data-answer={answer}>
              <Icon size={18} stroke={2} aria-hidden="true" />
              <div>
                <b>{nameOf(person)}</b>
                <span>
                  {t(`answer.ratings.talk.as.${as}`)} · {t(`answer.ratings.talk.signed.${answer}`)}
                  {at !== null && ` · ${when(at)}`}
                </span>
                {comment && <p className={classes.words}>{comment}</p>}
              </div>
            </li>
          );
        })}
      </ul>
      {history.length > 0 && (
        <>
          <h2 className={classes.title}>{t('answer.ratings.talk.history')}</h2>
          <ul className={classes.history}>
            {history.map(({ text, at, by, code }) => (
              <li key={`${at} ${code}`}>
                <time dateTime={new Date(at).toISOString()}>{when(at)}</time>
                <span>{said(reader, text)}</span>
                <span>{nameOf(by)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
