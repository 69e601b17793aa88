import type { Step } from '../../domain/procedure/define.ts';
import { firstOf, task } from '../../domain/procedure/part.ts';
import { childOf, openRound } from '../../domain/procedure/rounds.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { dueInStage } from '../../domain/procedure/timetable.ts';
import { type Drive, kit, type Part } from './kit.ts';

const label = (en: string, zh: string) => ({ en, 'zh-CN': zh });

/** Everybody who has tried the tool says how good it is, from 1 to 5. */
export const trying = {
  folds: {
    Reported(state, reported) {
      state.reported = reported;
    },
  },
  follows: {
    Reported: (state, { reports }) =>
      reports ? [] : kit.alarm(state, 'nobody-reported', { people: termsOf(state).drivers }),
  },
  sheets: {
    report: (state) => ({
      title: label('How was the test drive?', '试用情况如何？'),
      form: {
        fields: [{ kind: 'score', key: 'mark', label: label('Mark', '评分'), required: true, min: 1, max: 5, step: 1 }],
      },
      minutes: 5,
      tasks: termsOf(state).drivers.map((person) => task(person, person)),
    }),
  },
} satisfies Part;

export const tryingDue: Step<Drive> = (state, context) =>
  firstOf(
    () => (openRound(state, 'report') ? [] : [kit.startRound(state, 'report', dueInStage(state, context))]),
    () => {
      const round = openRound(state, 'report');
      const child = round && childOf(context, round.id);
      if (!round || (child?.phase !== 'settled' && !state.finished)) return [];
      const marks = [...(child?.tasks.values() ?? [])].flatMap((t) => Number(t.answer?.mark ?? 0) || []);
      const mean = marks.length ? marks.reduce((a, b) => a + b) / marks.length : null;
      return [kit.event('Reported', { mean, reports: marks.length }), ...kit.goOn(state, 'deciding', context)];
    },
  );

/** One person decides whether it is bought. */
export const deciding = {
  folds: {
    Decided(state, { buy }) {
      state.buy = buy;
    },
  },
  follows: {
    Decided: (state) => termsOf(state).drivers.map((driver) => kit.notice(state, driver, 'testDrive.decided', {})),
  },
  sheets: {
    verdict: (state) => ({
      title: label('Is it bought?', '是否购买？'),
      form: { fields: [{ kind: 'flag', key: 'buy', label: label('Buy it', '购买'), required: true }] },
      minutes: 10,
      tasks: [task('verdict', termsOf(state).decider)],
    }),
  },
} satisfies Part;

export const decidingDue: Step<Drive> = (state, context) =>
  firstOf(
    () => (openRound(state, 'verdict') ? [] : [kit.startRound(state, 'verdict', dueInStage(state, context))]),
    () => {
      const round = openRound(state, 'verdict');
      const child = round && childOf(context, round.id);
      if (child?.phase !== 'settled' && !state.finished) return [];
      const buy = child?.tasks.get('verdict')?.answer?.buy === true;
      return [kit.event('Decided', { buy }), ...kit.goOn(state, 'telling', context)];
    },
  );

/** What was decided is told, until the day has come. */
export const telling = {
  folds: {
    DriveEnded(state) {
      Object.assign(state, { phase: 'closed', until: null });
    },
  },
} satisfies Part;

export const tellingDue: Step<Drive> = (state, context) =>
  kit.isOver(state, context)
    ? [...kit.goOn(state, 'closed', context), kit.event('DriveEnded', { bought: state.buy === true })]
    : [];
