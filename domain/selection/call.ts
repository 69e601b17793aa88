import { personal } from '../../contracts/private.ts';
import { house, isHouseReason } from '../../contracts/reasons.ts';
import type { ApplicationForm } from '../../contracts/selection/commands.ts';
import type { SelectionEvent, SelectionEventBodies } from '../../contracts/selection/events.ts';
import { seesAll } from '../organisation/roles.ts';
import { NOTHING_OPEN, order } from '../procedure/orders.ts';
import { firstOf } from '../procedure/part.ts';
import { childOf } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context, Rejection } from '../process.ts';
import { refuse } from '../refuse.ts';
import { agreementOf, agreementsDue, askManager, askOrder } from './agreements.ts';
import { keepFromJudging } from './bars.ts';
import { applicationCode } from './code.ts';
import { alarm, event, goOn, kit, notice, type Part, place } from './kit.ts';
import { closeNominations, nominationsDue } from './nominations.ts';
import { openTasksAbout, takeBack } from './open-tasks.ts';
import { inScope, refusalOfPerson } from './people.ts';
import { tell } from './publicity.ts';
import { warn } from './reach.ts';
import { type Application, applicationOf, changeApplication, type SelectionState } from './state.ts';

/** Stage 3. People apply, edit until the close, or withdraw; after the close only by exception. */
export const call = {
  commands: {
    apply(state, { actor, body }, context) {
      const fault = faultOfApplying(state, actor, body, context);
      if (fault) return fault;
      const department = context.organisation.people.get(actor)!.department;
      const code = applicationCode(state.stream, actor, context.secretOf, (code) =>
        Object.hasOwn(state.applications, code),
      );
      const { events, ...asked } = askManager(state, context, actor, code);
      const late = state.stage !== 'call';
      return [...events, event('ApplicationSubmitted', { ...written(code, actor, department, body), ...asked, late })];
    },
    editApplication(state, { actor, body }, context) {
      const application = applicationOf(state, actor);
      if (!application) return refuse('not-found/no-application-yet', {});
      const fault = faultOfTime(state, actor, context) ?? faultOfTopics(state, body);
      if (fault) return fault;
      if (state.stage !== 'call' && (application.screening || application.screeningTask)) {
        return refuse('too-late/being-screened', { application: application.code });
      }
      const { department } = context.organisation.people.get(actor) ?? application;
      const text = written(application.code, actor, department, body);
      const settled = application.agreement !== 'refused' && application.agreement !== 'silent';
      if (settled && body.hoursPerMonth <= application.hoursPerMonth) {
        const kept = {
          manager: application.manager,
          round: null,
          task: null,
          agreementDue: context.now,
          withdraw: null,
        };
        return [event('ApplicationEdited', { ...text, ...kept })];
      }
      const { events, ...asked } = askManager(state, context, actor, application.code);
      return [
        ...events,
        event('ApplicationEdited', { ...text, ...asked, withdraw: pendingAgreement(application, context) }),
      ];
    },
    withdrawApplication(state, { actor, body }, context) {
      const application = applicationOf(state, actor);
      if (!application) return refuse('not-found/no-application', {});
      if (place(state.stage) >= place('notice')) {
        return refuse('too-late/decision-taken', {});
      }
      const reason = personal(actor, body.reason);
      const tasks = openTasksAbout(state, application.code, context);
      return [event('ApplicationWithdrawn', { application: application.code, reason, tasks })];
    },
    allowLate(state, { actor, body }, { organisation }) {
      const fault = refusalOfPerson(organisation, body.person);
      if (fault) return fault;
      if (state.stage !== 'screening' && state.stage !== 'reviewers') {
        return refuse('wrong-stage/late-not-now', { stage: state.stage });
      }
      if (state.lateAllowed.includes(body.person) || applicationOf(state, body.person)) {
        return refuse('already-so/late-allowed-already', { person: body.person });
      }
      return [event('LateAllowed', { person: body.person, reason: personal(actor, body.reason) })];
    },
  },
  folds: {
    LateAllowed(state, { person }) {
      state.lateAllowed = [...state.lateAllowed, person];
    },
    ApplicationSubmitted(state, body, { at }) {
      state.applications[body.application] = {
        code: body.application,
        person: body.person,
        submittedAt: at,
        late: body.late,
        revision: 1,
        withdrawn: false,
        toPerson: false,
        screening: null,
        overruled: null,
        screeningTask: null,
        objection: null,
        performance: null,
        result: null,
        offer: null,
        offerTask: null,
        appointment: null,
        ...contents(body),
        ...agreementOf(body),
      };
      // A reviewer who applies reviews nobody, and what they said of others before does not count.
      state.pairs = state.pairs.filter((p) => p.reviewer !== body.person);
      state.basis++;
    },
    ApplicationEdited(state, body) {
      const before = state.applications[body.application];
      if (!before) return;
      const again = body.task === null && body.manager !== null ? {} : agreementOf(body);
      changeApplication(state, body.application, {
        ...contents(body),
        ...again,
        revision: before.revision + 1,
        screening: null,
        overruled: null,
        screeningTask: before.screening ? null : before.screeningTask,
        objection: before.objection?.state === 'open' ? before.objection : null,
      });
      state.basis++;
    },
    ApplicationWithdrawn(state, { application }) {
      const before = state.applications[application];
      changeApplication(state, application, { withdrawn: true });
      // Time is given for one application: who takes it back is not waited for again, unless somebody says so.
      if (before?.late) state.lateAllowed = state.lateAllowed.filter((p) => p !== before.person);
      state.pairs = state.pairs.filter((p) => p.application !== application || p.round !== null);
      state.basis++;
    },
  },
  follows: {
    LateAllowed: (state, { person }) => [notice(state, person, 'selection.lateAllowed', {})],
    ApplicationSubmitted: (state, body) => [
      ...askOrder(body, body.person),
      notice(state, body.person, 'selection.applicationReceived', { code: body.application }),
      ...keepFromJudging(state, body.person, 'all', house('judge-applied')),
    ],
    ApplicationEdited: (_state, body) => [
      ...(body.withdraw && body.round
        ? [
            order(
              body.round,
              'withdraw',
              { tasks: [body.withdraw], reason: house('application-changed') },
              NOTHING_OPEN,
            ),
          ]
        : []),
      ...askOrder(body, body.person),
    ],
    ApplicationWithdrawn: (state, { application, reason, tasks }) => {
      if (!isHouseReason(reason)) return takeBack(tasks, house('application-withdrawn'));
      const { person } = state.applications[application]!;
      return [...takeBack(tasks, reason), ...alarm(state, 'applicant-left', { application, people: [person] })];
    },
  },
} satisfies Part;

export function callDue(state: SelectionState, context: Context): readonly SelectionEvent[] {
  const over = kit.isOver(state, context);
  return firstOf(
    () => (state.frozen ? [] : [event('CriteriaFrozen', { version: state.criteriaVersion + 1 })]),
    () => tell(state, context, 'call'),
    () => [...nominationsDue(state, context), ...agreementsDue(state, context)],
    () => warn(state, context),
    () => (over ? [...closeNominations(state), ...goOn(state, 'screening', context)] : []),
  );
}

function faultOfApplying(
  state: SelectionState,
  actor: string,
  body: ApplicationForm,
  context: Context,
): Rejection | null {
  const fault = refusalOfPerson(context.organisation, actor);
  if (fault) return fault;
  if (!inScope(state, context.organisation.people.get(actor)!.department)) {
    return refuse('not-allowed/not-your-department', {});
  }
  if (seesAll(context.organisation, actor)) return refuse('not-allowed/sees-all', {});
  const own = applicationOf(state, actor);
  if (own) return refuse('already-so/applied-already', { application: own.code });
  return faultOfTime(state, actor, context) ?? faultOfTopics(state, body);
}

function faultOfTime(state: SelectionState, actor: string, { now }: Context): Rejection | null {
  if (state.stage === 'call' && (state.until === null || now <= state.until)) return null;
  if (place(state.stage) < place('call')) return refuse('too-early/call-not-open', {});
  const late = state.lateAllowed.includes(actor) && place(state.stage) <= place('reviewers');
  if (late) return null;
  return refuse('too-late/call-closed', {});
}

function faultOfTopics(state: SelectionState, body: ApplicationForm): Rejection | null {
  const known = termsOf(state).topics.map((t) => t.id);
  const odd = body.topics.find((t) => known.length > 0 && !known.includes(t));
  return odd === undefined ? null : refuse('topic-unknown/no-topic', { topic: odd, topics: known });
}

function written(application: string, person: string, department: string, body: ApplicationForm) {
  const { topics, evidence, hoursPerMonth, profile, outline } = body;
  return {
    application,
    person,
    department,
    topics,
    evidence,
    hoursPerMonth,
    profile: personal(person, profile),
    outline: personal(person, outline),
  };
}

type Written = Omit<SelectionEventBodies['ApplicationSubmitted'], 'late'>;

function contents(body: Written) {
  const { department, profile, outline, topics, evidence, hoursPerMonth } = body;
  return { department, profile, outline, topics, evidence, hoursPerMonth };
}

function pendingAgreement({ agreementTask }: Application, context: Context): string | null {
  const asked = agreementTask && childOf(context, agreementTask.round)?.tasks.get(agreementTask.task);
  return asked && (asked.state === 'open' || asked.state === 'drafted') ? asked.id : null;
}
