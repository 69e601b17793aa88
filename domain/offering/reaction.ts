import type { OfferingEvent } from '../../contracts/offering/events.ts';
import { firstOf, task } from '../procedure/part.ts';
import { childOf, openRounds, roundsOf } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context } from '../process.ts';
import { formOf, REACTIONS, titleOf } from './forms.ts';
import { handingDue } from './handing.ts';
import { event, goOn, type Part, startRound } from './kit.ts';
import type { OfferingState } from './state.ts';
import { presentNow } from './teaching.ts';
import { testDue, testsGathered } from './tests.ts';

/** Level 1: how those who were there found it. Of their answers the offering keeps means alone. */
export const reaction = {
  folds: {
    ReactionGathered(state, { answers, means }) {
      state.reaction = { answers, means };
    },
  },
  sheets: {
    reaction: (state, { people }) => ({
      title: titleOf(termsOf(state).course.title, 'reaction'),
      form: formOf('reaction'),
      minutes: 3,
      tasks: people.map((person) => task(person, person, { aboutPerson: person })),
    }),
  },
} satisfies Part;

/** Means of level 1 and the share of those who recommend the course; none when fewer answered than may be shown. */
export function meansOf(
  answers: readonly Readonly<Record<string, unknown>>[],
  privacy: number,
): { answers: number; means: Record<string, number> } {
  if (answers.length < privacy) return { answers: answers.length, means: {} };
  const mean = (of: (answer: Readonly<Record<string, unknown>>) => number) =>
    rounded(answers.reduce((sum, a) => sum + of(a), 0) / answers.length);
  const means = Object.fromEntries(REACTIONS.map((key) => [key, mean((a) => Number(a[key]))]));
  return { answers: answers.length, means: { ...means, recommends: mean((a) => (a.recommends === true ? 1 : 0)) } };
}

/** Two decimals, as a mean of whole numbers from 1 to 5 is read. */
export function rounded(figure: number): number {
  return Math.round(figure * 100) / 100;
}

/** Feedback and tests, until both are in or their time is over. */
export function feedbackDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  return firstOf(
    () => askedDue(state, context),
    () => testDue(state, context),
    () => handingDue(state, context),
    () => gatheredDue(state, context),
  );
}

function askedDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  const people = presentNow(state, context);
  if (state.finished || roundsOf(state, 'reaction').length || !people.length) return [];
  return [startRound(state, 'reaction', state.until ?? context.now, people)];
}

function gatheredDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  const settled = openRounds(state).every((r) => childOf(context, r.id)?.phase === 'settled');
  if (!settled && !state.finished) return [];
  const answers = roundsOf(state, 'reaction').flatMap(({ id }) =>
    [...(childOf(context, id)?.tasks.values() ?? [])].flatMap((t) =>
      t.state === 'submitted' && t.answer ? [t.answer] : [],
    ),
  );
  return [
    event('ReactionGathered', meansOf(answers, termsOf(state).delivery.privacy)),
    ...testsGathered(state, context),
    ...goOn(state, 'follow-up', context),
  ];
}
