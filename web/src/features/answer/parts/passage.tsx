import classes from './matter.module.css';

/** Something that somebody has written, under what it is. */
export function Passage({ title, text }: { title: string; text: string }) {
  return (
    <article>
      <h2>{title}</h2>
      <p className={classes.text}>{text}</p>
    </article>
  );
}
