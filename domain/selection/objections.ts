import type { StreamId } from '../../contracts/ids.ts';
import { personal } from '../../contracts/private.ts';
import { house } from '../../contracts/reasons.ts';
import type { SelectionEvent } from '../../contracts/selection/events.ts';
import type { Stage } from '../../contracts/selection/terms.ts';
import { afterStandstill } from '../calendar/standstill.ts';
import { isInOneLine } from '../organisation/line.ts';
import { thoseThere } from '../organisation/stand-in.ts';
import { order } from '../procedure/orders.ts';
import { task } from '../procedure/part.ts';
import { childOf, freshTask, openRound, taskIn } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context } from '../process.ts';
import { refuse } from '../refuse.ts';
import { mayTake } from '../round/bars.ts';
import { keepFromJudging, objectors } from './bars.ts';
import { faultOfOffice } from './blindness.ts';
import { formOf, TITLES } from './forms.ts';
import { alarm, ensureRound, event, notice as message, news, type Part } from './kit.ts';
import { faultOfRepeating } from './objection-faults.ts';
import { faultOfApplicants } from './officials.ts';
import {
  barredFromDeciding,
  decidersOf,
  isEmployed,
  isInvolved,
  leastLoaded,
  notApplying,
  refusalOfPerson,
} from './people.ts';
import { candidatesOf, type Objection, type SelectionState } from './state.ts';
import { objectionDue, placeOf } from './timetable.ts';

/**
 * Anybody may object to the public notice. Nobody decides an objection who has taken part in what it is about, or is above or
 * below whoever objects, however it comes to them; meanwhile the clock stands still.
 */
export const objections = {
  commands: {
    raiseObjection(state, { actor, body }, context) {
      if (
        state.stage !== 'notice' ||
        (state.until !== null && openObjections(state).length === 0 && context.now > state.until)
      ) {
        return refuse('wrong-stage/objections-closed', { stage: state.stage });
      }
      const fault = refusalOfPerson(context.organisation, actor);
      if (fault) return fault;
      if (body.about !== null && !state.applications[body.about]) {
        return refuse('not-found/no-such-application', { application: body.about });
      }
      if (state.handlers.includes(actor)) {
        return refuse('not-allowed/handler-objects', {});
      }
      const repeated = faultOfRepeating(state, actor, body.about);
      if (repeated) return repeated;
      const objection = `O-${Object.keys(state.objections).length + 1}`;
      const handler = handlerFor(state, { by: actor, about: body.about }, [], null, context);
      const due = objectionDue(state, context, handler);
      const [round, started] = ensureRound(state, 'objections', objectionDue(state, context));
      const id = freshTask(context, round, objection);
      const raised = { objection, by: actor, about: body.about, handler, round, task: id, due };
      return [...started, event('ObjectionRaised', { ...raised, grounds: personal(actor, body.grounds) })];
    },
    addHandlers(state, { actor, body }, { organisation }) {
      for (const person of body.handlers) {
        const fault = refusalOfPerson(organisation, person);
        if (fault) return fault;
        if (objectors(state).includes(person)) return refuse('not-allowed/objector-decides', { person });
      }
      const fault =
        faultOfApplicants(state, 'handlers', body.handlers) ?? faultOfOffice(state, 'handlers', body.handlers);
      if (fault) return fault;
      const fresh = body.handlers.filter((p) => !state.handlers.includes(p));
      if (!fresh.length) return refuse('already-so/handlers-already', {});
      return [event('HandlersAdded', { handlers: fresh, reason: personal(actor, body.reason) })];
    },
  },
  folds: {
    ObjectionRaised(state, { objection, by, about, handler, round, task: id, grounds }, { at }) {
      const asked = { round, task: id, who: handler, tried: handler ? [handler] : [] };
      state.objections[objection] = {
        id: objection,
        by,
        about,
        asked,
        grounds,
        state: 'open',
        stage: null,
        raisedAt: at,
        notice: state.runs.notice ?? 1,
      };
      state.clockStoppedAt ??= at;
    },
    ObjectionPassedOn(state, { objection, handler, round, task: id }) {
      const before = state.objections[objection];
      if (!before) return;
      const tried = handler ? [...before.asked.tried, handler] : before.asked.tried;
      state.objections[objection] = { ...before, asked: { round, task: id, who: handler, tried } };
    },
    HandlersAdded(state, { handlers }) {
      state.handlers = [...state.handlers, ...handlers];
    },
    ObjectionResolved(state, { objection, upheld, by, stage, until }) {
      const before = state.objections[objection];
      if (!before) return;
      const notice = state.runs.notice ?? 1;
      const asked = { ...before.asked, who: by };
      state.objections[objection] = { ...before, asked, state: upheld ? 'upheld' : 'dismissed', stage, notice };
      if (until === null) return;
      if (state.until !== null && until > state.until) state.postedUntil ??= state.until;
      state.until = until;
      state.clockStoppedAt = null;
    },
  },
  follows: {
    ObjectionRaised: (state, { objection, by, about, handler, round, task: id, due }) => [
      ...keepFromJudging(state, by, 'all', house('judge-objected'), (purpose) => purpose === 'objections'),
      ...ask(state, { handler, round, task: id, about, by, due }),
      message(state, by, 'selection.objectionReceived', { objection }),
      ...news(state, 'objection', { objection, application: about }),
      ...(handler ? [] : alarm(state, 'handler-missing', { objection })),
    ],
    ObjectionPassedOn: (state, { objection, handler, round, task: id, fills, due }) => {
      const { by, about } = state.objections[objection]!;
      if (!fills) return ask(state, { handler, round, task: id, about, by, due });
      const spec = handler ? specOf(state, { handler, task: id, about, by, due }) : null;
      return [
        order(round, 'fill', { task: fills, by: spec, reason: house('handler-replaced') }, 'tell'),
        ...(handler ? [] : alarm(state, 'handler-missing', { objection })),
      ];
    },
    ObjectionResolved: (state, { objection, upheld, until }) => {
      const by = state.objections[objection]?.by;
      const moved = until === null ? null : movedEnd(state);
      const others = moved ? concernedByEnd(state).filter((person) => person !== by) : [];
      return [
        ...(by ? [message(state, by, 'selection.objectionResolved', { objection, upheld, ...moved })] : []),
        ...others.map((person) => message(state, person, 'selection.noticeMoved', moved!)),
        ...news(state, upheld ? 'objection-upheld' : 'objection-dismissed', { objection }),
      ];
    },
  },
  sheets: {
    objections: () => ({ title: TITLES.objections, form: formOf('objections'), minutes: 30, tasks: [] }),
  },
} satisfies Part;

/** Where the public notice ends once nothing that was objected is open, and where it was to end; null: there, or it goes back. */
function movedEnd({ postedUntil, until, objections, runs }: SelectionState) {
  const goesBack = Object.values(objections).some((o) => o.state === 'upheld' && o.notice === runs.notice);
  return postedUntil === null || until === null || goesBack ? null : { objectUntil: until, posted: postedUntil };
}

/** Whose concern it is until when may be objected: the candidates, and whoever has objected to this notice. */
function concernedByEnd(state: SelectionState): string[] {
  const objecting = Object.values(state.objections).filter(({ notice }) => notice === state.runs.notice);
  return [...new Set([...candidatesOf(state).map(({ person }) => person), ...objecting.map(({ by }) => by)])];
}

interface Request {
  readonly handler: string | null;
  readonly task: string;
  readonly about: string | null;
  readonly by: string;
  readonly due: number;
}

/** Findings are about the applicant, or about the procedure: then they belong to whoever objected. */
function specOf(state: SelectionState, { handler, task: id, about, by, due }: Request) {
  const aboutPerson = about ? state.applications[about]!.person : by;
  const application = about ? state.applications[about]! : null;
  const barred = barredFromDeciding(state, application, handler!, [by, ...decidersOf(state, application)]);
  return task(id, handler!, { about, aboutPerson, due, barred, apartFrom: [by] });
}

function ask(state: SelectionState, request: Request & { readonly round: StreamId }) {
  if (!request.handler) return [];
  return [order(request.round, 'addTasks', { tasks: [specOf(state, request)] }, 'undo')];
}

export function openObjections(state: SelectionState): Objection[] {
  return Object.values(state.objections).filter((o) => o.state === 'open');
}

/** Learns how objections were decided, one at a time. */
export function resolve(state: SelectionState, context: Context): SelectionEvent[] {
  const open = openObjections(state);
  for (const { id, asked } of open) {
    const given = taskIn(context, asked.round, asked.task);
    if (given?.state !== 'submitted') continue;
    const upheld = given.answer?.upheld === true;
    const named = typeof given.answer?.stage === 'string' ? (given.answer.stage as Stage) : 'decision';
    const last = open.length === 1;
    return [
      event('ObjectionResolved', {
        objection: id,
        upheld,
        by: given.assignee,
        stage: upheld ? named : null,
        until: last ? clockRuns(state, context) : null,
      }),
    ];
  }
  return [];
}

/** The end of the objection period when its clock runs again from now. */
function clockRuns(state: SelectionState, { now, organisation }: Context): number {
  const stopped = state.clockStoppedAt ?? now;
  return afterStandstill(state.until ?? now, stopped, now, placeOf(termsOf(state), organisation));
}

/** Gives an objection without a handler, or whose handler could not take it, to the next who was not involved. */
export function passOn(state: SelectionState, context: Context): SelectionEvent[] {
  for (const o of openObjections(state)) {
    const { round, task: id, who, tried } = o.asked;
    const given = taskIn(context, round, id);
    // Its round was closed when the selection went back, or its task was taken back: it is asked about anew.
    const lost = state.rounds[round]?.concluded === true || given?.state === 'withdrawn';
    const vacant = !lost && who !== null && given?.vacant === true;
    if (who !== null && !vacant && !lost) continue;
    const handler = handlerFor(state, o, lost ? [] : tried, vacant ? id : null, context);
    if (vacant || handler) return handOver(state, o, handler, vacant ? id : null, context);
  }
  return [];
}

function handOver(
  state: SelectionState,
  { id: objection }: Objection,
  handler: string | null,
  fills: string | null,
  context: Context,
): SelectionEvent[] {
  const due = objectionDue(state, context, handler);
  const [round, started] = ensureRound(state, 'objections', objectionDue(state, context));
  const next = freshTask(context, round, objection);
  return [...started, event('ObjectionPassedOn', { objection, handler, round, task: next, fills, due })];
}

function handlerFor(
  state: SelectionState,
  { by, about }: Pick<Objection, 'by' | 'about'>,
  tried: readonly string[],
  fills: string | null,
  context: Context,
): string | null {
  const { organisation } = context;
  const open = openRound(state, 'objections');
  const child = open && childOf(context, open.id);
  const application = about ? state.applications[about] : undefined;
  const decided = decidersOf(state, application ?? null);
  const able = notApplying(state, state.handlers).filter(
    (p) =>
      p !== by &&
      !isInOneLine(organisation, p, by) &&
      !decided.has(p) &&
      mayTake(child, p, fills) &&
      !tried.includes(p) &&
      isEmployed(organisation, p) &&
      (!application || !isInvolved(state, organisation, p, application)),
  );
  const span = { from: context.now, to: objectionDue(state, context) };
  return leastLoaded(
    thoseThere(organisation, able, span),
    (p) => openObjections(state).filter((o) => o.asked.who === p).length,
  );
}
