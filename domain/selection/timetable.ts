import type { Instant } from '../../contracts/ids.ts';
import {
  type SelectionTerms,
  STAGES,
  type Stage,
  TIMED_STAGES,
  type TimedStage,
  type Timetable,
} from '../../contracts/selection/terms.ts';
import { dayText } from '../calendar/day.ts';
import { parseDuration } from '../calendar/duration.ts';
import { addDuration, isWorkday, type WorkPlace, workdaysBetween } from '../calendar/workday.ts';
import { wallTimeOf } from '../calendar/zone.ts';
import { WEEKLY_RHYTHM } from '../organisation/directory.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { type PlanOfStages, type SelectionState, termsOf } from './state.ts';

type Places = Pick<SelectionTerms, 'timeZone' | 'calendar'>;

/** Where and by which calendar the selection reckons its days. */
export function placeOf(terms: Places, organisation: OrganisationState): WorkPlace {
  return { timeZone: terms.timeZone, calendar: organisation.calendars.get(terms.calendar) ?? WEEKLY_RHYTHM };
}

export function after(at: Instant, duration: string, place: WorkPlace): Instant {
  return addDuration(at, parseDuration(duration), place);
}

export function isTimed(stage: Stage): stage is TimedStage {
  return (TIMED_STAGES as readonly Stage[]).includes(stage);
}

/**
 * Beginning and end of every stage when each ends as the timetable says, from a stage on that begins at an instant.
 * The public notice lasts for the objection period; the ranking takes no time.
 */
export function planFrom(
  stage: Stage,
  start: Instant,
  timetable: Timetable,
  objectionPeriod: string,
  place: WorkPlace,
): PlanOfStages {
  const plan: Record<string, { start: Instant; end: Instant }> = {};
  let from = start;
  for (const s of STAGES.slice(STAGES.indexOf(stage), -1) as Exclude<Stage, 'closed'>[]) {
    const when = s === 'notice' ? objectionPeriod : s === 'ranking' ? from : timetable[s];
    const end = typeof when === 'number' ? when : after(from, when, place);
    plan[s] = { start: from, end };
    from = end;
  }
  return plan;
}

/** The first thing that cannot be in a plan, as a sentence; null when every stage has time. */
export function faultOfPlan(plan: PlanOfStages, now: Instant): string | null {
  for (const [stage, { start, end }] of Object.entries(plan)) {
    if (stage === 'ranking') continue;
    if (end <= now) return `The stage "${stage}" would end on ${day(end)}, which has passed; choose a later date.`;
    if (end <= start) {
      return `The stage "${stage}" would end on ${day(end)} but begins only on ${day(start)}; move it, or the stage before it.`;
    }
  }
  return null;
}

/** When a stage that begins now ends. One that begins after its planned end keeps its planned length. */
export function endOf(
  state: SelectionState,
  stage: Stage,
  now: Instant,
  organisation: OrganisationState,
): Instant | null {
  const terms = termsOf(state);
  const place = placeOf(terms, organisation);
  if (stage === 'notice') return after(now, terms.objectionPeriod, place);
  if (!isTimed(stage)) return null;
  const when = state.timetable![stage];
  if (typeof when === 'string') return after(now, when, place);
  if (when > now) return when;
  const planned = state.plan[stage];
  return now + (planned ? Math.max(planned.end - planned.start, 0) : 0);
}

/** The end of a period that stood still from `stopped` to now: as many business days and hours are left as then. */
export function resumedEnd(end: Instant, stopped: Instant, now: Instant, place: WorkPlace): Instant {
  const days = workdaysBetween(stopped, end, place);
  const rest = end - after(stopped, `${days}bd`, place);
  const resumed = after(now, `${days}bd`, place) + rest;
  const local = dayText(wallTimeOf(resumed, place.timeZone).day);
  return isWorkday(local, place.calendar) ? resumed : after(resumed, '1bd', place);
}

/** The local day of an instant, YYYY-MM-DD. */
export function localDay(at: Instant, timeZone: string): string {
  return dayText(wallTimeOf(at, timeZone).day);
}

function day(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 10);
}
