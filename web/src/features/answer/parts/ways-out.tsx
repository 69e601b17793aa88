import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WayOut } from '../api/acts.ts';
import type { Task } from '../api/task.ts';
import classes from './ways-out.module.css';

const WayOutSheet = lazy(() => import('./way-out-sheet.tsx'));

const WAYS: readonly WayOut[] = ['recuse', 'decline', 'delegate'];

interface WaysOutProps {
  readonly round: string;
  readonly task: Pick<Task, 'task' | 'may'>;
  readonly label: string;
  readonly after: () => void;
}

/** Quiet words below the act: what else may be done, as far as the round allows it. */
export function WaysOut({ round, task, label, after }: WaysOutProps) {
  const { t } = useTranslation();
  const [way, go] = useState<WayOut>();
  const ways = WAYS.filter((one) => task.may.includes(one));
  if (!ways.length) return null;
  return (
    <div className={classes.ways}>
      {ways.map((one) => (
        <button key={one} type="button" onClick={() => go(one)} aria-haspopup="dialog">
          {t(`answer.way.${one}`)}
        </button>
      ))}
      {way && (
        <Suspense>
          <WayOutSheet {...{ way, round, label, after }} task={task.task} close={() => go(undefined)} />
        </Suspense>
      )}
    </div>
  );
}
