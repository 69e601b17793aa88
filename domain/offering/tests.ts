import type { OfferingEvent } from '../../contracts/offering/events.ts';
import { task } from '../procedure/part.ts';
import { childOf, openRound, roundsOf } from '../procedure/rounds.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context } from '../process.ts';
import { refuse } from '../refuse.ts';
import { formOf, titleOf } from './forms.ts';
import { recorders } from './handing.ts';
import { conclude, event, type Part, startRound } from './kit.ts';
import type { OfferingState } from './state.ts';
import { faultOfRecorder, presentNow } from './teaching.ts';

/** Level 2: what was learnt, as scores from 0 to 100. */
export const tests = {
  commands: {
    recordTests(state, { actor, body: { scores } }, context) {
      const fault = faultOfRecorder(state, actor, 'scores', context);
      if (fault) return fault;
      if (!state.attendance) return refuse('too-early/attendance-first', {});
      const { present } = state.attendance;
      const stranger = scores.find((s) => !present.includes(s.person));
      if (stranger) return refuse('not-found/was-not-in-course', { person: stranger.person });
      if (scores.some((s) => s.person === actor)) return refuse('not-allowed/own-score', {});
      return [event('TestsRecorded', { scores })];
    },
  },
  folds: {
    TestsRecorded(state, { scores }) {
      for (const { person, score } of scores) state.tests[person] = score;
    },
  },
  sheets: {
    test: (state, { people }, context) => {
      const able = recorders(state, context);
      return {
        title: titleOf(termsOf(state).course.title, 'test'),
        form: formOf('test'),
        minutes: 2,
        tasks: people.flatMap((p) => {
          const recorder = able.find((r) => r !== p);
          return recorder ? [task(p, recorder, { about: p, aboutPerson: p })] : [];
        }),
      };
    },
  },
} satisfies Part;

/** Asks for the scores of a course that ends with a test, unless they are in already, and no longer than until they are. */
export function testDue(state: OfferingState, context: Context): readonly OfferingEvent[] {
  const open = openRound(state, 'test');
  if (open?.people.every((p) => p in state.tests)) return [conclude(open, context)];
  if (!termsOf(state).course.test || state.finished || roundsOf(state, 'test').length) return [];
  const people = presentNow(state, context).filter((p) => !(p in state.tests));
  if (!people.length || !recorders(state, context).length) return [];
  return [startRound(state, 'test', state.until ?? context.now, people)];
}

/** The scores that the round has brought; what was recorded beside it stands. */
export function testsGathered(state: OfferingState, context: Context): readonly OfferingEvent[] {
  const scores = roundsOf(state, 'test').flatMap(({ id }) =>
    [...(childOf(context, id)?.tasks.values() ?? [])].flatMap(({ state: at, about, answer }) =>
      at === 'submitted' && about !== null && !(about in state.tests)
        ? [{ person: about, score: Number(answer?.score) }]
        : [],
    ),
  );
  return scores.length ? [event('TestsRecorded', { scores })] : [];
}
