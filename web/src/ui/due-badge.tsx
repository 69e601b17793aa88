import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle';
import IconClock from '@tabler/icons-react/icons/IconClock';
import type { Due } from '../format/due.ts';
import classes from './due-badge.module.css';

/** When it is due; what is late has a sign and says so in words. */
export function DueBadge({ due: { words, tone } }: { due: Due }) {
  const Icon = tone === 'late' ? IconAlertTriangle : IconClock;
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size={14} stroke={2} aria-hidden="true" />
      {words}
    </span>
  );
}
