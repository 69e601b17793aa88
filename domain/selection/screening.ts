import type { StreamId } from '../../contracts/ids.ts';
import { personal } from '../../contracts/private.ts';
import { house } from '../../contracts/reasons.ts';
import type { SelectionEvent } from '../../contracts/selection/events.ts';
import { thoseThere } from '../organisation/stand-in.ts';
import { order } from '../procedure/orders.ts';
import { firstOf, task } from '../procedure/part.ts';
import { childOf, freshTask, taskIn } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context } from '../process.ts';
import { refuse } from '../refuse.ts';
import { mayTake } from '../round/bars.ts';
import { agreementsDue } from './agreements.ts';
import { judge, performanceScore } from './eligibility.ts';
import { formOf, TITLES } from './forms.ts';
import { alarm, ensureRound, event, goOn, kit, notice, type Part } from './kit.ts';
import { barredFromDeciding, isEmployed, isInvolved, leastLoaded, notApplying, tookPart } from './people.ts';
import { objectionsToScreeningDue } from './screening-objections.ts';
import { type Application, applicationOf, changeApplication, type SelectionState, standing } from './state.ts';
import { dueIn } from './timetable.ts';

/** Stage 4. Eligibility by rule, with reasons; what the rule cannot settle goes to a person. */
export const screening = {
  commands: {
    decideScreening(state, { actor, body }, { organisation }) {
      const application = state.applications[body.application];
      if (!application || application.withdrawn) {
        return refuse('not-found/no-such-application', { application: body.application });
      }
      if (state.stage !== 'screening' && state.stage !== 'reviewers') {
        return refuse('wrong-stage/screening-over', { stage: state.stage });
      }
      if (isInvolved(state, organisation, actor, application) || tookPart(state, application).has(actor)) {
        return refuse('not-allowed/involved', {});
      }
      if (applicationOf(state, actor)) return refuse('not-allowed/applied-oneself', {});
      if (application.objection?.state === 'open') {
        const { code } = application;
        const note = personal(application.person, body.reason);
        return [event('ScreeningObjectionResolved', { application: code, upheld: body.eligible, by: actor, note })];
      }
      if (application.screening) return refuse('already-so/screened-already', { application: application.code });
      return [
        decided(state, application, body.eligible, actor, organisation, personal(application.person, body.reason)),
      ];
    },
  },
  folds: {
    ScreeningAsked(state, { application, screener, round, fills, task: id, reasons }) {
      const before = state.applications[application]?.screeningTask;
      const tried = [...(fills ? (before?.tried ?? []) : []), ...(screener ? [screener] : [])];
      changeApplication(state, application, {
        screeningTask: { round, task: id, who: screener, tried, reasons },
      });
    },
    ApplicationScreened(state, { application, eligible, reasons, by, performance }) {
      changeApplication(state, application, { screening: { eligible, reasons, by }, performance });
      state.basis++;
    },
  },
  follows: {
    ScreeningAsked: (state, { application, screener, round, fills, task: id, due }) => {
      const about = state.applications[application]!;
      const by = screener
        ? task(id, screener, {
            about: application,
            aboutPerson: about.person,
            due,
            barred: barredFromDeciding(state, about, screener, [...tookPart(state, about)]),
          })
        : null;
      const reason = house('screener-replaced');
      return [
        ...(fills ? [order(round, 'fill', { task: fills, by, reason }, 'tell')] : []),
        ...(!fills && by ? [order(round, 'addTasks', { tasks: [by] }, 'tell')] : []),
        ...(screener ? [] : alarm(state, 'screener-missing', { application })),
      ];
    },
    ApplicationScreened: (state, { application, eligible, reasons }) => {
      const person = state.applications[application]?.person;
      if (!person || eligible) return [];
      const until = objectUntil(state);
      const told = notice(state, person, 'selection.ineligible', { code: application, reasons, objectUntil: until });
      return [{ ...told, waits: until }];
    },
  },
  sheets: {
    screening: () => ({ title: TITLES.screening, form: formOf('screening'), minutes: 10, tasks: [] }),
  },
} satisfies Part;

/** Until when an ineligible applicant may object: the review is not planned to open before. */
function objectUntil(state: SelectionState): number {
  return state.stage === 'reviewers' ? (state.until ?? 0) : Math.max(state.plan.reviewers?.end ?? 0, state.until ?? 0);
}

export function screeningDue(state: SelectionState, context: Context): readonly SelectionEvent[] {
  return firstOf(
    () => screeningSteps(state, context),
    () => (isScreened(state) && kit.isOver(state, context) ? goOn(state, 'reviewers', context) : []),
  );
}

/** What is still to be learnt and asked about eligibility; it goes on until the review opens. */
export function screeningSteps(state: SelectionState, context: Context): readonly SelectionEvent[] {
  return firstOf(
    () => agreementsDue(state, context),
    () => byPeople(state, context),
    () => objectionsToScreeningDue(state, context),
    () => byRule(state, context),
  );
}

/** True when nothing about eligibility is open. */
export function isScreened(state: SelectionState): boolean {
  return standing(state).every((a) => a.screening !== null && a.objection?.state !== 'open');
}

function byRule(state: SelectionState, context: Context): SelectionEvent[] {
  const terms = termsOf(state);
  const asking: Application[] = [];
  const screened = standing(state).flatMap((a) => {
    if (a.screening || a.screeningTask || a.agreement === 'asked') return [];
    const person = context.organisation.people.get(a.person);
    const { against, doubts } = judge(terms.eligibility, person, a.agreement, context.now);
    if ((against.length === 0 && doubts.length > 0) || a.toPerson) {
      asking.push(a);
      return [];
    }
    const performance = performanceScore(terms.performance, person);
    const eligible = against.length === 0;
    return [
      event('ApplicationScreened', {
        application: a.code,
        eligible,
        reasons: [...against],
        by: 'rule',
        performance,
        note: null,
      }),
    ];
  });
  return screened.length ? screened : ask(state, asking, context);
}

function ask(state: SelectionState, applications: readonly Application[], context: Context): SelectionEvent[] {
  const [first] = applications;
  if (!first) return [];
  const [round, started] = ensureRound(state, 'screening', dueOf(state, context));
  if (started.length) return started;
  const load = new Map<string, number>();
  return applications.map((a) => {
    const screener = screenerFor(state, a, { tried: [], round, fills: null }, context, (p) => load.get(p) ?? 0);
    if (screener) load.set(screener, (load.get(screener) ?? 0) + 1);
    return asked(state, a, screener, round, null, context);
  });
}

function asked(
  state: SelectionState,
  { code, person }: Application,
  screener: string | null,
  round: StreamId,
  fills: string | null,
  context: Context,
): SelectionEvent {
  const { doubts } = judge(termsOf(state).eligibility, context.organisation.people.get(person), 'agreed', context.now);
  return event('ScreeningAsked', {
    application: code,
    screener,
    round,
    task: freshTask(context, round, code),
    due: dueOf(state, context, screener),
    fills,
    reasons: [...doubts],
  });
}

function dueOf(state: SelectionState, context: Context, screener: string | null = null): number {
  return Math.max(state.until ?? 0, dueIn('3bd', termsOf(state), context, screener));
}

function screenerFor(
  state: SelectionState,
  application: Application,
  {
    tried,
    round,
    fills,
  }: { readonly tried: readonly string[]; readonly round: StreamId; readonly fills: string | null },
  context: Context,
  load: (person: string) => number,
): string | null {
  const { organisation } = context;
  const part = tookPart(state, application);
  const able = notApplying(state, termsOf(state).screeners).filter(
    (p) =>
      !tried.includes(p) &&
      !part.has(p) &&
      mayTake(childOf(context, round), p, fills) &&
      isEmployed(organisation, p) &&
      !isInvolved(state, organisation, p, application),
  );
  const span = { from: context.now, to: dueOf(state, context) };
  return leastLoaded(thoseThere(organisation, able, span), load);
}

/** Learns what screeners have decided, and passes on what they could not take. */
function byPeople(state: SelectionState, context: Context): SelectionEvent[] {
  return standing(state).flatMap((a) => {
    if (a.screening || !a.screeningTask?.who) return [];
    const { round, task: id, tried } = a.screeningTask;
    const given = taskIn(context, round, id);
    if (given?.state === 'submitted') {
      return [decided(state, a, given.answer?.eligible === true, given.assignee, context.organisation, null)];
    }
    if (!given?.vacant && given?.state !== 'withdrawn') return [];
    const load = (p: string) =>
      [...(childOf(context, round)?.tasks.values() ?? [])].filter((t) => t.assignee === p).length;
    const fills = given.vacant ? id : null;
    return [asked(state, a, screenerFor(state, a, { tried, round, fills }, context, load), round, fills, context)];
  });
}

function decided(
  state: SelectionState,
  { code, person }: Application,
  eligible: boolean,
  by: string,
  organisation: Context['organisation'],
  note: ReturnType<typeof personal<string>> | null,
): SelectionEvent {
  const performance = performanceScore(termsOf(state).performance, organisation.people.get(person));
  const reasons = eligible ? [] : ['decided'];
  return event('ApplicationScreened', { application: code, eligible, reasons, by, performance, note });
}
