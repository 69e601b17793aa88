import classes from './level-scale.module.css';

/** Levels go from 0 to this. */
const HIGHEST = 7;

interface LevelScaleProps {
  readonly required: number;
  /** null: not rated, and the line is hatched. */
  readonly rated: number | null;
  /** By themselves; null: it is not known, or not to be shown. */
  readonly own?: number | null;
}

const at = (level: number) => `${(level / HIGHEST) * 100}%`;

/** Where somebody stands on the levels, as a line: what is required, as they are rated, as they see themselves; what lies between the first two is the gap. Whoever listens is told in words beside it. */
export function LevelScale({ required, rated, own = null }: LevelScaleProps) {
  const marks = [
    { as: 'required', level: required },
    { as: 'rated', level: rated },
    { as: 'own', level: own },
  ];
  return (
    <span className={classes.line} data-missing={rated === null} aria-hidden="true">
      {rated !== null && rated < required && (
        <i className={classes.gap} style={{ left: at(rated), width: at(required - rated) }} />
      )}
      {marks.map(
        ({ as, level }) =>
          level !== null && <i key={as} className={classes.mark} data-as={as} style={{ left: at(level) }} />,
      )}
    </span>
  );
}

/** The mark of one of them, beside its words. */
export function LevelMark({ as }: { as: 'required' | 'rated' | 'own' }) {
  return <i className={classes.swatch} data-as={as} aria-hidden="true" />;
}
