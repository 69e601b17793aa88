import type { Authority } from '../../access/authority.ts';
import type { Instant, StreamId } from '../../contracts/ids.ts';
import type { ApplicationView } from '../../contracts/views/selection.ts';
import type { HeldTask } from '../../db/views/desk.ts';
import type { ToldTask } from '../../db/views/tasks.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { OfferingState } from '../../domain/offering/state.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import type { SelectionState } from '../../domain/selection/state.ts';
import type { Sources } from '../sources.ts';

/** Whose task is looked at, by whom, with the procedure that asks. */
export interface AskedFor<Owner> {
  readonly sources: Sources;
  readonly who: Authority;
  readonly owner: StreamId;
  readonly state: Owner;
  readonly organisation: OrganisationState;
  readonly held: HeldTask;
  readonly view: ToldTask;
  /** The application that the task is about, as the asker sees it. */
  readonly application: ApplicationView | null;
  readonly now: Instant;
}

export type OfSelection = AskedFor<SelectionState>;
export type OfCycle = AskedFor<CycleState>;
export type OfOffering = AskedFor<OfferingState>;
