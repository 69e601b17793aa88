import { Button } from '@mantine/core';
import IconCheck from '@tabler/icons-react/icons/IconCheck';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../api/clock.ts';
import { atTheBeginning, durationOf, spelled } from '../../../format/amount.ts';
import { weekdayOf } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { useCtrlEnter } from '../../../ui/keys.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import type { Sitting } from '../api/task.ts';
import type { Matrix } from '../store/matrix.ts';
import { useMatrixState } from '../store/use-matrix.ts';
import classes from './foot.module.css';
import { useHandIn } from './use-hand-in.ts';

interface FootProps {
  readonly round: string;
  readonly sitting: Sitting;
  readonly matrix: Matrix;
  /** Says how far one is in a line above. */
  readonly progress?: boolean;
}

/** How far one is, who is finished, what follows, and the one act: handing in whoever is finished. */
export function Foot({ round, sitting, matrix, progress = true }: FootProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const now = useNow();
  const navigate = useNavigate();
  const { layout, saved } = useMatrixState(matrix);
  const [straight, askAbout] = useState<ReturnType<Matrix['straight']>>([]);
  const { handIn, takeBack, takeOut, last, error, isBusy } = useHandIn(round, sitting, matrix);
  const { done, of } = matrix.counts();
  const waiting = layout.people.filter(({ isWaiting }) => isWaiting);
  const finished = matrix.finished();
  const isOver = layout.people.every(({ isIn }) => isIn);
  const stopped = saved.state === 'conflict' || saved.state === 'closed' || saved.state === 'elsewhere';
  const until = changeableUntil(sitting);
  const follows =
    until === undefined || until <= now ? '' : t('answer.ratings.follows', { day: weekdayOf(reader, until, now) });
  const names = (people: readonly { label: { en: string; 'zh-CN': string } }[]) =>
    new Intl.ListFormat(reader.language, { type: 'conjunction' }).format(
      people.map(({ label }) => said(reader, label)),
    );

  const send = () => {
    if (!finished.length || stopped || isBusy) return;
    const found = matrix.straight();
    if (found.length) askAbout(found);
    else void handIn(finished);
  };
  useCtrlEnter(send);

  return (
    <footer className={classes.foot}>
      {error && !isBusy ? <ErrorSentence error={error} /> : null}
      {last?.refused.map(({ people, why }) => (
        <p key={why} className={classes.refused} role="alert">
          {t('answer.ratings.refused', { people: names(people), why })}
        </p>
      ))}
      <div className={classes.line}>
        {progress && <Progress matrix={matrix} sitting={sitting} done={done} of={of} />}
        <div className={classes.words} role="status">
          {last && last.taken.length > 0 ? (
            <p className={classes.taken}>
              <IconCheck size={17} stroke={2.4} aria-hidden="true" />
              {t('answer.ratings.taken', { count: last.taken.length, people: names(last.taken) })}
              {sitting.may.includes('takeBack') && (
                <button type="button" onClick={() => void takeBack(last.taken)} disabled={isBusy}>
                  {t('app.changeIt')}
                </button>
              )}
            </p>
          ) : (
            (!waiting.length || finished.length > 0) && (
              <p>
                {isOver
                  ? t('answer.ratings.allIn')
                  : finished.length
                    ? atTheBeginning(
                        t('answer.ratings.finished', { count: finished.length, number: spelled(t, finished.length) }),
                      )
                    : t('answer.ratings.nobodyFinished')}
              </p>
            )
          )}
          {waiting.length > 0 && (
            <p className={classes.waiting}>
              {t('answer.ratings.waiting', { count: waiting.length })}
              <button type="button" onClick={() => void takeOut(waiting)}>
                {t('app.changeIt')}
              </button>
            </p>
          )}
          {follows && <small>{follows}</small>}
        </div>
        {isOver ? (
          <Button onClick={() => void navigate({ to: '/desk' })}>{t('answer.toDesk')}</Button>
        ) : (
          <Button onClick={send} disabled={!finished.length || stopped || isBusy} className={classes.submit}>
            {finished.length ? t('answer.ratings.submit', { count: finished.length }) : t('answer.submit')}
            <kbd>{t('answer.ctrlEnter')}</kbd>
          </Button>
        )}
      </div>
      {straight.length > 0 && (
        <Sheet title={t('answer.ratings.straight.title')} close={() => askAbout([])}>
          {straight.map(({ person, level, of: elements }) => (
            <p key={person.task}>
              {t('answer.ratings.straight.what', { person: said(reader, person.label), level, count: elements })}
            </p>
          ))}
          <p>{t('answer.ratings.straight.why')}</p>
          <div className={classes.acts}>
            <Button
              onClick={() => {
                askAbout([]);
                void handIn(finished);
              }}
            >
              {t('answer.ratings.submit', { count: finished.length })}
            </Button>
            <Button variant="default" onClick={() => askAbout([])}>
              {t('answer.ratings.straight.look')}
            </Button>
          </div>
        </Sheet>
      )}
    </footer>
  );
}

/** Until when those that are in can be changed: the earliest of them, or of the round. */
function changeableUntil({ tasks, may, due }: Sitting): number | undefined {
  if (!may.includes('takeBack')) return undefined;
  const known = tasks.flatMap((task) => task.changeableUntil ?? []);
  return known.length ? Math.min(...known) : due;
}

/** "37 of 70 levels, about 12 min left", by the own pace once there is one. */
function Progress({ matrix, sitting, done, of }: { matrix: Matrix; sitting: Sitting; done: number; of: number }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { layout } = useMatrixState(matrix);
  const minutes = minutesLeft(matrix, sitting, layout.people.length);
  const grouped = new Intl.NumberFormat(reader.language);
  const figures = { done: grouped.format(done), of: grouped.format(of) };
  return (
    <div className={classes.progress}>
      <i aria-hidden="true">
        <i style={{ width: `${(done / of) * 100}%` }} />
      </i>
      <span>
        {done === of
          ? t('answer.ratings.levels', figures)
          : t('answer.ratings.levelsLeft', { ...figures, time: durationOf(t, minutes) })}
      </span>
    </div>
  );
}

/** What is left, in minutes: by the own pace, and before there is one as long as people are said to take. */
export function minutesLeft(matrix: Matrix, sitting: Pick<Sitting, 'minutes'>, people: number): number {
  const { done, of } = matrix.counts();
  return matrix.minutesLeft() ?? (sitting.minutes * people * (of - done)) / Math.max(1, of);
}
