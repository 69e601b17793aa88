import IconCheck from '@tabler/icons-react/icons/IconCheck';
import IconClock from '@tabler/icons-react/icons/IconClock';
import IconMessageCircle from '@tabler/icons-react/icons/IconMessageCircle';
import { useTranslation } from 'react-i18next';
import { dayInWords, dayOf } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Face } from '../../../ui/face.tsx';
import type { Development } from '../api/team.ts';
import classes from './plan-card.module.css';

type Plan = Development['plans'][number];

const SIGNS = { signed: IconCheck, disputed: IconMessageCircle, unsigned: IconClock, open: IconClock } as const;

/** What the two have agreed on in one cycle, who has signed it, and what has happened to it. */
export function PlanCard({ plan, of }: { plan: Plan; of: Development }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { cycle, state, held, items, remarks, signatures, history } = plan;
  const nameOf = (id: string) => of.names[id] ?? id;
  return (
    <article className={classes.card}>
      <div className={classes.head}>
        <div>
          <h2>{said(reader, cycle.title)}</h2>
          {held && <p className={classes.quiet}>{t('team.plan.held', { day: dayInWords(reader, held, of.now) })}</p>}
        </div>
        <span className={classes.state} data-state={state}>
          {t(`team.plan.state.${state}`)}
        </span>
      </div>
      <ol className={classes.items}>
        {items.map(({ element, means, until, goal }) => {
          const name =
            element === null
              ? t('team.plan.other')
              : of.elements[element]
                ? said(reader, of.elements[element]!)
                : element;
          return (
            <li key={`${element} ${until} ${means.code}`}>
              <h3>{name}</h3>
              <p className={classes.quiet}>
                {t('team.plan.item', { means: said(reader, means.text), until: dayInWords(reader, until, of.now) })}
              </p>
              {goal && <p>{goal}</p>}
            </li>
          );
        })}
      </ol>
      {items.length === 0 && <p className={classes.quiet}>{t('team.plan.noGoals')}</p>}
      {remarks && (
        <div className={classes.remarks}>
          <h3>{t('team.plan.remarks')}</h3>
          <p>{remarks}</p>
          <p className={classes.quiet}>{t('team.plan.between')}</p>
        </div>
      )}
      <div className={classes.signatures}>
        {signatures.map(({ as, person, answer, at, comment }) => {
          const Sign = SIGNS[answer];
          return (
            <div key={as}>
              <Face name={nameOf(person)} size={36} />
              <p>
                <b>{nameOf(person)}</b>
                <span className={classes.quiet}>{t(`team.plan.as.${as}`)}</span>
                <span className={classes.answer} data-answer={answer}>
                  <Sign size={15} stroke={2} aria-hidden="true" />
                  {t(`team.plan.answer.${answer}`)}
                  {at !== null && ` · ${dayOf(reader, at, of.now)}`}
                </span>
                {comment && <span className={classes.comment}>{t('team.plan.quoted', { comment })}</span>}
              </p>
            </div>
          );
        })}
      </div>
      {history.length > 0 && (
        <details className={classes.history}>
          <summary>{t('team.plan.history', { count: history.length })}</summary>
          <ul>
            {history.map((line) => (
              <li key={`${line.at} ${line.code}`}>
                <span>{dayOf(reader, line.at, of.now)}</span>
                {said(reader, line.text)} {t('team.plan.by', { name: nameOf(line.by) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}
