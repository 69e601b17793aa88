import { Fragment, useEffect } from 'react';
import classes from './key-hints.module.css';

/** Keys, and what they do. */
export type Hint = readonly [keys: readonly string[], what: string];

const shown = new Set<readonly Hint[]>();

/** All keys that work on the page that is open, as it says them itself: each once, in the words of what is innermost. */
export function hintsShown(): readonly Hint[] {
  return [...new Map([...shown].flat().map((hint) => [hint[0].join(), hint])).values()];
}

/** Keys that work on the page and are told by the sheet alone. */
export function useKeyHints(hints: readonly Hint[]): void {
  useEffect(() => {
    shown.add(hints);
    return () => void shown.delete(hints);
  }, [hints]);
}

/** Which keys work here: each names one that does. Not shown where there is no keyboard. */
export function KeyHints({ hints, more = [] }: { hints: readonly Hint[]; more?: readonly Hint[] }) {
  useKeyHints([...hints, ...more]);
  return (
    <p className={classes.hints}>
      {hints.map(([keys, what]) => (
        <span key={what}>
          <Keys keys={keys} />
          {what}
        </span>
      ))}
    </p>
  );
}

/** Keys as they stand on a keyboard. */
export function Keys({ keys }: { keys: readonly string[] }) {
  return keys.map((key) => (
    <Fragment key={key}>
      <kbd className={classes.key}>{key}</kbd>{' '}
    </Fragment>
  ));
}
