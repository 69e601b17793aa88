import { Fragment, useEffect, useState } from 'react';
import { type Hint, HintsShown } from './hints-shown.ts';
import classes from './key-hints.module.css';

const shown = new HintsShown();

/** All keys that work on the page that is open, as it says them itself: each once, in the words of what is innermost. */
export function hintsShown(): readonly Hint[] {
  return shown.all();
}

/** Keys that work on the page and are told by the sheet alone. */
export function useKeyHints(hints: readonly Hint[]): void {
  const [place] = useState(() => shown.place());
  useEffect(() => shown.put(place, hints));
  useEffect(() => () => shown.remove(place), [place]);
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
