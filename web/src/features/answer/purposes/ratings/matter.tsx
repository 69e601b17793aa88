import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import { Face } from '../../../../ui/face.tsx';
import type { MatterOf, MatterProps } from '../purpose.ts';
import { giveRoom } from './place.ts';
import classes from './ratings.module.css';

/** Whom a rating is about, in which post; below them the ladder of the element in focus. */
export default function RatingsMatter({ task, matter }: MatterProps<MatterOf<'cycle-ratings' | 'cycle-self-ratings'>>) {
  const reader = useReader();
  const { post, department } = matter.person;
  const name = matter.person.name ?? said(reader, task.label);
  return (
    <>
      <div className={classes.person}>
        <Face name={name} size={44} />
        <div>
          <h1>{name}</h1>
          <p>{[post?.title, department].flatMap((one) => (one ? [said(reader, one)] : [])).join(' · ')}</p>
        </div>
      </div>
      <div ref={giveRoom} className={classes.room} />
    </>
  );
}
