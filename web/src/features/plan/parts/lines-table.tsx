import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { useMe } from '../../../api/me.ts';
import { dayOn, daysInWords } from '../../../format/date.ts';
import { useReader } from '../../../format/reader.ts';
import type { Line, Plan } from '../api/cycle.ts';
import { byDays, roomOf, teacherOf, titleOf, toneOf } from './line.ts';
import classes from './plan.module.css';

interface LinesTableProps {
  readonly plan: Plan;
  readonly lines: readonly Line[];
  /** The month whose days are drawn, YYYY-MM. */
  readonly month?: string;
  readonly label: string;
}

/** Offerings line by line; of a month with what they are called and their days drawn as well, without one they are those of one course. */
export function LinesTable({ plan, lines, month, label }: LinesTableProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const me = useMe();
  const today = dayOn(reader, useNow());
  return (
    <table className={classes.calendar} aria-label={label} data-month={month !== undefined}>
      <thead>
        <tr>
          <th scope="col">{t('plan.offering')}</th>
          <th scope="col">{t('plan.days')}</th>
          {month && <td className={classes.picture} />}
          <th scope="col">{t('plan.where')}</th>
          <th scope="col">{t('plan.seats')}</th>
        </tr>
      </thead>
      <tbody>
        {byDays(lines).map((line) => {
          const { planned, cancelled, changes } = line;
          const urgent = changes.some(({ emergency }) => emergency);
          return (
            <tr key={planned.id} data-cancelled={cancelled}>
              <th scope="row">
                {month ? (
                  <>
                    <span className={classes.title}>{titleOf(reader, plan, line)}</span>{' '}
                    <span className={classes.id}>{planned.id}</span>
                  </>
                ) : (
                  // The course stands above them all.
                  <span className={classes.title}>{planned.id}</span>
                )}
                {planned.participants.includes(me.person) && (
                  <span className={classes.mine}>{t('plan.youTakePart')}</span>
                )}
                {planned.trainer === me.person && <span className={classes.mine}>{t('plan.youTeach')}</span>}
                {cancelled ? (
                  <span className={classes.changed}>{t('plan.cancelled')}</span>
                ) : (
                  changes.length > 0 && (
                    <span className={classes.changed}>{t(urgent ? 'plan.changedUrgently' : 'plan.changed')}</span>
                  )
                )}
              </th>
              <td>{daysInWords(reader, planned.days, today)}</td>
              {month && (
                <td className={classes.picture} aria-hidden="true">
                  <Strip month={month} days={planned.days} tone={toneOf(plan, planned.course)} />
                </td>
              )}
              <td className={classes.place}>
                {roomOf(plan, line) ?? t('plan.online')}
                {' · '}
                {teacherOf(plan, line)}
              </td>
              <td data-head={t('plan.seats')}>{t('plan.taken', { taken: planned.places, seats: planned.seats })}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The days of a month, with those of one offering in it. */
function Strip({ month, days, tone }: { month: string; days: readonly string[]; tone: string }) {
  const [year, of] = month.split('-').map(Number) as [number, number];
  const length = new Date(Date.UTC(year, of, 0)).getUTCDate();
  const all = Array.from({ length }, (_, at) => at + 1);
  const weekday = (day: number) => new Date(Date.UTC(year, of - 1, day)).getUTCDay();
  return (
    <span className={classes.strip} style={{ gridTemplateColumns: `repeat(${length}, minmax(0, 1fr))` }}>
      {all.map((day) => (
        <i key={day} style={{ gridColumn: day }} data-weekend={weekday(day) % 6 === 0} />
      ))}
      {days
        .filter((day) => day.startsWith(month))
        .map((day) => (
          <b key={day} style={{ gridColumn: Number(day.slice(8)), '--tone': tone } as React.CSSProperties} />
        ))}
    </span>
  );
}
