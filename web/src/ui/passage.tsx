import classes from './passage.module.css';

interface PassageProps {
  readonly title: string;
  readonly text: string;
  /** The heading of what it stands in, plus one. */
  readonly level?: 2 | 3;
}

/** Something that somebody has written, under what it is. */
export function Passage({ title, text, level = 2 }: PassageProps) {
  const Heading = `h${level}` as const;
  return (
    <article>
      <Heading className={classes.title}>{title}</Heading>
      <p className={classes.text}>{text}</p>
    </article>
  );
}
