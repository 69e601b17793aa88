import type { PersonId } from '../../contracts/ids.ts';
import { type Rejection, reject } from '../process.ts';
import type { Objection, SelectionState } from './state.ts';

/** So many objections one person has in one public notice: each of them stops its clock. */
export const MOST_OBJECTIONS = 3;

/** Why somebody cannot object to a subject (null: the procedure as a whole) once more; null: they can. */
export function faultOfRepeating(state: SelectionState, by: PersonId, about: string | null): Rejection | null {
  const notice = state.runs.notice ?? 1;
  const own = Object.values(state.objections).filter((o) => o.by === by && (o.state === 'open' || o.notice === notice));
  const same = own.find((o) => o.about === about);
  if (same) return reject('already-so', whySame(same));
  if (own.length < MOST_OBJECTIONS) return null;
  const ids = own.map((o) => o.id).join(', ');
  return reject(
    'too-many',
    `You have objected ${MOST_OBJECTIONS} times in this public notice (${ids}), which is as often as one person may; tell operations what else there is.`,
  );
}

function whySame({ id, about, state }: Objection): string {
  const what = about ?? 'the procedure';
  return state === 'open'
    ? `You have objected to ${what} already, and ${id} is being looked into; wait for its decision.`
    : `You have objected to ${what} already, and ${id} was ${state} in this public notice; tell operations what is new, who can have a stage run again.`;
}
