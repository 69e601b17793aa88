import type { PersonId } from '../../contracts/ids.ts';
import type { Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import type { Objection, SelectionState } from './state.ts';

/** So many objections one person has in one public notice: each of them stops its clock. */
export const MOST_OBJECTIONS = 3;

/** Why somebody cannot object to a subject (null: the procedure as a whole) once more; null: they can. */
export function faultOfRepeating(state: SelectionState, by: PersonId, about: string | null): Rejection | null {
  const notice = state.runs.notice ?? 1;
  const own = Object.values(state.objections).filter((o) => o.by === by && (o.state === 'open' || o.notice === notice));
  const same = own.find((o) => o.about === about);
  if (same) return refusalOfSame(same);
  if (own.length < MOST_OBJECTIONS) return null;
  return refuse('too-many/objections', { times: MOST_OBJECTIONS, objections: own.map((o) => o.id) });
}

function refusalOfSame({ id: objection, about, state }: Objection): Rejection {
  if (state === 'open')
    return about === null
      ? refuse('already-so/procedure-looked-into', { objection })
      : refuse('already-so/objection-looked-into', { about, objection });
  return about === null
    ? refuse('already-so/procedure-objection-decided', { objection, state })
    : refuse('already-so/objection-decided', { about, objection, state });
}
