import classes from './segments.module.css';

/** More of them than this could not be told apart, so that shares are drawn instead. */
const MOST = 24;

/** How far one is: full is done, striped is drafted, pale is open. The words beside it say the same. */
export function Segments({ done, drafted, total }: { done: number; drafted: number; total: number }) {
  if (total > MOST) {
    return (
      <span className={classes.row} aria-hidden="true">
        <i className={classes.share} data-state="done" style={{ flexGrow: done }} />
        <i className={classes.share} data-state="draft" style={{ flexGrow: drafted }} />
        <i className={classes.share} style={{ flexGrow: total - done - drafted }} />
      </span>
    );
  }
  const stateOf = (at: number) => (at < done ? 'done' : at < done + drafted ? 'draft' : undefined);
  return (
    <span className={classes.row} aria-hidden="true">
      {Array.from({ length: total }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its place
        <i key={at} className={classes.one} data-state={stateOf(at)} />
      ))}
    </span>
  );
}
