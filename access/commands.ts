import type { ProcessType } from '../contracts/ids.ts';
import { CYCLE_DOORS } from './commands/cycle.ts';
import { OFFERING_DOORS } from './commands/offering.ts';
import { ORGANISATION_DOORS } from './commands/organisation.ts';
import { ROUND_DOORS } from './commands/round.ts';
import { SELECTION_DOORS } from './commands/selection.ts';
import type { Doors } from './door.ts';

/** Who may send what, of every kind of process: the one table that the API, the turn and the documentation ask. */
export const DOORS = {
  organisation: ORGANISATION_DOORS,
  selection: SELECTION_DOORS,
  cycle: CYCLE_DOORS,
  offering: OFFERING_DOORS,
  round: ROUND_DOORS,
} as const satisfies Record<ProcessType, Doors<string>>;
