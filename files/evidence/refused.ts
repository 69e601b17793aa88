/** Why a file is not taken as evidence, in one sentence that says how to mend it. */
export class EvidenceRefused extends Error {}

/** The same for a file that cannot be followed to its end. */
export const damaged = (what: string): EvidenceRefused =>
  new EvidenceRefused(`The ${what} is damaged or cut off; open it, save it again and send that.`);
