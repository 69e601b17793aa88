import { useTranslation } from 'react-i18next';
import type { Need } from './need-shown.tsx';
import classes from './needs.module.css';
import { isStated } from './order.ts';

export interface NeedActsProps {
  readonly need: Need;
  readonly disabled: boolean;
  /** Opens what changes it, or takes it back. */
  readonly edit: (need: Need, act: 'state' | 'withdraw') => void;
}

/** What somebody has put into words they may put otherwise, or take back, as long as the needs are asked for. */
export function NeedActs({ need, disabled, edit }: NeedActsProps) {
  const { t } = useTranslation();
  if (!isStated(need)) return null;
  return (
    <span className={classes.own}>
      <button type="button" onClick={() => edit(need, 'state')} disabled={disabled} aria-haspopup="dialog">
        {t('answer.needs.change')}
      </button>
      <button type="button" onClick={() => edit(need, 'withdraw')} disabled={disabled} aria-haspopup="dialog">
        {t('answer.needs.withdraw')}
      </button>
    </span>
  );
}
