import type { StreamId } from '../../contracts/ids.ts';
import type { KeyRing } from '../../db/keys.ts';

type Keys = Pick<KeyRing, 'secretOf'>;

/**
 * Where somebody goes on to read: a name of an event that tells neither its number, by which one counts what is hidden before it, nor
 * its link in the chain, by which one tries what is hidden.
 */
export function placeOf(keys: Keys, stream: StreamId, version: number): string {
  return keys.secretOf('history', `${stream}/${version}`);
}

/** The version that a place names, of a stream that stands at `upTo`; 0: none, so that nothing stands before it. */
export function versionAt(keys: Keys, stream: StreamId, place: string, upTo: number): number {
  let version = upTo;
  while (version > 0 && placeOf(keys, stream, version) !== place) version--;
  return version;
}
