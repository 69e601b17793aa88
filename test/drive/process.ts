import { isEmployed } from '../../domain/organisation/scope.ts';
import { defineProcedure } from '../../domain/procedure/define.ts';
import { opening } from '../../domain/procedure/opening.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { steering } from '../../domain/procedure/steering.ts';
import { reject } from '../../domain/refuse.ts';
import { type Drive, emptyDrive, kit, planOf } from './kit.ts';
import { deciding, decidingDue, telling, tellingDue, trying, tryingDue } from './stages.ts';

const people = (ids: readonly string[], all: ReadonlyMap<string, { readonly calendar: string }>) =>
  ids.flatMap((id) => all.get(id) ?? []);

const opened = opening<Drive>(kit, {
  initial: emptyDrive,
  refusalOf({ drivers, decider }, { organisation }) {
    const gone = [...drivers, decider].find((person) => !isEmployed(organisation, person));
    return gone === undefined
      ? null
      : reject('terms-invalid', {
          en: `${gone} does not work here; name somebody else.`,
          'zh-CN': `${gone} 不在职；请另选他人。`,
        });
  },
  planned: {
    planOf: (terms, context) => planOf(terms, 'trying', context.now, context),
    people: (state, organisation) => people(termsOf(state).drivers, organisation.people) as never,
  },
  take: () => undefined,
});

const steered = steering<Drive>(kit, {
  cancels: true,
  faultOfFinishing: () => null,
  dates: {
    faultOfStage: (_state, stage) =>
      stage === 'closed'
        ? reject('not-allowed', {
            en: 'The end has no date; move the stage "telling".',
            'zh-CN': '终点没有日期；请调整“讲述”环节。',
          })
        : null,
    planFrom: (state, { stage, start }, timetable, organisation) =>
      planOf({ ...termsOf(state), timetable }, stage, start, { organisation }),
    people: (state, organisation) => people(termsOf(state).drivers, organisation.people) as never,
  },
  reopening: {
    faultOf: (state, { stage }) =>
      kit.place(stage) > kit.place(state.stage)
        ? reject('too-early', { en: 'The stage has not begun yet.', 'zh-CN': '该环节尚未开始。' })
        : null,
  },
});

export const testDrive = defineProcedure<Drive>(kit, {
  stateVersion: 1,
  initial: emptyDrive,
  parts: [opened, trying, deciding, telling, steered],
  stages: { trying: [tryingDue], deciding: [decidingDue], telling: [tellingDue], closed: [] },
  over: {
    closed: reject('procedure-closed', { en: 'The test drive is over.', 'zh-CN': '试驾已结束。' }),
    cancelled: reject('procedure-closed', { en: 'The test drive was cancelled.', 'zh-CN': '试驾已取消。' }),
  },
  whilePaused: [],
  shows: (state, { person, all }) => {
    const { drivers, decider } = termsOf(state);
    const { buy, reported } = state;
    return { buy, ...(all || person === decider || drivers.includes(person) ? { reported } : {}) };
  },
  endsByTime: ({ stage }) => stage === 'telling',
});
