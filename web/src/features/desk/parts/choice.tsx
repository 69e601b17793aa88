import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { DeskGroup } from '../api/get-desk.ts';
import classes from './choice.module.css';
import { type Chosen, chosenOf, isDue, processesOf, WHENS } from './filter.ts';

interface ChoiceProps {
  readonly groups: readonly DeskGroup[];
  readonly now: number;
  readonly chosen: Chosen;
  readonly choose: (chosen: Chosen) => void;
}

/** Among many cards: what is late, what this week asks, what comes later, and of which process. */
export function Choice({ groups, now, chosen, choose }: ChoiceProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const processes = processesOf(groups);
  const ofProcess = chosenOf(groups, { when: 'all', of: chosen.of }, now);
  return (
    <fieldset className={classes.choice} aria-label={t('desk.filter.label')}>
      <div className={classes.whens}>
        {WHENS.map((when) => (
          <button
            key={when}
            type="button"
            aria-pressed={chosen.when === when}
            onClick={() => choose({ ...chosen, when })}
          >
            {t(`desk.filter.${when}`, { count: ofProcess.filter((group) => isDue(group, when, now)).length })}
          </button>
        ))}
      </div>
      {processes.length > 1 && (
        <NativeSelect
          className={classes.process}
          aria-label={t('desk.filter.process')}
          value={chosen.of}
          onChange={(event) => choose({ ...chosen, of: event.currentTarget.value })}
          data={[
            { value: '', label: t('desk.filter.every') },
            ...processes.map(({ id, name }) => ({ value: id, label: said(reader, name) })),
          ]}
        />
      )}
    </fieldset>
  );
}
