import IconBrowser from '@tabler/icons-react/icons/IconBrowser';
import IconCloudCheck from '@tabler/icons-react/icons/IconCloudCheck';
import IconCloudExclamation from '@tabler/icons-react/icons/IconCloudExclamation';
import IconCloudOff from '@tabler/icons-react/icons/IconCloudOff';
import IconCloudUp from '@tabler/icons-react/icons/IconCloudUp';
import IconGitFork from '@tabler/icons-react/icons/IconGitFork';
import IconLock from '@tabler/icons-react/icons/IconLock';
import IconLogout from '@tabler/icons-react/icons/IconLogout';
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

/** A sign of its own for each: whoever has no connection waits, whoever is in conflict has to choose, and the two are never taken for each other. */
const SIGNS = {
  untouched: undefined,
  saving: IconCloudUp,
  saved: IconCloudCheck,
  kept: IconCloudOff,
  conflict: IconGitFork,
  closed: IconLock,
  'signed-out': IconLogout,
  failed: IconCloudExclamation,
  elsewhere: IconBrowser,
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
