import type { StreamId } from '../../contracts/ids.ts';
import type { KeyRing } from '../../db/keys.ts';

type Keys = Pick<KeyRing, 'secretOf'>;

/** Hexadecimal digits: of the proof that a place is ours, and of the number that is covered behind it. */
const [PROOF, NUMBER] = [48, 16];

/**
 * Where somebody goes on to read: a name of an event that tells neither its number, by which one counts what is hidden before it, nor
 * its link in the chain, by which one tries what is hidden.
 */
export function placeOf(keys: Keys, stream: StreamId, version: number): string {
  const proof = proofOf(keys, stream, version);
  return proof + covered(keys, stream, proof, BigInt(version)).toString(16).padStart(NUMBER, '0');
}

/**
 * The version that a place names; 0: none, so that nothing stands before it. It is uncovered and not looked for: how long that takes
 * tells nothing of how many events there are.
 */
export function versionAt(keys: Keys, stream: StreamId, place: string): number {
  const proof = place.slice(0, PROOF);
  const version = Number(covered(keys, stream, proof, BigInt(`0x${place.slice(PROOF)}`)));
  return Number.isSafeInteger(version) && proofOf(keys, stream, version) === proof ? version : 0;
}

function proofOf(keys: Keys, stream: StreamId, version: number): string {
  return keys.secretOf('history', `${stream}/${version}`).slice(0, PROOF);
}

/** A number behind what nobody else can make for its proof, or the number again. */
function covered(keys: Keys, stream: StreamId, proof: string, number: bigint): bigint {
  return number ^ BigInt(`0x${keys.secretOf('place in history', `${stream}/${proof}`).slice(0, NUMBER)}`);
}
