import type { CycleEvent } from '../../../contracts/cycle/events.ts';
import type { NeedQuestion } from '../../../contracts/cycle/needs.ts';
import type { PersonId } from '../../../contracts/ids.ts';
import { isEmployed } from '../../organisation/scope.ts';
import { order } from '../../procedure/orders.ts';
import { task } from '../../procedure/part.ts';
import { freshTask, taskIn } from '../../procedure/rounds.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context } from '../../process.ts';
import type { Task } from '../../round/state.ts';
import { ensureRound, event, type Part } from '../kit.ts';
import type { CycleState, Need } from '../state.ts';
import { dueIn } from '../timetable.ts';
import { isDiagnosed } from './diagnosed.ts';
import { PEOPLE_FORM, PROBLEM_FORM, QUESTION_TITLE } from './forms.ts';
import { spokenState } from './stated.ts';

/** A need that somebody states because it would be nice goes back to its author with the question to answer. */
export const questions = {
  folds: {
    NeedSentBack(state, { need, question: what, round, task: id }) {
      const before = state.needs[need];
      if (!before) return;
      const question = { what, round: round, task: id, answered: false };
      state.needs[need] = { ...before, state: 'sent-back', rank: null, question };
    },
    NeedQuestionAnswered(state, { need, answer, people, diagnosed }) {
      const before = state.needs[need];
      if (!before?.question) return;
      const question = { ...before.question, answered: true };
      const stands = spokenState(state, before.department);
      const after: Partial<Need> = {
        problem: { problemNamed: true, state: stands },
        people: { people, diagnosed, state: stands },
        withdrawn: { state: 'withdrawn' as const },
        silent: {},
      }[answer];
      state.needs[need] = { ...before, ...after, question };
    },
  },
  follows: {
    NeedSentBack: (_state, { need, question, to, round, task: id, due }) => [
      order(
        round,
        'addTasks',
        { tasks: [task(id, to, { about: need, due, ...(question === 'who' ? { form: 'who' } : {}) })] },
        'undo',
      ),
    ],
  },
  sheets: {
    questions: () => ({
      title: QUESTION_TITLE,
      form: PROBLEM_FORM,
      forms: { who: PEOPLE_FORM },
      minutes: 5,
      tasks: [],
    }),
  },
} satisfies Part;

type Says = Pick<Need, 'people' | 'diagnosed' | 'problem' | 'origin'> & { readonly problemNamed?: boolean };

/**
 * What a need still has to be asked: who is to be trained, or which problem of the business is behind it when the ratings
 * show no gap; null: it stands. What the cycle before has left has been through this.
 */
export function lacks({ people, diagnosed, problem, problemNamed, origin }: Says): NeedQuestion | null {
  if (people.length === 0) return 'who';
  return diagnosed || problem !== null || problemNamed || origin === 'carried' ? null : 'which-problem';
}

interface Question {
  readonly need: string;
  readonly question: NeedQuestion;
  readonly to: PersonId;
}

/** Sends needs back to their authors, each with a task in the round of questions. */
export function sendBack(state: CycleState, asked: readonly Question[], context: Context): CycleEvent[] {
  if (!asked.length) return [];
  const terms = termsOf(state);
  const dueOf = (person: PersonId | null) => dueIn(terms.timetable.question, terms, context, person);
  const [round, started] = ensureRound(state, 'questions', dueOf(null));
  return [
    ...started,
    ...asked.map((q) =>
      event('NeedSentBack', { ...q, round, task: freshTask(context, round, q.need), due: dueOf(q.to) }),
    ),
  ];
}

/** Learns what the authors of needs that went back have answered. */
export function questionsDue(state: CycleState, context: Context): readonly CycleEvent[] {
  return Object.values(state.needs).flatMap((need) => {
    if (need.state !== 'sent-back' || !need.question) return [];
    const given = taskIn(context, need.question.round, need.question.task);
    if (need.question.answered || !given || given.state === 'open' || given.state === 'drafted') return [];
    return answerOf(state, need, given, context);
  });
}

function answerOf(state: CycleState, need: Need, given: Task, context: Context): CycleEvent[] {
  const answered = (answer: 'problem' | 'withdrawn' | 'silent') =>
    event('NeedQuestionAnswered', { need: need.need, answer, people: [], diagnosed: need.diagnosed });
  if (given.state === 'declined') return [answered('withdrawn')];
  if (given.state !== 'submitted') return [answered('silent')];
  if (given.answer?.named !== true) return [answered('withdrawn')];
  return need.question!.what === 'which-problem' ? [answered('problem')] : peopleOf(state, need, given, context);
}

/** The people who were named and are of the department; nobody of them is: the question is put again. */
function peopleOf(state: CycleState, need: Need, given: Task, context: Context): CycleEvent[] {
  const { organisation } = context;
  const named = Array.isArray(given.answer?.people) ? (given.answer.people as readonly PersonId[]) : [];
  const people = [...new Set(named)].filter(
    (p) => isEmployed(organisation, p) && organisation.people.get(p)!.department === need.department,
  );
  if (!people.length) return sendBack(state, [{ need: need.need, question: 'who', to: given.assignee }], context);
  const diagnosed = isDiagnosed(state, { ...need, people });
  const answered = event('NeedQuestionAnswered', { need: need.need, answer: 'people', people, diagnosed });
  const question = lacks({ ...need, people, diagnosed });
  const again = question ? sendBack(state, [{ need: need.need, question, to: given.assignee }], context) : [];
  return [answered, ...again];
}
