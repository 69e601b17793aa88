import { useTranslation } from 'react-i18next';
import { levelOf } from '../../../format/figure.ts';
import { useReader } from '../../../format/reader.ts';
import { LevelMark, LevelScale } from '../../../ui/level-scale.tsx';
import type { Cell } from '../api/team.ts';
import classes from './level-line.module.css';

interface LevelLineProps {
  readonly cell: Pick<Cell, 'required' | 'rated' | 'own'>;
  /** Whoever reads it has rated: one says "you" of oneself. */
  readonly byMe: boolean;
}

/** Where somebody stands on the levels, as a line and in words. */
export function LevelLine({ cell: { required, rated, own }, byMe }: LevelLineProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const marks = [
    { as: 'required', level: required, words: 'team.requiredAt' },
    { as: 'rated', level: rated, words: byMe ? 'team.youRated' : 'team.ratedAt' },
    { as: 'own', level: own, words: 'team.own' },
  ] as const;
  return (
    <div className={classes.levels}>
      <LevelScale required={required} rated={rated} own={own} />
      <p className={classes.words}>
        {marks.map(
          ({ as, level, words }) =>
            level !== null && (
              <span key={as}>
                <LevelMark as={as} />
                {t(words, { level: levelOf(reader, level) })}
              </span>
            ),
        )}
      </p>
    </div>
  );
}
