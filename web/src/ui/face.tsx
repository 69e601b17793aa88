import { initials } from '../format/name.ts';
import classes from './face.module.css';

const TONES = 6;

/** Two characters for a person, in one of six muted tones that is always theirs. The name stands beside it, or in a label. */
export function Face({ name, size = 30 }: { name: string; size?: number }) {
  const letters = initials(name);
  const tone = [...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % TONES;
  const share = /\p{Script=Han}/u.test(letters) ? 0.36 : 0.38;
  return (
    <span
      className={classes.face}
      style={
        { width: size, height: size, fontSize: size * share, '--tone': `var(--face-${tone})` } as React.CSSProperties
      }
      // Not a word of its own: the name stands beside it, or in the label of what it is in.
      data-letters={letters}
      aria-hidden="true"
    />
  );
}
