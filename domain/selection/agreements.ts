import type { Instant, PersonId } from '../../contracts/ids.ts';
import { house } from '../../contracts/reasons.ts';
import type { SelectionEvent, SelectionEventBodies } from '../../contracts/selection/events.ts';
import { isEmployed } from '../organisation/scope.ts';
import { isAwayFor, type Span, supervisorOf } from '../organisation/stand-in.ts';
import { NOTHING_OPEN, order } from '../procedure/orders.ts';
import { task } from '../procedure/part.ts';
import { childOf, freshTask, openRound, taskIn } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import { openSpan } from '../procedure/supervised.ts';
import type { Context } from '../process.ts';
import { mayTake } from '../round/bars.ts';
import { isPending } from '../round/state.ts';
import { formOf, TITLES } from './forms.ts';
import { ensureRound, event, notice, type Part, policyOf } from './kit.ts';
import { type Application, applicationOf, changeApplication, type SelectionState, standing } from './state.ts';
import { dueIn } from './timetable.ts';

/**
 * Each applicant's manager agrees to the time it takes, refuses, or stays silent. Nobody who has applied agrees for
 * another, and nobody waits for somebody who is on leave until after the answer is due: the next above is asked instead.
 */
export const agreements = {
  folds: {
    AgreementAsked(state, body) {
      changeApplication(state, body.application, agreementOf(body));
    },
    AgreementSettled(state, { application, answer, by }) {
      changeApplication(state, application, { agreement: answer, agreementBy: by });
    },
  },
  follows: {
    AgreementAsked: (state, body) => [
      ...instead(body),
      ...askOrder(body, state.applications[body.application]!.person),
    ],
    AgreementSettled: (state, { application, answer }) => {
      const person = state.applications[application]?.person;
      return person ? [notice(state, person, 'selection.agreement', { code: application, answer })] : [];
    },
  },
  sheets: {
    agreements: () => ({ title: TITLES.agreements, form: formOf('agreements'), minutes: 5, tasks: [] }),
  },
} satisfies Part;

/**
 * Whom to ask for agreement to an application, where and until when: the nearest manager above who has not applied and is
 * there in that time; nobody, when there is none.
 */
export function askManager(state: SelectionState, context: Context, person: PersonId, code: string) {
  const due = agreeBy(state, context);
  const manager = agreeing(state, context, person, { from: context.now, to: due });
  const agreementDue = agreeBy(state, context, manager);
  if (!manager) return { manager, round: null, task: null, agreementDue, events: [] };
  const [round, events] = ensureRound(state, 'agreements', due);
  return { manager, round, task: freshTask(context, round, code), agreementDue, events };
}

function agreeBy(state: SelectionState, context: Context, manager: PersonId | null = null): Instant {
  const terms = termsOf(state);
  return dueIn(terms.timetable.agreement, terms, context, manager);
}

function agreeing(state: SelectionState, context: Context, person: PersonId, span: Span): PersonId | null {
  const open = openRound(state, 'agreements');
  const child = open && childOf(context, open.id);
  const may = (m: PersonId) => applicationOf(state, m) === undefined && mayTake(child, m);
  return supervisorOf(context.organisation, person, span, {}, may);
}

/** Learns how managers have answered. What silence means is the round's policy: consent, or (nil) refusal. */
export function agreementsDue(state: SelectionState, context: Context): SelectionEvent[] {
  const waiting = standing(state).find((a) => gone(state, a, context));
  if (waiting) {
    const why = gone(state, waiting, context)!;
    const { round, task: id } = waiting.agreementTask!;
    const { events, ...asked } = askManager(state, context, waiting.person, waiting.code);
    const body = { application: waiting.code, ...asked, instead: { round, task: id, why } };
    return [...events, event('AgreementAsked', body)];
  }
  const lost = standing(state).find((a) => isTakenBack(a, context));
  if (lost) {
    const { events, ...asked } = askManager(state, context, lost.person, lost.code);
    return [...events, event('AgreementAsked', { application: lost.code, ...asked, instead: null })];
  }
  const deemed = policyOf(state, 'agreements').silence === 'consent';
  return standing(state).flatMap(({ code, agreement, agreementTask }) => {
    if (agreement !== 'asked' || !agreementTask) return [];
    const asked = taskIn(context, agreementTask.round, agreementTask.task);
    if (!asked || asked.state === 'open' || asked.state === 'drafted') return [];
    if (asked.state === 'lapsed' || asked.state === 'withdrawn') {
      return [event('AgreementSettled', { application: code, answer: deemed ? 'deemed' : 'silent', by: null })];
    }
    const agreed = asked.state === 'submitted' && asked.answer?.agrees === true;
    return [
      event('AgreementSettled', { application: code, answer: agreed ? 'agreed' : 'refused', by: asked.assignee }),
    ];
  });
}

/** Why whoever holds the question will not answer it, though somebody else is there who can; null: they may still. */
function gone(
  state: SelectionState,
  { person, agreement, agreementTask }: Application,
  context: Context,
): 'left' | 'away' | null {
  if (agreement !== 'asked' || !agreementTask) return null;
  const { organisation, now } = context;
  const child = childOf(context, agreementTask.round);
  const given = child?.tasks.get(agreementTask.task);
  if (!given || !isPending(given) || child?.phase !== 'open') return null;
  const { assignee, due } = given;
  const left = !isEmployed(organisation, assignee);
  if (!left && !isAwayFor(organisation, assignee, openSpan(due, assignee, context))) return null;
  const other = agreeing(state, context, person, { from: now, to: agreeBy(state, context) });
  if (other === null || other === assignee) return null;
  return left ? 'left' : 'away';
}

/** True when whoever held the question has applied themselves since. */
function isTakenBack({ agreement, agreementTask }: Application, context: Context): boolean {
  if (agreement !== 'asked' || !agreementTask) return false;
  const child = childOf(context, agreementTask.round);
  const asked = child?.tasks.get(agreementTask.task);
  return asked?.state === 'withdrawn' && !mayTake(child, asked.assignee);
}

type Asking = SelectionEventBodies['AgreementAsked'];
type Asked = Omit<Asking, 'instead'>;

export function agreementOf({
  manager,
  round,
  task: id,
}: Asked): Pick<Application, 'manager' | 'agreement' | 'agreementBy' | 'agreementTask'> {
  const asked = { manager, agreementBy: null };
  if (!round || !id) return { ...asked, agreement: 'unneeded', agreementTask: null };
  return { ...asked, agreement: 'asked', agreementTask: { round, task: id } };
}

/** Takes back the question that another one takes the place of. */
function instead({ instead: before }: Asking) {
  if (!before) return [];
  const reason = house(before.why === 'left' ? 'person-left' : 'supervisor-away');
  return [order(before.round, 'withdraw', { tasks: [before.task], reason }, NOTHING_OPEN)];
}

export function askOrder({ application, round, task: id, manager, agreementDue }: Asked, aboutPerson: string) {
  if (!round || !id || !manager) return [];
  const spec = task(id, manager, { about: application, aboutPerson, due: agreementDue });
  return [order(round, 'addTasks', { tasks: [spec] }, 'undo')];
}
