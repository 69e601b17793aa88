import { personal } from '../../contracts/private.ts';
import { house } from '../../contracts/reasons.ts';
import type { SelectionEvent } from '../../contracts/selection/events.ts';
import { thoseThere } from '../organisation/stand-in.ts';
import { order } from '../procedure/orders.ts';
import { task } from '../procedure/part.ts';
import { childOf, freshTask, openRound, taskIn } from '../procedure/rounds.ts';
import type { Context } from '../process.ts';
import { refuse } from '../refuse.ts';
import { mayTake } from '../round/bars.ts';
import { formOf, TITLES } from './forms.ts';
import { alarm, ensureRound, event, news, notice, type Part } from './kit.ts';
import { barredFromDeciding, isEmployed, isInvolved, leastLoaded, notApplying, tookPart } from './people.ts';
import { type Application, applicationOf, changeApplication, type SelectionState, standing } from './state.ts';
import { objectionDue } from './timetable.ts';

/** An ineligible applicant may object until the review opens; somebody who was not involved decides. */
export const screeningObjections = {
  commands: {
    objectToScreening(state, { actor, body }, context) {
      const application = applicationOf(state, actor);
      if (!application) return refuse('not-found/no-application', {});
      if (state.stage !== 'screening' && state.stage !== 'reviewers') {
        return refuse('too-late/screening-objections-closed', { stage: state.stage });
      }
      if (!application.screening || application.screening.eligible) {
        return refuse('not-allowed/not-ineligible', { application: application.code });
      }
      if (application.objection) return refuse('already-so/objected-already', {});
      const handler = handlerFor(state, application, [], null, context);
      if (!handler) return refuse('no-handler/handlers-involved', {});
      const due = objectionDue(state, context, handler);
      const [round, started] = ensureRound(state, 'screening-objections', objectionDue(state, context));
      const id = freshTask(context, round, application.code);
      const grounds = personal(actor, body.grounds);
      return [
        ...started,
        event('ScreeningObjected', { application: application.code, handler, round, task: id, due, grounds }),
      ];
    },
  },
  folds: {
    ScreeningObjected(state, { application, handler, round, task: id, grounds }) {
      changeApplication(state, application, {
        objection: { round, task: id, who: handler, tried: [handler], state: 'open', grounds },
      });
    },
    ScreeningObjectionPassedOn(state, { application, handler, round, task: id }) {
      const before = state.applications[application]?.objection;
      if (!before) return;
      const tried = handler ? [...before.tried, handler] : before.tried;
      changeApplication(state, application, { objection: { ...before, round, task: id, who: handler, tried } });
    },
    ScreeningObjectionResolved(state, { application, upheld, by }) {
      const before = state.applications[application];
      if (!before?.objection) return;
      const first = before.screening?.by;
      changeApplication(state, application, {
        objection: { ...before.objection, who: by, state: upheld ? 'upheld' : 'dismissed' },
        ...(upheld ? { screening: { eligible: true, reasons: [], by } } : {}),
        ...(upheld && first !== undefined && first !== 'rule' ? { overruled: first } : {}),
      });
      state.basis++;
    },
  },
  follows: {
    ScreeningObjected: (state, { application, handler, round, task: id, due }) => {
      const { person } = state.applications[application]!;
      const spec = specOf(state, application, handler, { id, due });
      return [
        order(round, 'addTasks', { tasks: [spec] }, 'undo'),
        notice(state, person, 'selection.objectionReceived', { application }),
        ...news(state, 'screening-objection', { application }),
      ];
    },
    ScreeningObjectionPassedOn: (state, { application, handler, round, task: id, fills }) => {
      const by = handler ? specOf(state, application, handler, { id, due: null }) : null;
      const reason = house('handler-replaced');
      return [
        ...(fills ? [order(round, 'fill', { task: fills, by, reason }, 'tell')] : []),
        ...(!fills && by ? [order(round, 'addTasks', { tasks: [by] }, 'tell')] : []),
        ...(handler ? [] : alarm(state, 'handler-missing', { application })),
      ];
    },
    ScreeningObjectionResolved: (state, { application, upheld }) => {
      const { person } = state.applications[application]!;
      return [
        notice(state, person, 'selection.objectionResolved', { application, upheld }),
        ...news(state, upheld ? 'screening-objection-upheld' : 'screening-objection-dismissed', { application }),
      ];
    },
  },
  sheets: {
    'screening-objections': () => ({
      title: TITLES['screening-objections'],
      form: formOf('screening-objections'),
      minutes: 20,
      tasks: [],
    }),
  },
} satisfies Part;

/** Whoever has taken part in the screening does not decide about that either. */
function specOf(
  state: SelectionState,
  code: string,
  handler: string,
  { id, due }: { readonly id: string; readonly due: number | null },
) {
  const about = state.applications[code]!;
  const barred = barredFromDeciding(state, about, handler, [...tookPart(state, about)]);
  return task(id, handler, { about: code, aboutPerson: about.person, due, barred });
}

/** Learns how objections to screening were decided, and passes on those whose handler could not take them. */
export function objectionsToScreeningDue(state: SelectionState, context: Context): SelectionEvent[] {
  return standing(state).flatMap((a) => {
    if (a.objection?.state !== 'open') return [];
    if (!a.objection.who) return askedAtLast(state, a, a.objection.tried, context);
    const { round, task: id, tried } = a.objection;
    const given = taskIn(context, round, id);
    if (given?.state === 'submitted') {
      const upheld = given.answer?.upheld === true;
      return [event('ScreeningObjectionResolved', { application: a.code, upheld, by: given.assignee, note: null })];
    }
    if (!given?.vacant && given?.state !== 'withdrawn') return [];
    const fills = given.vacant ? id : null;
    const handler = handlerFor(state, a, tried, fills, context);
    const next = freshTask(context, round, a.code);
    return [event('ScreeningObjectionPassedOn', { application: a.code, handler, round, task: next, fills })];
  });
}

/** An objection that nobody could decide goes to whoever can since, such as a handler who was added. */
function askedAtLast(
  state: SelectionState,
  application: Application,
  tried: readonly string[],
  context: Context,
): SelectionEvent[] {
  const handler = handlerFor(state, application, tried, null, context);
  if (!handler) return [];
  const [round, started] = ensureRound(state, 'screening-objections', objectionDue(state, context));
  const id = freshTask(context, round, application.code);
  return [
    ...started,
    event('ScreeningObjectionPassedOn', { application: application.code, handler, round, task: id, fills: null }),
  ];
}

function handlerFor(
  state: SelectionState,
  application: Application,
  tried: readonly string[],
  fills: string | null,
  context: Context,
): string | null {
  const round = fills === null ? openRound(state, 'screening-objections')?.id : application.objection?.round;
  const child = round && childOf(context, round);
  const part = tookPart(state, application);
  const able = notApplying(state, state.handlers).filter(
    (p) =>
      !tried.includes(p) &&
      !part.has(p) &&
      mayTake(child, p, fills) &&
      isEmployed(context.organisation, p) &&
      !isInvolved(state, context.organisation, p, application),
  );
  const tasks = [...(child?.tasks.values() ?? [])];
  const span = { from: context.now, to: objectionDue(state, context) };
  return leastLoaded(thoseThere(context.organisation, able, span), (p) => tasks.filter((t) => t.assignee === p).length);
}
