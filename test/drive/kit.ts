import type { Instant, StreamId } from '../../contracts/ids.ts';
import { kitOf } from '../../domain/procedure/kit.ts';
import type { Part as PartOf } from '../../domain/procedure/part.ts';
import { type Standing, termsOf, unopened } from '../../domain/procedure/standing.ts';
import type { Timed } from '../../domain/procedure/steering.ts';
import { endFrom, placeOf, planFrom, planOnwards } from '../../domain/procedure/timetable.ts';
import type { Context } from '../../domain/process.ts';
import {
  type Attention,
  COMMANDS,
  type Commands,
  EVENTS,
  type Events,
  NOTICES,
  type Notices,
  type Purpose,
  STAGES,
  type Stage,
  type Terms,
  WORDS,
} from './contract.ts';

export interface DriveState extends Standing<Stage, Purpose, Terms>, Timed {
  reported: { readonly mean: number | null; readonly reports: number } | null;
  buy: boolean | null;
}

export interface Drive {
  readonly state: DriveState;
  readonly commands: Commands;
  readonly events: Events;
  readonly stage: Stage;
  readonly purpose: Purpose;
  readonly notices: Notices;
  readonly attention: Attention;
  readonly news: never;
}
export type Part = PartOf<Drive>;

export const emptyDrive = (stream: StreamId): DriveState => ({
  ...unopened(stream, 'trying'),
  ...{ timetable: null, plan: {}, lacksTold: [], reported: null, buy: null },
});

const timed = (from: Stage) => STAGES.slice(STAGES.indexOf(from), -1);

/** Beginning and end of every stage from one on that begins at an instant, each as its terms say. */
export function planOf(
  { timetable, ...terms }: Pick<Terms, 'timeZone' | 'calendar'> & { timetable: Timed['timetable'] },
  from: Stage,
  start: Instant,
  { organisation }: Pick<Context, 'organisation'>,
) {
  return planFrom(timed(from), start, (stage) => timetable![stage]!, placeOf(terms, organisation));
}

export const kit = kitOf<Drive>({
  kind: 'testDrive' as never,
  words: WORDS,
  title: ({ title }) => title,
  commands: COMMANDS,
  events: EVENTS,
  notices: NOTICES,
  stages: STAGES,
  rounds: {
    report: { to: 'trying', word: 'tried-out', withStage: true, policy: { silence: 'nil', grace: '2bd' } },
    verdict: { to: 'deciding', policy: { silence: 'wait' } },
  },
  ladder: [
    { offset: '-1bd', to: 'assignee' },
    { offset: '1bd', to: 'manager' },
  ],
  runners: ({ owner }) => (owner ? [owner] : []),
  endOf: (state, stage, { now, organisation }) =>
    stage === 'closed'
      ? null
      : endFrom(state.timetable![stage]!, now, state.plan[stage], placeOf(termsOf(state), organisation)),
  planOn: (state, stage, { now, organisation }) =>
    planOnwards(timed(stage), now, (s) => state.timetable![s]!, state.plan, placeOf(termsOf(state), organisation)),
});
