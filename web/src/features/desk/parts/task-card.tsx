import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight';
import IconPencil from '@tabler/icons-react/icons/IconPencil';
import { useTranslation } from 'react-i18next';
import { durationOf } from '../../../format/amount.ts';
import { clockOf } from '../../../format/date.ts';
import { dueOf } from '../../../format/due.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { Act } from '../../../ui/act.tsx';
import { DueBadge } from '../../../ui/due-badge.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { WhyMe } from '../../../ui/why-me.tsx';
import type { DeskGroup } from '../api/get-desk.ts';
import classes from './task-card.module.css';
import { titleOf } from './title.ts';

/** What one round asks of me: what, why me, how long, by when, and how far I am. */
export function TaskCard({ group, now, first }: { group: DeskGroup; now: number; first: boolean }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { round, of, due, late, held, minutes, done, drafted, total, next, tasks, why } = group;
  const left = total - done;
  const task = tasks.find(({ task }) => task === next);
  const begun = task?.state === 'drafted';
  const label = task && said(reader, task.label);
  const time = durationOf(t, minutes);
  return (
    <article className={classes.card} data-first={first} aria-labelledby={`of-${round}`}>
      <div className={classes.head}>
        <span>{of && said(reader, of)}</span>
        {held ? (
          <span className={classes.held}>{t('desk.held')}</span>
        ) : (
          <DueBadge due={dueOf(t, reader, { due, now, late })} />
        )}
      </div>
      <h2 id={`of-${round}`}>{titleOf(t, reader, group)}</h2>
      <p className={classes.why}>
        <WhyMe why={why} />
      </p>
      {total > 1 && (
        <div className={classes.segments}>
          <Segments done={done} drafted={drafted} total={total} />
        </div>
      )}
      <div className={classes.foot}>
        <Act to="/desk/$round/$task" params={{ round: round.replace(/^round:/, ''), task: next }} filled={first}>
          {total > 1 && label ? t('desk.goOn', { label }) : t(begun ? 'desk.finish' : 'desk.answer')}
          <IconArrowRight size={17} aria-hidden="true" />
        </Act>
        <span className={classes.time}>{total > 1 ? t('desk.left', { count: left, time }) : time}</span>
        {begun && task?.savedAt && (
          <span className={classes.draft}>
            <IconPencil size={15} aria-hidden="true" />
            {t('desk.draft', { time: clockOf(reader, task.savedAt) })}
          </span>
        )}
      </div>
    </article>
  );
}
