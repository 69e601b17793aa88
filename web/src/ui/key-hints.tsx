import { Fragment } from 'react';
import classes from './key-hints.module.css';

/** Which keys work here: each names one that does. Not shown where there is no keyboard. */
export function KeyHints({ hints }: { hints: readonly (readonly [keys: readonly string[], what: string])[] }) {
  return (
    <p className={classes.hints}>
      {hints.map(([keys, what]) => (
        <span key={what}>
          {keys.map((key) => (
            <Fragment key={key}>
              <kbd>{key}</kbd>{' '}
            </Fragment>
          ))}
          {what}
        </span>
      ))}
    </p>
  );
}
