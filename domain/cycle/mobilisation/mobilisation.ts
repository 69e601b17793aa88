import type { CycleEvent, CycleEventBodies } from '../../../contracts/cycle/events.ts';
import type { PersonId } from '../../../contracts/ids.ts';
import { house } from '../../../contracts/reasons.ts';
import { managerOf } from '../../organisation/line.ts';
import { isEmployed } from '../../organisation/scope.ts';
import { order } from '../../procedure/orders.ts';
import { firstOf, task } from '../../procedure/part.ts';
import { childOf, openRound, taskIn } from '../../procedure/rounds.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context } from '../../process.ts';
import { isPending, type Task } from '../../round/state.ts';
import { alarm, event, goOn, notice, type Part, startRound } from '../kit.ts';
import { departmentsInScope } from '../people.ts';
import type { CycleState, DepartmentStanding } from '../state.ts';
import { dueInStage } from '../timetable.ts';
import { MOBILISATION, MOBILISATION_TITLE, mobilisationForm } from './form.ts';
import { whoAnswersFor } from './stand-ins.ts';

/** Stage 1. Each department is told what is asked, why and by when; its head accepts, names a delegate, or declines. */
export const mobilisation = {
  folds: {
    DepartmentAsked(state, { department, person, why }) {
      const before = state.departments[department];
      state.departments[department] = {
        department,
        asked: person,
        why,
        mobilised: before?.mobilised ?? null,
        speaker: before?.speaker ?? null,
        returned: before?.returned ?? null,
      };
    },
    DepartmentMobilised(state, { department, answer, speaker }) {
      const before = state.departments[department];
      if (before) state.departments[department] = { ...before, mobilised: answer, speaker };
    },
  },
  follows: {
    DepartmentAsked: (state, { department, person, why }, context) => [
      ...toldOnce(state, department, person),
      ...handedOver(state, department, person, context),
      ...(person === null ? alarm(state, 'department-without-head', { department }) : []),
      ...(why === 'away' && person !== null ? alarm(state, 'head-away', { department, people: [person] }) : []),
    ],
    DepartmentMobilised: (state, { department, answer, speaker }, context) => {
      const { asked } = state.departments[department]!;
      if (answer === 'delegated' && speaker) return [notice(state, speaker, 'cycle.speaker', { department, asked })];
      if (answer === 'declined') return alarm(state, 'department-declined', { department, people: named(asked) });
      return isMistaken(state, department, context)
        ? alarm(state, 'delegate-refused', { department, people: named(asked) })
        : [];
    },
  },
  sheets: {
    mobilisation: (state) => ({
      title: MOBILISATION_TITLE,
      form: mobilisationForm,
      minutes: 5,
      tasks: toAsk(state).map((d) => task(d.department, d.asked!, { about: d.department })),
    }),
  },
} satisfies Part;

const named = (person: PersonId | null): PersonId[] => (person === null ? [] : [person]);

export function mobilisationDue(state: CycleState, context: Context): readonly CycleEvent[] {
  return firstOf(
    () => ask(state, context),
    () => open(state, context),
    () => replaceLost(state, context),
    () => heard(state, context),
    () => (isMobilised(state, context) ? goOn(state, 'ratings', context) : []),
  );
}

/** Departments that have been asked and have not answered. */
function toAsk(state: CycleState): DepartmentStanding[] {
  return Object.values(state.departments).filter((d) => d.mobilised === null && d.asked !== null);
}

function ask(state: CycleState, context: Context): CycleEvent[] {
  const terms = termsOf(state);
  if (state.asked.includes('mobilisation')) return [];
  return departmentsInScope(terms, context.organisation)
    .filter((department) => !state.departments[department])
    .map((department) =>
      event('DepartmentAsked', {
        department,
        ...whoAnswersFor(department, terms, context.organisation, context.now, dueInStage(state, context)),
      }),
    );
}

function open(state: CycleState, context: Context): CycleEvent[] {
  if (state.asked.includes('mobilisation') || toAsk(state).length === 0) return [];
  return [startRound(state, 'mobilisation', dueInStage(state, context))];
}

/** Whoever was asked and has left the company meanwhile is replaced by whoever is next. */
function replaceLost(state: CycleState, context: Context): CycleEvent[] {
  const round = openRound(state, 'mobilisation');
  if (!round) return [];
  return toAsk(state).flatMap(({ department, asked }) => {
    const held = taskIn(context, round.id, department);
    if (!held || !isPending(held) || isEmployed(context.organisation, held.assignee)) return [];
    const next = whoAnswersFor(
      department,
      termsOf(state),
      context.organisation,
      context.now,
      dueInStage(state, context),
    );
    return next.person === asked
      ? []
      : [event('DepartmentAsked', next.person ? { department, ...next, why: 'left' } : { department, ...next })];
  });
}

/** One explanation for one person, however many departments they answer for. */
function toldOnce(state: CycleState, department: string, person: PersonId | null) {
  if (person === null) return [];
  const first = Object.values(state.departments).find((d) => d.asked === person && d.mobilised === null);
  return first?.department === department ? [notice(state, person, 'cycle.mobilisation', { department })] : [];
}

function handedOver(state: CycleState, department: string, person: PersonId | null, context: Context) {
  const round = openRound(state, 'mobilisation');
  const held = round && taskIn(context, round.id, department);
  if (!round || !held || !isPending(held) || held.assignee === person) return [];
  const reason = house('speaker-left');
  return person === null
    ? [order(round.id, 'withdraw', { tasks: [department], reason }, 'tell')]
    : [order(round.id, 'reassign', { tasks: [department], to: person, reason }, 'tell')];
}

function heard(state: CycleState, context: Context): CycleEvent[] {
  const round = openRound(state, 'mobilisation');
  const child = round && childOf(context, round.id);
  if (!round || !child) return [];
  const over = state.finished || child.phase === 'settled';
  const events: CycleEvent[] = [];
  for (const { department, mobilised, speaker, asked } of Object.values(state.departments)) {
    const held = child.tasks.get(department);
    const said = held && !isPending(held) ? answerOf(held, asked, context) : null;
    // A task that was opened once more may be answered otherwise.
    const answer = said ?? (over && mobilised === null ? silent(asked, context) : null);
    if (!answer || (answer.answer === mobilised && answer.speaker === speaker)) continue;
    events.push(event('DepartmentMobilised', { department, ...answer }));
  }
  return events;
}

type Answered = Pick<CycleEventBodies['DepartmentMobilised'], 'answer' | 'speaker'>;

function silent(asked: PersonId | null, { organisation }: Context): Answered {
  const speaker = asked === null || isEmployed(organisation, asked) ? asked : managerOf(organisation, asked);
  return { answer: 'silent', speaker };
}

/** Whoever declines does not speak for the department any more: whoever is next above does. */
function answerOf(held: Task, asked: PersonId | null, context: Context): Answered {
  const { organisation } = context;
  const { assignee, answer } = held;
  const refused = held.state === 'declined' || held.state === 'recused';
  if (refused || answer?.[MOBILISATION.answer] === 'decline') {
    return { answer: 'declined', speaker: managerOf(organisation, assignee) };
  }
  if (held.state !== 'submitted') return silent(asked, context);
  if (answer?.[MOBILISATION.answer] !== 'delegate') return { answer: 'accepted', speaker: assignee };
  const delegate = delegateIn(held);
  if (delegate === null || !isEmployed(organisation, delegate)) return { answer: 'accepted', speaker: assignee };
  return delegate === assignee ? { answer: 'accepted', speaker: assignee } : { answer: 'delegated', speaker: delegate };
}

function delegateIn({ answer }: Task): PersonId | null {
  const people = answer?.[MOBILISATION.delegate];
  return Array.isArray(people) ? ((people[0] as PersonId | undefined) ?? null) : null;
}

/** True when a delegate was named who cannot speak for the department, so that the head still does. */
function isMistaken(state: CycleState, department: string, context: Context): boolean {
  const round = openRound(state, 'mobilisation');
  const held = round && taskIn(context, round.id, department);
  if (held?.answer?.[MOBILISATION.answer] !== 'delegate') return false;
  return delegateIn(held) !== held.assignee;
}

function isMobilised(state: CycleState, context: Context): boolean {
  if (state.finished) return true;
  const round = openRound(state, 'mobilisation');
  return round === undefined || childOf(context, round.id)?.phase === 'settled';
}
