import type { StreamId } from '../../contracts/ids.ts';
import type { Trouble } from '../../contracts/trouble.ts';
import type { OfferingView } from '../../contracts/views/offering.ts';
import type { OfferingState } from '../../domain/offering/state.ts';
import { offeringView as insideOf, type Sight } from '../../domain/offering/view.ts';
import { refusalLines } from '../../domain/procedure/refused-orders.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import type { RoundState } from '../../domain/round/state.ts';

/** An offering as somebody sees it; figures, costs and rounds are for operations. Names are put in by the caller. */
export function offeringView(
  state: OfferingState,
  sight: Sight,
  { rounds, trouble }: { readonly rounds: ReadonlyMap<StreamId, RoundState>; readonly trouble: Trouble | null },
): Omit<OfferingView, 'names'> {
  const { benefit, ...view } = insideOf(state, sight, (id) => rounds.get(id));
  const { course, digest } = termsOf(state);
  const { id, form, hours, goal } = course;
  return {
    ...view,
    digest,
    trouble,
    course: { id, form, hours, benefit, goal },
    figures: sight.all ? [...state.figures] : [],
    cost: sight.all ? state.costs : null,
    refusedOrders: sight.all ? refusalLines(state) : [],
    rounds: sight.all
      ? Object.values(state.rounds).map(({ id: round, purpose, due, concluded }) => ({
          id: round,
          purpose,
          due,
          concluded,
        }))
      : [],
  };
}

/** The people whom a view names. */
export function peopleOf({ participants, trainer, waiting }: Omit<OfferingView, 'names'>): string[] {
  return [...participants.map((p) => p.person), ...(trainer ? [trainer] : []), ...waiting.flatMap((w) => w.people)];
}
