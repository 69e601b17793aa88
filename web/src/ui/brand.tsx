import classes from './brand.module.css';

/** The mark and the name; it says nothing where it is not a link. */
export function Brand() {
  return (
    <span className={classes.brand}>
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
        <rect x="2" y="4" width="18" height="3" rx="1.5" fill="var(--accent)" />
        <path d="M5.5 9h11l-1.6 9.2a1 1 0 0 1-1 .8H8.1a1 1 0 0 1-1-.8z" fill="var(--accent)" opacity=".38" />
      </svg>
      Rostrum
    </span>
  );
}
