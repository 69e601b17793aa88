import type { PersonId } from '../../contracts/ids.ts';
import type { SelectionEvent } from '../../contracts/selection/events.ts';
import { managerOf } from '../organisation/line.ts';
import type { Context } from '../process.ts';
import { formOf, TITLES } from './forms.ts';
import { event, notice, type Part } from './part.ts';
import { ensureRound, freshTask, policyOf, taskIn } from './rounds.ts';
import { changeApplication, type SelectionState, standing, termsOf } from './state.ts';
import { after, placeOf } from './timetable.ts';

/** Each applicant's manager agrees to the time it takes, refuses, or stays silent. */
export const agreements = {
  folds: {
    AgreementSettled(state, { application, answer }) {
      changeApplication(state, application, { agreement: answer });
    },
  },
  follows: {
    AgreementSettled: (state, { application, answer }) => {
      const person = state.applications[application]?.person;
      return person ? [notice(state, person, 'selection.agreement', { code: application, answer })] : [];
    },
  },
  sheets: {
    agreements: () => ({ title: TITLES.agreements, form: formOf('agreements'), minutes: 5, tasks: [] }),
  },
} satisfies Part;

/** Whom to ask for agreement to an application, where and until when; nobody, when nobody is above the applicant. */
export function askManager(state: SelectionState, context: Context, person: PersonId, code: string) {
  const terms = termsOf(state);
  const manager = managerOf(context.organisation, person);
  const agreementDue = after(context.now, terms.timetable.agreement, placeOf(terms, context.organisation));
  if (!manager) return { manager, round: null, task: null, agreementDue, events: [] };
  const [round, events] = ensureRound(state, 'agreements', agreementDue);
  return { manager, round, task: freshTask(context, round, code), agreementDue, events };
}

/** Learns how managers have answered. What silence means is the round's policy: consent, or (nil) refusal. */
export function agreementsDue(state: SelectionState, context: Context): SelectionEvent[] {
  const deemed = policyOf(state, 'agreements').silence === 'consent';
  return standing(state).flatMap(({ code, agreement, agreementTask }) => {
    if (agreement !== 'asked' || !agreementTask) return [];
    const asked = taskIn(context, agreementTask.round, agreementTask.task);
    if (!asked || asked.state === 'open' || asked.state === 'drafted') return [];
    if (asked.state === 'lapsed' || asked.state === 'withdrawn') {
      return [event('AgreementSettled', { application: code, answer: deemed ? 'deemed' : 'silent' })];
    }
    const agreed = asked.state === 'submitted' && asked.answer?.agrees === true;
    return [event('AgreementSettled', { application: code, answer: agreed ? 'agreed' : 'refused' })];
  });
}
