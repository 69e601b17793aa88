import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { durationOf } from '../../../format/amount.ts';
import { dueOf } from '../../../format/due.ts';
import { said, saidWithin } from '../../../format/label.ts';
import { inPath } from '../../../format/path.ts';
import { useReader } from '../../../format/reader.ts';
import { Act } from '../../../ui/act.tsx';
import { DueBadge } from '../../../ui/due-badge.tsx';
import { WhyLink } from '../../../ui/why-link.tsx';
import type { Overview } from '../api/overview.ts';
import classes from './asked.module.css';

/** What is asked of me now, two things at most, and whom to talk to. */
export function Asked({ overview: { asked, silent, names, cycle, now } }: { overview: Overview }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { tasks, more } = asked;
  if (!tasks.length && !silent.length) return <p className={classes.nothing}>{t('overview.nothingAsked')}</p>;
  return (
    <div>
      <div className={classes.cards}>
        {tasks.map(({ round, task, title, of, due, late, minutes, drafted }, at) => (
          <article key={`${round} ${task}`} className={classes.card}>
            <div>
              <h2>{saidWithin(reader, title, of)}</h2>
              <p>{[of && said(reader, of), durationOf(t, minutes)].filter(Boolean).join(' · ')}</p>
              <DueBadge due={dueOf(t, reader, { due, now, late })} />
            </div>
            <Act to="/desk/$round/$task" params={{ round: inPath(round), task }} filled={at === 0}>
              {t(drafted ? 'overview.finish' : 'overview.answer')}
            </Act>
          </article>
        ))}
        {silent.map(({ department, name, head, why }) => (
          <article key={department} className={classes.card}>
            <div>
              <h2>
                {head
                  ? t('overview.talkWith', { name: names[head] ?? head })
                  : t('overview.silent', { department: said(reader, name) })}
              </h2>
              <p>
                {[head ? said(reader, name) : '', said(reader, why.text)].filter(Boolean).join(t('overview.colon'))}
              </p>
              {cycle && <WhyLink stream={cycle.id} what={department} />}
            </div>
          </article>
        ))}
      </div>
      {more > 0 && (
        <Link to="/desk" className={classes.more}>
          {t('overview.more', { count: more })}
        </Link>
      )}
    </div>
  );
}
