import IconCheck from '@tabler/icons-react/icons/IconCheck';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useTakeBack } from '../../features/answer/api/acts.ts';
import { said } from '../../format/label.ts';
import { useReader } from '../../format/reader.ts';
import { lastDone, onDone, tellDone } from '../../ui/undo.ts';
import classes from './undo-bar.module.css';

/** So long what was just done can be taken back from where one is, in milliseconds; later from the desk. */
const SHOWN_MS = 8_000;

/** Says that an answer is in, and takes it back on a press. */
export function UndoBar() {
  const { t } = useTranslation();
  const reader = useReader();
  const navigate = useNavigate();
  const done = useSyncExternalStore(onDone, lastDone);
  const back = useTakeBack();
  const { reset } = back;
  useEffect(() => {
    // What could not be taken back was another one.
    reset();
    if (!done) return;
    const timer = setTimeout(() => tellDone(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [done, reset]);
  const change = ({ round, task }: { round: string; task: string }) =>
    back.mutate(
      { round, task },
      {
        onSuccess: () => {
          tellDone(undefined);
          void navigate({ to: '/desk/$round/$task', params: { round, task } });
        },
      },
    );
  return (
    <div className={classes.place} role="status">
      {done && (
        <p className={classes.bar}>
          <IconCheck size={18} stroke={2.2} aria-hidden="true" />
          <span>
            {back.isError
              ? back.error.message
              : t(done.over ? 'app.isInAndOver' : 'app.isIn', { label: said(reader, done.label) })}
          </span>
          {done.changeable && !back.isError && (
            <button type="button" onClick={() => change(done)} disabled={back.isPending}>
              {t('app.changeIt')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
