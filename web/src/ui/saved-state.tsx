import IconCloudCheck from '@tabler/icons-react/icons/IconCloudCheck';
import IconCloudExclamation from '@tabler/icons-react/icons/IconCloudExclamation';
import IconCloudOff from '@tabler/icons-react/icons/IconCloudOff';
import IconCloudUp from '@tabler/icons-react/icons/IconCloudUp';
import { useTranslation } from 'react-i18next';
import { clockOf } from '../format/date.ts';
import { useReader } from '../format/reader.ts';
import classes from './saved-state.module.css';

interface Saved {
  readonly state:
    | 'untouched'
    | 'saving'
    | 'saved'
    | 'kept'
    | 'conflict'
    | 'closed'
    | 'signed-out'
    | 'failed'
    | 'elsewhere';
  readonly at?: number;
  readonly since?: number;
}

const SIGNS = {
  untouched: undefined,
  saving: IconCloudUp,
  saved: IconCloudCheck,
  kept: IconCloudOff,
  conflict: IconCloudExclamation,
  closed: IconCloudExclamation,
  'signed-out': IconCloudOff,
  failed: IconCloudExclamation,
  elsewhere: IconCloudExclamation,
} as const;

/** Where what was written is, said at every moment. */
export function SavedState({ saved: { state, at, since } }: { saved: Saved }) {
  const { t } = useTranslation();
  const reader = useReader();
  const Icon = SIGNS[state];
  const time = clockOf(reader, at ?? since ?? 0);
  return (
    <span className={classes.saved} data-state={state} role="status">
      {Icon && <Icon size={19} stroke={1.8} aria-hidden="true" />}
      {state !== 'untouched' && <span>{t(`ui.saved.${state}`, { time })}</span>}
    </span>
  );
}
