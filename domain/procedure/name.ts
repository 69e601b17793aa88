import { LONGEST_PROCEDURE, pathOf, type StreamId } from '../../contracts/ids.ts';
import type { Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';

/** Why a procedure cannot be called so; null when it can. Its rounds and children are named after it. */
export function faultOfName(stream: StreamId): Rejection | null {
  const name = pathOf(stream);
  return name.length > LONGEST_PROCEDURE
    ? refuse('terms-invalid/id-long', { id: name, characters: name.length, most: LONGEST_PROCEDURE })
    : null;
}
