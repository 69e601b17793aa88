import { useTranslation } from 'react-i18next';
import { Sheet } from '../../../ui/sheet.tsx';
import classes from './sheets.module.css';

/** Every key that works among the ratings, and what it does. */
export default function KeysSheet({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const keys: readonly (readonly [keys: string, what: string])[] = [
    ['0–7', t('answer.ratings.keys.levelOn')],
    ['.', t('answer.ratings.keys.half')],
    ['-', t('answer.ratings.keys.leaveOut')],
    ['← ↑ ↓ →', t('answer.ratings.keys.move')],
    ['⌫', t('answer.ratings.keys.clear')],
    ['Ctrl Z', t('answer.ratings.keys.undo')],
    ['Home', t('answer.ratings.keys.firstOpen')],
    ['r', t('answer.ratings.keys.remark')],
    ['a', t('answer.ratings.keys.anchors')],
    ['Ctrl Enter', t('answer.ratings.keys.submit')],
  ];
  return (
    <Sheet title={t('answer.ratings.keys.title')} close={close}>
      <dl className={classes.keys}>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
