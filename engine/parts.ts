import { rightsOf } from '../access/rights.ts';
import type { Pool } from '../db/connection.ts';
import type { KeyRing } from '../db/keys.ts';
import type { Rights } from '../domain/turn/rights.ts';
import { FoldCache } from './fold-cache.ts';
import { OrganisationView } from './organisation-view.ts';
import type { Time } from './time.ts';

/** What turns are taken with. */
export interface EngineParts {
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly time: Time;
  /** Who may send what; absent: by the table of access/. */
  readonly rights?: Rights;
  /** Told of what somebody should look into. */
  readonly complain: (what: string, about: object) => void;
}

/** The same, with what one process has at hand of the ledger. */
export interface Engine extends EngineParts {
  readonly rights: Rights;
  readonly cache: FoldCache;
  readonly organisation: OrganisationView;
}

export function engineOf(parts: EngineParts): Engine {
  return { rights: rightsOf, ...parts, cache: new FoldCache(), organisation: new OrganisationView(parts.keys) };
}
