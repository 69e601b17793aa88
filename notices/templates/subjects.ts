import { z } from 'zod';
import { type Speech, Title } from './template.ts';

/** What somebody is asked about, each once, in the order of their tasks: people, applications, departments, commitments. */
export const Subjects = z.array(Title).default([]);
type Subjects = z.output<typeof Subjects>;

/** A letter names so many, and a line of a summary so many. */
const MOST = 10;
const MOST_IN_A_LINE = 3;

/** Tells letters apart that are alike but for what they are about; false: they are about nothing in particular. */
export function subjectsEn(subjects: Subjects, say: Speech): string | false {
  return subjects.length > 0 && `About: ${listEn(subjects, say)}.`;
}

/** The same in Chinese. */
export function subjectsZh(subjects: Subjects, say: Speech): string | false {
  return subjects.length > 0 && `涉及：${listZh(subjects, say)}。`;
}

export function listEn(subjects: Subjects, say: Speech, most = MOST): string {
  const more = subjects.length - most;
  const named = subjects.slice(0, most).map(say.title).join(', ');
  return more > 0 ? `${named}, and ${more} more` : named;
}

export function listZh(subjects: Subjects, say: Speech, most = MOST): string {
  const named = subjects.slice(0, most).map(say.title).join('、');
  return subjects.length > most ? `${named}等 ${subjects.length} 项` : named;
}

/** Behind what a line says, as many as it has room for; empty: they are about nothing in particular. */
export function ofEn(subjects: Subjects, say: Speech): string {
  return subjects.length ? `: ${listEn(subjects, say, MOST_IN_A_LINE)}` : '';
}

export function ofZh(subjects: Subjects, say: Speech): string {
  return subjects.length ? `：${listZh(subjects, say, MOST_IN_A_LINE)}` : '';
}
