import { Button } from '@mantine/core';
import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight';
import IconPencil from '@tabler/icons-react/icons/IconPencil';
import type { ReactNode } from 'react';
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
import { isAnsweredInPlace } from './in-place.ts';
import classes from './task-card.module.css';
import { titleOf } from './title.ts';

interface TaskCardProps {
  readonly group: DeskGroup;
  readonly now: number;
  /** Its button is the one that is filled. */
  readonly first: boolean;
  /** Answers what takes two minutes where it is asked; the form, where it is open. */
  readonly open: () => void;
  readonly form: ReactNode;
}

/** What one round asks of me: what, why me, how long, by when, and how far I am. */
export function TaskCard({ group, now, first, open, form }: TaskCardProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const { round, of, due, late, held, minutes, done, drafted, total, next, tasks, why } = group;
  const left = total - done;
  const task = tasks.find(({ task }) => task === next);
  const begun = task?.state === 'drafted';
  const label = task && said(reader, task.label);
  const time = durationOf(t, minutes);
  const words =
    total > 1 && label && !isTogether(group) ? t('desk.goOn', { label }) : t(begun ? 'desk.finish' : 'desk.answer');
  return (
    <article className={classes.card} data-first={first} data-round={round} aria-labelledby={`of-${round}`}>
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
      {form ?? (
        <div className={classes.foot}>
          {isAnsweredInPlace(group) ? (
            <Button data-go variant={first ? 'filled' : 'default'} onClick={open}>
              {words}
            </Button>
          ) : (
            <Act data-go {...whereTo(group)} filled={first}>
              {words}
              <IconArrowRight size={17} aria-hidden="true" />
            </Act>
          )}
          <span className={classes.time}>{total > 1 ? t('desk.left', { count: left, time }) : time}</span>
          {begun && task?.savedAt && (
            <span className={classes.draft}>
              <IconPencil size={15} aria-hidden="true" />
              {t('desk.draft', { time: clockOf(reader, task.savedAt) })}
            </span>
          )}
        </div>
      )}
    </article>
  );
}

/** Several people are rated side by side, and not one after the other. */
const isTogether = ({ purpose, total }: DeskGroup) => purpose === 'cycle-ratings' && total > 1;

function whereTo(group: DeskGroup) {
  const round = group.round.replace(/^round:/, '');
  return isTogether(group)
    ? ({ to: '/desk/$round', params: { round } } as const)
    : ({ to: '/desk/$round/$task', params: { round, task: group.next } } as const);
}
