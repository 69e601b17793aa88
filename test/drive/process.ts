import { isEmployed } from '../../domain/organisation/scope.ts';
import { defineProcedure } from '../../domain/procedure/define.ts';
import { opening } from '../../domain/procedure/opening.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { steering } from '../../domain/procedure/steering.ts';
import { reject } from '../../domain/process.ts';
import { type Drive, emptyDrive, kit, planOf } from './kit.ts';
import { deciding, decidingDue, telling, tellingDue, trying, tryingDue } from './stages.ts';

const people = (ids: readonly string[], all: ReadonlyMap<string, { readonly calendar: string }>) =>
  ids.flatMap((id) => all.get(id) ?? []);

const opened = opening<Drive>(kit, {
  initial: emptyDrive,
  refusalOf({ drivers, decider }, { organisation }) {
    const gone = [...drivers, decider].find((person) => !isEmployed(organisation, person));
    return gone === undefined ? null : reject('terms-invalid', `${gone} does not work here; name somebody else.`);
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
      stage === 'closed' ? reject('not-allowed', 'The end has no date; move the stage "telling".') : null,
    planFrom: (state, { stage, start }, timetable, organisation) =>
      planOf({ ...termsOf(state), timetable }, stage, start, { organisation }),
    people: (state, organisation) => people(termsOf(state).drivers, organisation.people) as never,
  },
  reopening: {
    faultOf: (state, { stage }) =>
      kit.place(stage) > kit.place(state.stage) ? reject('too-early', 'The stage has not begun yet.') : null,
  },
});

export const testDrive = defineProcedure<Drive>(kit, {
  stateVersion: 1,
  initial: emptyDrive,
  parts: [opened, trying, deciding, telling, steered],
  stages: { trying: [tryingDue], deciding: [decidingDue], telling: [tellingDue], closed: [] },
  over: {
    closed: reject('procedure-closed', 'The test drive is over.'),
    cancelled: reject('procedure-closed', 'The test drive was cancelled.'),
  },
  whilePaused: [],
  shows: (state, { person, all }) => {
    const { drivers, decider } = termsOf(state);
    const { buy, reported } = state;
    return { buy, ...(all || person === decider || drivers.includes(person) ? { reported } : {}) };
  },
  endsByTime: ({ stage }) => stage === 'telling',
});
