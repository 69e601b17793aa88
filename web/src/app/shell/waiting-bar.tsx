import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconCloudUp from '@tabler/icons-react/icons/IconCloudUp';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { waitingAnswersOf } from '../../features/answer/store/waiting.ts';
import { said } from '../../format/label.ts';
import { useReader } from '../../format/reader.ts';
import classes from './waiting-bar.module.css';

/** So often it is tried again, in milliseconds; beside that whenever the browser says that there is a connection. */
const AGAIN_MS = 30_000;

/** Says how many answers wait for a connection, and which of them was not taken when it was back. */
export function WaitingBar({ person }: { person: string }) {
  const { t } = useTranslation();
  const reader = useReader();
  const queries = useQueryClient();
  const answers = waitingAnswersOf(person);
  const { waiting, refused } = useSyncExternalStore(answers.subscribe, answers.state);
  useEffect(() => {
    const tell = (settled: number) => {
      if (settled === 0) return;
      for (const key of ['desk', 'sitting']) void queries.invalidateQueries({ queryKey: [key] });
    };
    const send = async () => tell(await answers.send());
    void answers.begin().then(tell);
    const timer = setInterval(() => void send(), AGAIN_MS);
    window.addEventListener('online', send);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', send);
    };
  }, [answers, queries]);
  if (refused) {
    const { round, task, label } = refused.answer;
    return (
      <p className={classes.bar} data-refused="true" role="alert">
        <IconAlertTriangle size={18} stroke={1.8} aria-hidden="true" />
        <span>{t('app.notTaken', { label: said(reader, label), why: refused.why })}</span>
        <Link to="/desk/$round/$task" params={{ round, task }} onClick={() => answers.dismiss()}>
          {t('app.lookAt')}
        </Link>
      </p>
    );
  }
  if (!waiting.length) return null;
  return (
    <p className={classes.bar} role="status">
      <IconCloudUp size={18} stroke={1.8} aria-hidden="true" />
      {t('app.waiting', { count: waiting.length })}
    </p>
  );
}
