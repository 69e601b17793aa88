import { useTranslation } from 'react-i18next';
import classes from './passage.module.css';

/** So much is read at a glance; what is longer folds. */
const GLANCE = 420;

/** A passage of the measures; a long one begins, and the rest opens by a press. */
export function Passage({ text }: { text: string }) {
  const { t } = useTranslation();
  if (text.length <= GLANCE) return <p className={classes.text}>{text}</p>;
  const cut = text.slice(0, GLANCE).replace(/\s+\S*$/, '');
  return (
    <details className={classes.folded}>
      <summary>
        <span className={classes.text}>{`${cut} …`}</span>
        <span className={classes.more}>{t('call.readAll')}</span>
      </summary>
      <p className={classes.text}>{text}</p>
    </details>
  );
}
