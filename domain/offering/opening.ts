import { SYSTEM } from '../../contracts/ids.ts';
import type { OfferingEvent } from '../../contracts/offering/events.ts';
import type { OfferingTerms } from '../../contracts/offering/terms.ts';
import { dayNumber, isDay } from '../calendar/day.ts';
import { isTimeZone } from '../calendar/zone.ts';
import { opening } from '../procedure/opening.ts';
import type { Context, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { goOn, kit, type OfferingShape } from './kit.ts';
import { emptyOffering, type OfferingState } from './state.ts';

/** An offering is opened by its cycle, from an approved line of the plan, and by nobody else. */
export const opened = opening<OfferingShape>(kit, {
  initial: emptyOffering,
  refusalOf(terms, _context, { actor }) {
    if (actor !== SYSTEM) {
      return refuse('not-approved/course-by-cycle', {});
    }
    return faultOfTerms(terms);
  },
  take(state, { planned, place, provider, roomSeats }) {
    Object.assign(state, { planned, place, provider, roomSeats });
  },
});

/** It stands in the plan until the day of the invitations has come. */
export function plannedDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  return kit.isOver(state, context) ? goOn(state, 'invitation', context) : [];
}

/** The first thing that is wrong with the terms; null when the course can be held by them. */
function faultOfTerms({ timeZone, planned, baseline }: OfferingTerms): Rejection | null {
  if (!isTimeZone(timeZone)) return refuse('terms-invalid/no-time-zone', { timeZone });
  const fault = faultOfDays(planned.days);
  if (fault) return fault;
  const odd = baseline.find((b) => !FIGURE.test(b.required) || !FIGURE.test(b.importance));
  return odd ? refuse('terms-invalid/baseline-figure', { element: odd.element, person: odd.person }) : null;
}

const FIGURE = /^\d{1,4}(\.\d{1,2})?$/;

/** What is wrong with the days of a course; null when they exist and follow each other. */
export function faultOfDays(days: readonly string[]): Rejection | null {
  const wrong = days.find((d) => !isDay(d));
  if (wrong !== undefined) return refuse('wrong-date/no-day', { day: wrong });
  const back = days.find((d, i) => i > 0 && dayNumber(d) <= dayNumber(days[i - 1]!));
  return back === undefined ? null : refuse('wrong-date/course-days-order', { day: back });
}
