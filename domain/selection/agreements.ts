import type { PersonId } from '../../contracts/ids.ts';
import type { SelectionEvent, SelectionEventBodies } from '../../contracts/selection/events.ts';
import { lineAbove } from '../organisation/line.ts';
import type { Context } from '../process.ts';
import { mayTake } from '../round/bars.ts';
import { formOf, TITLES } from './forms.ts';
import { event, notice, order, type Part, task } from './part.ts';
import { notApplying } from './people.ts';
import { childOf, ensureRound, freshTask, openRound, policyOf, taskIn } from './rounds.ts';
import { type Application, changeApplication, type SelectionState, standing, termsOf } from './state.ts';
import { after, placeOf } from './timetable.ts';

/**
 * Each applicant's manager agrees to the time it takes, refuses, or stays silent. Nobody who has applied agrees for
 * another: the next above them is asked instead.
 */
export const agreements = {
  folds: {
    AgreementAsked(state, body) {
      changeApplication(state, body.application, agreementOf(body));
    },
    AgreementSettled(state, { application, answer }) {
      changeApplication(state, application, { agreement: answer });
    },
  },
  follows: {
    AgreementAsked: (state, body) => askOrder(body, state.applications[body.application]!.person),
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
 * Whom to ask for agreement to an application, where and until when: the nearest manager above who has not applied;
 * nobody, when there is none.
 */
export function askManager(state: SelectionState, context: Context, person: PersonId, code: string) {
  const terms = termsOf(state);
  const manager = agreeing(state, context, person);
  const agreementDue = after(context.now, terms.timetable.agreement, placeOf(terms, context.organisation));
  if (!manager) return { manager, round: null, task: null, agreementDue, events: [] };
  const [round, events] = ensureRound(state, 'agreements', agreementDue);
  return { manager, round, task: freshTask(context, round, code), agreementDue, events };
}

function agreeing(state: SelectionState, context: Context, person: PersonId): PersonId | null {
  const open = openRound(state, 'agreements');
  const child = open && childOf(context, open.id);
  const above = [...lineAbove(context.organisation.people, person)].filter((m) => m.employed).map((m) => m.id);
  return notApplying(state, above).find((m) => mayTake(child, m)) ?? null;
}

/** Learns how managers have answered. What silence means is the round's policy: consent, or (nil) refusal. */
export function agreementsDue(state: SelectionState, context: Context): SelectionEvent[] {
  const lost = standing(state).find((a) => isTakenBack(a, context));
  if (lost) {
    const { events, ...asked } = askManager(state, context, lost.person, lost.code);
    return [...events, event('AgreementAsked', { application: lost.code, ...asked })];
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

/** True when whoever held the question has applied themselves since. */
function isTakenBack({ agreement, agreementTask }: Application, context: Context): boolean {
  if (agreement !== 'asked' || !agreementTask) return false;
  const child = childOf(context, agreementTask.round);
  const asked = child?.tasks.get(agreementTask.task);
  return asked?.state === 'withdrawn' && !mayTake(child, asked.assignee);
}

type Asking = SelectionEventBodies['AgreementAsked'];

export function agreementOf({
  manager,
  round,
  task: id,
}: Asking): Pick<Application, 'manager' | 'agreement' | 'agreementTask'> {
  if (!round || !id) return { manager, agreement: 'unneeded', agreementTask: null };
  return { manager, agreement: 'asked', agreementTask: { round, task: id } };
}

export function askOrder({ application, round, task: id, manager, agreementDue }: Asking, aboutPerson: string) {
  if (!round || !id || !manager) return [];
  const spec = task(id, manager, { about: application, aboutPerson, due: agreementDue });
  return [order(round, 'addTasks', { tasks: [spec] }, 'undo')];
}
