import { house } from '../../contracts/reasons.ts';
import type { Stage } from '../../contracts/selection/terms.ts';
import { termsOf } from '../procedure/standing.ts';
import { steering } from '../procedure/steering.ts';
import type { Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { kit, notice, place, type SelectionShape } from './kit.ts';
import { toldOfIt } from './measures.ts';
import { peopleOf } from './opening.ts';
import { announcedTo } from './publicity.ts';
import { reviewsAgain } from './review.ts';
import { eligible, type SelectionState } from './state.ts';
import { isTimed, placeOf, planFrom } from './timetable.ts';

/** What operations can do at any stage, each with a reason. */
export const steered = steering<SelectionShape>(kit, {
  paused: house('selection-paused'),
  resumed: house('selection-resumed'),
  // The objection period stands still as well while an objection is open.
  moves: ({ clockStoppedAt }) => clockStoppedAt === null,
  cancels: true,
  faultOfFinishing: (_state, stage) =>
    FINISHED.includes(stage) ? null : refuse('not-allowed/stage-ends-itself', { stage }),
  dates: {
    faultOfStage: (state, stage) =>
      isTimed(stage) || (stage === 'notice' && state.stage === 'notice')
        ? null
        : refuse('not-allowed/stage-no-date', { stage }),
    planFrom(state, { stage, start }, timetable, organisation) {
      const terms = termsOf(state);
      const times = timetable as NonNullable<SelectionState['timetable']>;
      return planFrom(stage, start, times, terms.objectionPeriod, placeOf(terms, organisation));
    },
    timeless: ['ranking'],
    faultOfDate(state, { stage, at, day }) {
      if (stage !== state.stage || at >= (state.until ?? 0)) return null;
      if (stage === 'notice') return refuse('wrong-date/objections-longer', {});
      const until = day(state.until!);
      if (stage === 'call') return refuse('wrong-date/call-longer', { day: until });
      return stage === 'publicity' ? refuse('wrong-date/publicity-longer', { day: until }) : null;
    },
    people: peopleOf,
  },
  reopening: {
    faultOf: (state, { stage, applications }) => faultOfReopening(state, stage, applications),
    about(state, { stage, applications }, context) {
      const codes = applications.length ? applications : eligible(state).map((a) => a.code);
      return {
        applications: stage === 'screening' ? [] : applications,
        reviews: stage === 'review' ? reviewsAgain(state, codes, context, false) : [],
      };
    },
  },
  tell(state, what, context, date) {
    // Whoever is asked anew hears of it by that.
    if (what === 'reopened') return [];
    const template = what === 'cancelled' ? 'selection.cancelled' : 'selection.steered';
    const about = what === 'cancelled' ? {} : { what, ...date };
    // What comes later than what is announced now concerns nobody yet who only reads of it.
    const all = date === undefined || place(date.stage) <= Math.max(place('call'), place(state.stage));
    const people = new Set([...toldOfIt(state, context), ...(all ? announcedTo(state, context) : [])]);
    return [...people].sort().map((p) => notice(state, p, template, about));
  },
});

/** Stages that people may end before their date; what was announced to applicants stands. */
const FINISHED: readonly Stage[] = ['publicity', 'screening'];

const REOPENED: readonly Stage[] = ['call', 'screening', 'reviewers', 'review', 'ranking', 'decision'];

function faultOfReopening(state: SelectionState, stage: Stage, applications: readonly string[]): Rejection | null {
  if (!REOPENED.includes(stage)) {
    return refuse('not-allowed/reopened-others', { stage, stages: REOPENED });
  }
  if (place(state.stage) >= place('results')) {
    return refuse('too-late/results-out', {});
  }
  if (place(stage) > place(state.stage)) {
    return refuse('too-early/selection-stage-not-begun', { stage, now: state.stage });
  }
  const unknown = applications.find((code) => !state.applications[code]);
  return unknown ? refuse('not-found/no-such-application', { application: unknown }) : null;
}
