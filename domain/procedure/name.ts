import { LONGEST_PROCEDURE, pathOf, type StreamId } from '../../contracts/ids.ts';

/** Why a procedure cannot be called so, as a sentence; null when it can: its rounds and children are named after it. */
export function faultOfName(stream: StreamId): string | null {
  const name = pathOf(stream);
  return name.length > LONGEST_PROCEDURE
    ? `The id ${name} has ${name.length} characters; choose one of at most ${LONGEST_PROCEDURE}.`
    : null;
}
