import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { dayOn, daysInWords } from '../../../format/date.ts';
import { useReader } from '../../../format/reader.ts';
import { Face } from '../../../ui/face.tsx';
import type { Plan } from '../api/cycle.ts';
import { byDays, titleOf } from './line.ts';
import classes from './plan.module.css';

/** Those whom one may see, each with the courses in which they have a seat. */
export function peopleIn(plan: Plan, language: string): readonly { readonly id: string; readonly name: string }[] {
  const ids = new Set(plan.lines.filter(({ cancelled }) => !cancelled).flatMap(({ planned }) => planned.participants));
  return [...ids]
    .map((id) => ({ id, name: plan.names[id] ?? id }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

export function People({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const reader = useReader();
  const today = dayOn(reader, useNow());
  const people = peopleIn(plan, reader.language);
  if (!people.length) return <p className={classes.sentence}>{t('plan.nobody')}</p>;
  return (
    <ul>
      {people.map(({ id, name }) => (
        <li key={id} className={classes.person}>
          <span className={classes.name}>
            <Face name={name} size={28} />
            {name}
          </span>
          <ul>
            {byDays(plan.lines)
              .filter(({ planned, cancelled }) => !cancelled && planned.participants.includes(id))
              .map((line) => (
                <li key={line.planned.id}>
                  {titleOf(reader, plan, line)}{' '}
                  <span className={classes.quiet}>
                    {`${line.planned.id} · ${daysInWords(reader, line.planned.days, today)}`}
                  </span>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
