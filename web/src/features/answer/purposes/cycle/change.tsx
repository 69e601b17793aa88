import { useTranslation } from 'react-i18next';
import { daysInWords, type Reader } from '../../../../format/date.ts';
import { said } from '../../../../format/label.ts';
import { currencyName, moneyOf } from '../../../../format/money.ts';
import { useReader } from '../../../../format/reader.ts';
import { Passage } from '../../../../ui/passage.tsx';
import type { MatterOf, MatterProps } from '../purpose.ts';
import classes from './cycle.module.css';

type ChangeMatter = MatterOf<'cycle-changes'>;
type Change = NonNullable<ChangeMatter['change']>;
type Offering = NonNullable<Change['before']>;

/** A change request: what it was and what it would be, money and people, who asks, and what an emergency means. */
export default function ChangeMatterShown({ task, matter }: MatterProps<ChangeMatter>) {
  const { t } = useTranslation();
  const reader = useReader();
  const { change, currency, names } = matter;
  if (!change) return <h1>{said(reader, task.label)}</h1>;
  const { what, before, after, effect, emergency, by, reason, approver, offering } = change;
  const course = (after ?? before)?.course ?? ('planned' in what ? what.planned.course : undefined);
  const title = course === undefined ? undefined : matter.courses[course];
  // What has not been carried out is known by what is asked for.
  const then = change.state === 'asked' && !after ? wished(what, before, effect.money) : after;
  const rows = rowsOf(reader, matter, t, before, then);
  const list = new Intl.ListFormat(reader.language, { type: 'conjunction' });
  const named = (people: readonly string[]) => list.format(people.map((id) => names[id] ?? id));
  const { gets, loses } = seatsOf(what, before);
  // Whose seat it is about is said by that.
  const others = effect.people.filter((id) => ![...gets, ...loses].includes(id));
  const more = effect.money;
  return (
    <>
      <h1>{t(`answer.changes.kind.${what.kind}`)}</h1>
      <p className={classes.lead}>
        {[title && said(reader, title), offering].filter(Boolean).join(' · ')}
        {' · '}
        {names[by] === undefined ? t('answer.changes.askedByOther') : t('answer.changes.askedBy', { name: names[by] })}
      </p>
      {emergency && <p className={classes.alarm}>{t('answer.changes.emergency')}</p>}
      {reason && <Passage title={t('answer.changes.why')} text={reason} />}
      {rows.length > 0 && (
        <table className={classes.compare}>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('answer.approval.before')}</th>
              <th scope="col">{t('answer.approval.after')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, was, is }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{was === is ? was : <s>{was}</s>}</td>
                <td>{was === is ? is : <strong>{is}</strong>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <article>
        <h2>{t('answer.changes.money')}</h2>
        {what.kind === 'budget' && (
          <p>
            {t('answer.changes.line', {
              line: matter.lines[what.line] ? said(reader, matter.lines[what.line]!) : what.line,
              before: moneyOf(reader, what.amount - more, currency),
              after: moneyOf(reader, what.amount, currency),
              currency: currencyName(reader, currency),
            })}
          </p>
        )}
        <p className={classes.money}>
          {more === 0
            ? t('answer.changes.noMoney')
            : t(more > 0 ? 'answer.changes.more' : 'answer.changes.less', {
                amount: moneyOf(reader, Math.abs(more), currency),
                currency: currencyName(reader, currency),
              })}
        </p>
      </article>
      {gets.length > 0 && <Passage title={t('answer.changes.gets', { count: gets.length })} text={named(gets)} />}
      {loses.length > 0 && <Passage title={t('answer.changes.loses', { count: loses.length })} text={named(loses)} />}
      {others.length > 0 && (
        <Passage
          title={t(`answer.changes.touched.${what.kind === 'move' || what.kind === 'trainer' ? what.kind : 'other'}`, {
            count: others.length,
          })}
          text={named(others)}
        />
      )}
      {effect.people.length === 0 && <p className={classes.quiet}>{t('answer.changes.nobody')}</p>}
      {effect.faults !== null && effect.faults.length > 0 && (
        <article>
          <h2>{t('answer.changes.faults')}</h2>
          <ul className={classes.faults}>
            {effect.faults.map((fault) => (
              <li key={fault.en}>{said(reader, fault)}</li>
            ))}
          </ul>
        </article>
      )}
      {approver && approver !== task.assignee && (
        <p className={classes.quiet}>{t('answer.changes.decides', { name: names[approver] ?? approver })}</p>
      )}
    </>
  );
}

/** Who gets a seat by it, and who loses theirs. */
function seatsOf(what: Change['what'], before: Offering | null) {
  switch (what.kind) {
    case 'participants':
      return { gets: what.add, loses: what.remove };
    case 'add':
      return { gets: what.planned.participants, loses: [] };
    case 'cancel':
      return { gets: [], loses: before?.participants ?? [] };
    default:
      return { gets: [], loses: [] };
  }
}

/** The line as it would be. */
function wished(what: Change['what'], before: Offering | null, money: number): Offering | null {
  if ('planned' in what) return { ...what.planned, places: what.planned.participants.length };
  if (!before || what.kind === 'cancel') return null;
  const line = { ...before, cost: before.cost + money };
  switch (what.kind) {
    case 'move':
      return { ...line, days: what.days, room: what.room };
    case 'trainer':
      return { ...line, trainer: what.trainer, quote: what.quote };
    case 'seats':
      return { ...line, seats: what.seats };
    case 'participants':
      return { ...line, places: before.places + what.add.length - what.remove.length };
    default:
      return before;
  }
}

interface Row {
  readonly name: string;
  readonly was: string;
  readonly is: string;
}

/** What the line was and would be; of one that is new or goes away, the other side is empty. */
function rowsOf(
  reader: Reader,
  { rooms, names, currency }: ChangeMatter,
  t: ReturnType<typeof useTranslation>['t'],
  before: Offering | null,
  after: Offering | null,
): Row[] {
  const of: readonly [string, (o: Offering) => string][] = [
    ['days', (o) => daysInWords(reader, o.days)],
    ['room', (o) => (o.room === null ? t('answer.approval.online') : (rooms[o.room] ?? o.room))],
    ['trainer', (o) => (o.trainer === null ? '–' : (names[o.trainer] ?? o.trainer))],
    ['seats', (o) => t('answer.approval.seatsTaken', { taken: o.places, seats: o.seats })],
    ['cost', (o) => moneyOf(reader, o.cost, currency)],
  ];
  if (!before && !after) return [];
  return of.map(([field, words]) => ({
    name: t(`answer.approval.field.${field}`),
    was: before ? words(before) : '–',
    is: after ? words(after) : '–',
  }));
}
