import { useTranslation } from 'react-i18next';
import { levelOf } from '../../../format/figure.ts';
import { useReader } from '../../../format/reader.ts';
import type { Cell } from '../api/team.ts';
import classes from './level-line.module.css';

/** Levels go from 0 to this. */
const HIGHEST = 7;

interface LevelLineProps {
  readonly cell: Pick<Cell, 'required' | 'rated' | 'own'>;
  /** Whoever reads it has rated: one says "you" of oneself. */
  readonly byMe: boolean;
}

/** Where somebody stands on the levels: as they are rated, as they see themselves, and what the post requires. What lies between is the gap. */
export function LevelLine({ cell: { required, rated, own }, byMe }: LevelLineProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const marks = [
    { as: 'required', level: required, words: 'team.requiredAt' },
    { as: 'rated', level: rated, words: byMe ? 'team.youRated' : 'team.ratedAt' },
    { as: 'own', level: own, words: 'team.own' },
  ].flatMap(({ as, level, words }) =>
    level === null
      ? []
      : [{ as, at: `${(level / HIGHEST) * 100}%`, words: t(words, { level: levelOf(reader, level) }) }],
  );
  const gap = rated !== null && rated < required ? required - rated : 0;
  return (
    <div className={classes.levels}>
      <div className={classes.line} aria-hidden="true">
        {gap > 0 && (
          <i
            className={classes.gap}
            style={{ left: `${(rated! / HIGHEST) * 100}%`, width: `${(gap / HIGHEST) * 100}%` }}
          />
        )}
        {marks.map(({ as, at }) => (
          <i key={as} className={classes.mark} data-as={as} style={{ left: at }} />
        ))}
      </div>
      <p className={classes.words}>
        {marks.map(({ as, words }) => (
          <span key={as}>
            <i className={classes.swatch} data-as={as} aria-hidden="true" />
            {words}
          </span>
        ))}
      </p>
    </div>
  );
}
