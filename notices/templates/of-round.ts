import { z } from 'zod';
import { ofEn, ofZh, Subjects } from './subjects.ts';
import { Link, type Speech, Title } from './template.ts';

/** What every letter about tasks of a round tells: what is asked, in which procedure, about whom or what. */
export const OfRound = z.object({
  roundTitle: Title,
  /** null: the round belongs to none. */
  procedureTitle: Title.nullish(),
  subjects: Subjects,
  link: Link.default('/'),
});
type OfRound = z.output<typeof OfRound>;

/** The round in a sentence: `“Ability ratings of your people” of “Training plan 2027”`. */
export function roundEn({ roundTitle, procedureTitle }: OfRound, say: Speech): string {
  const round = say.title(roundTitle);
  return procedureTitle && !says(round, say.title(procedureTitle))
    ? `“${round}” of “${say.title(procedureTitle)}”`
    : `“${round}”`;
}

export function roundZh({ roundTitle, procedureTitle }: OfRound, say: Speech): string {
  const round = say.title(roundTitle);
  return procedureTitle && !says(round, say.title(procedureTitle))
    ? `“${say.title(procedureTitle)}”中“${round}”`
    : `“${round}”`;
}

/** The round at the head of a letter of its own: with what it is about, where that is one thing. */
export function headEn({ roundTitle, subjects }: OfRound, say: Speech): string {
  return `${say.title(roundTitle)}${subjects.length === 1 ? ofEn(subjects, say) : ''}`;
}

export function headZh({ roundTitle, subjects }: OfRound, say: Speech): string {
  return `${say.title(roundTitle)}${subjects.length === 1 ? ofZh(subjects, say) : ''}`;
}

/** The round where it stands among others: `Training plan 2027, Ability ratings of your people: Li Wei, Zhang San`. */
export function lineEn({ roundTitle, procedureTitle, subjects }: OfRound, say: Speech): string {
  const round = say.title(roundTitle);
  const of = procedureTitle && !says(round, say.title(procedureTitle)) ? `${say.title(procedureTitle)}, ` : '';
  return `${of}${round}${ofEn(subjects, say)}`;
}

export function lineZh({ roundTitle, procedureTitle, subjects }: OfRound, say: Speech): string {
  const round = say.title(roundTitle);
  const of = procedureTitle && !says(round, say.title(procedureTitle)) ? `${say.title(procedureTitle)}，` : '';
  return `${of}${round}${ofZh(subjects, say)}`;
}

/** A round of a course is called by the course. */
function says(round: string, procedure: string): boolean {
  return round.includes(procedure);
}
