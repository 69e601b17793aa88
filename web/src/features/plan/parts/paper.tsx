import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { clockOf, dayOf, daysInWords } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { currencyName, figureOf, moneyOf } from '../../../format/money.ts';
import { useReader } from '../../../format/reader.ts';
import type { Cycle, Plan } from '../api/cycle.ts';
import { byDays, roomOf, teacherOf, titleOf } from './line.ts';
import classes from './plan.module.css';

/** The plan as it is printed: tables alone, whose heads are on every page, as are the fingerprint and when it was printed. */
export function Paper({ cycle, plan }: { cycle: Cycle; plan: Plan }) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  const names = new Intl.ListFormat(reader.language, { type: 'conjunction' });
  return (
    <div className={classes.paper}>
      <h1>{said(reader, cycle.title)}</h1>
      <p>
        {said(reader, cycle.company)} ·{' '}
        {t(plan.frozen ? 'plan.approvedVersion' : 'plan.draftVersion', {
          version: plan.version,
          day: dayOf(reader, plan.at, 0),
        })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('plan.offering')}</th>
            <th scope="col">{t('plan.days')}</th>
            <th scope="col">{t('plan.where')}</th>
            <th scope="col">{t('plan.seats')}</th>
            <th scope="col">{t('plan.costIn', { currency: currencyName(reader, plan.currency) })}</th>
            <th scope="col">{t('plan.ownPeople')}</th>
          </tr>
        </thead>
        <tbody>
          {byDays(plan.lines)
            .filter(({ cancelled }) => !cancelled)
            .map((line) => (
              <tr key={line.planned.id}>
                <td>
                  <span className={classes.id}>{line.planned.id}</span> {titleOf(reader, plan, line)}
                </td>
                <td>{daysInWords(reader, line.planned.days)}</td>
                <td>{`${roomOf(plan, line) ?? t('plan.online')} · ${teacherOf(plan, line)}`}</td>
                <td>{t('plan.taken', { taken: line.planned.places, seats: line.planned.seats })}</td>
                <td>{moneyOf(reader, line.planned.cost, plan.currency)}</td>
                <td>{names.format(line.planned.participants.map((id) => plan.names[id] ?? id))}</td>
              </tr>
            ))}
        </tbody>
        <Room columns={6} />
      </table>
      {plan.plan.cuts.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('plan.leftOut')}</th>
              <th scope="col">{t('plan.ownPeople')}</th>
              <th scope="col">{t('ui.left.lost')}</th>
            </tr>
          </thead>
          <tbody>
            {plan.plan.cuts.map(({ need, people, lost, limit }) => (
              <tr key={`${need} ${limit.kind} ${limit.id}`}>
                <td>{`${plan.needs[need] ? said(reader, plan.needs[need]) : need} · ${t(`ui.left.limit.${limit.kind}`)}`}</td>
                <td>{names.format(people.map((id) => plan.names[id] ?? id))}</td>
                <td>{lost === null ? '–' : figureOf(reader, lost)}</td>
              </tr>
            ))}
          </tbody>
          <Room columns={3} />
        </table>
      )}
      <p className={classes.foot}>
        {t('plan.printed', { digest: plan.digest, time: `${dayOf(reader, now, 0)} ${clockOf(reader, now)}` })}
      </p>
    </div>
  );
}

/** At the end of each page of a table: what stands in the foot of the page has no row below it. */
function Room({ columns }: { columns: number }) {
  return (
    <tfoot aria-hidden="true">
      <tr>
        <td colSpan={columns} className={classes.room} />
      </tr>
    </tfoot>
  );
}
