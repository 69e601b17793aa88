import type { Authority } from '../../access/authority.ts';
import { sightOf } from '../../access/sight/offering.ts';
import type { PersonId, StreamId } from '../../contracts/ids.ts';
import type { PlannedOffering } from '../../contracts/planning.ts';
import { planLines } from '../../domain/cycle/compiling/plan-view.ts';
import type { CycleState } from '../../domain/cycle/state.ts';
import type { OfferingState } from '../../domain/offering/state.ts';
import { offeringView, type ParticipantLine } from '../../domain/offering/view.ts';
import type { OrganisationState } from '../../domain/organisation/state.ts';
import { unnamed } from '../fact.ts';

/** A course of the plan that somebody takes part in. */
export interface TakenCourse {
  readonly person: PersonId;
  readonly planned: PlannedOffering;
  readonly stream: StreamId | null;
  readonly title: { readonly en: string; readonly 'zh-CN': string };
  /** How somebody stands in it, as far as whoever asks sees it; undefined: it has not begun, or is not for their eyes. */
  readonly line: ParticipantLine | undefined;
}

/** The offerings in which one of these people takes part. */
export function offeringsWith(state: CycleState, people: ReadonlySet<PersonId>): StreamId[] {
  if (!state.frozen) return [];
  return Object.values(state.offerings)
    .filter(({ planned }) => planned.participants.some((p) => people.has(p)))
    .map((o) => o.stream);
}

/** The courses of some people in the approved plan, by their first day; what was cancelled is left out. */
export function coursesOf(
  state: CycleState,
  organisation: OrganisationState,
  who: Authority,
  people: ReadonlySet<PersonId>,
  offerings: ReadonlyMap<StreamId, OfferingState>,
): TakenCourse[] {
  if (!state.frozen) return [];
  const sight = sightOf(organisation, who);
  return planLines(state)
    .filter(({ planned, cancelled }) => !cancelled && planned.participants.some((p) => people.has(p)))
    .sort((a, b) => (a.planned.days[0]! < b.planned.days[0]! ? -1 : 1))
    .flatMap(({ planned }) => {
      const stream = state.offerings[planned.id]?.stream ?? null;
      const offering = stream === null ? undefined : offerings.get(stream);
      const lines = offering?.terms ? offeringView(offering, sight, () => undefined).participants : [];
      const title = state.courses[planned.course]?.title ?? unnamed(planned.course);
      return planned.participants
        .filter((p) => people.has(p))
        .map((person) => ({ person, planned, stream, title, line: lines.find((l) => l.person === person) }));
    });
}
