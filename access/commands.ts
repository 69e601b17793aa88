import type { KindName } from '../contracts/kinds.ts';
import { CYCLE_DOORS } from './commands/cycle.ts';
import { OFFERING_DOORS } from './commands/offering.ts';
import { ORGANISATION_DOORS } from './commands/organisation.ts';
import { ROUND_DOORS } from './commands/round.ts';
import { SELECTION_DOORS } from './commands/selection.ts';
import type { Door, Doors } from './door.ts';

/** Who may send what, of every kind of process: the one table that the API, the turn and the documentation ask. */
export const DOORS = {
  organisation: ORGANISATION_DOORS,
  selection: SELECTION_DOORS,
  cycle: CYCLE_DOORS,
  offering: OFFERING_DOORS,
  round: ROUND_DOORS,
} as const satisfies Record<KindName, Doors<string>>;

const doors = new Map<KindName, Doors<string>>(Object.entries(DOORS) as [KindName, Doors<string>][]);

/** Who may send the commands of a kind from outside; whoever admits the kind says it as well. */
export function admitDoors(kind: KindName, of: Doors<string>): void {
  if (doors.has(kind)) throw new Error(`Who may send the commands of the kind "${kind}" has been said already.`);
  doors.set(kind, of);
}

/** Who may send the commands of a kind. @throws where nobody has said it */
export function doorsOf(kind: KindName): Doors<string> {
  const found = doors.get(kind);
  if (!found) throw new Error(`Nobody has said who may send the commands of the kind "${kind}".`);
  return found;
}

/** The door of a command; undefined where nobody has said who may send it. */
export function doorOf(kind: KindName, type: string): Door | undefined {
  const found = doors.get(kind);
  return found && Object.hasOwn(found, type) ? found[type] : undefined;
}
