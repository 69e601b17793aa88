import { CYCLE_STAGES, type CycleTerms } from '../../contracts/cycle/terms.ts';
import type { Instant } from '../../contracts/ids.ts';
import type { Lack } from '../calendar/coverage.ts';
import { calendarLacks, linesOf, rememberLacks, untold } from '../procedure/calendar-lacks.ts';
import { faultOfName } from '../procedure/name.ts';
import type { PlanOfStages } from '../procedure/timetable.ts';
import { type Context, type Notice, type Rejection, reject } from '../process.ts';
import { alarm, event, type Part } from './part.ts';
import { employeesInScope } from './people.ts';
import { type CycleState, emptyCycle, termsOf } from './state.ts';
import { faultOfTerms } from './terms-faults.ts';
import { endOf, faultOfPlan, planOf } from './timetable.ts';
import { faultOfPeriod } from './timetable-faults.ts';

/** Opening a cycle: its terms are checked as a whole, then stand. */
export const opening = {
  commands: {
    open(state, { actor, body: terms }, context) {
      if (state.phase !== 'unopened') return reject('already-so', `The cycle ${state.stream} is open already.`);
      const unfit = faultOfName(state.stream);
      if (unfit) return reject('terms-invalid', unfit);
      if (terms.previous === state.stream) {
        return reject(
          'terms-invalid',
          `The cycle cannot be its own predecessor; name the cycle before ${state.stream}.`,
        );
      }
      const refusal = refusalOfTerms(terms, context, actor);
      if (refusal) return refusal;
      const plan = planOf('mobilisation', context.now, terms.timetable, terms, context.organisation);
      const draft = { ...emptyCycle(state.stream), terms, timetable: terms.timetable, plan };
      const until = endOf(draft, CYCLE_STAGES[0], context.now, context.organisation);
      return [
        event('CycleOpened', { terms, plan, lacks: untoldLacks(draft, plan, context.now, context) }),
        event('StageStarted', { stage: CYCLE_STAGES[0], run: 1, until, plan, because: 'done' }),
      ];
    },
  },
  folds: {
    CycleOpened(state, { terms, plan, lacks }, { actor, at }) {
      state.phase = 'running';
      state.owner = actor === 'system' ? null : actor;
      state.terms = terms;
      state.timetable = terms.timetable;
      state.plan = plan;
      state.toolkit = Object.fromEntries(terms.toolkit.map((method) => [method.id, { method, version: 1, since: at }]));
      state.courses = byId(terms.courses);
      state.rooms = byId(terms.rooms);
      rememberLacks(state, lacks);
    },
  },
  follows: {
    CycleOpened: (state, { lacks }) => toldOfLacks(state, lacks),
  },
} satisfies Part;

/** What operations have to know of lacks: a letter for each kind. */
export function toldOfLacks(state: CycleState, lacks: readonly Lack[]): Notice[] {
  const [ends, unannounced] = [linesOf(lacks, 'days'), linesOf(lacks, 'makeup_workdays')];
  return [
    ...(ends.length ? alarm(state, 'calendar-ends', { calendars: ends }) : []),
    ...(unannounced.length ? alarm(state, 'calendar-unannounced', { calendars: unannounced }) : []),
  ];
}

/** What the calendars of a timetable lack, as far as it lies behind an instant and operations do not know it yet. */
export function untoldLacks(state: CycleState, plan: PlanOfStages, from: Instant, { organisation }: Context) {
  const terms = termsOf(state);
  return untold(calendarLacks(terms, employeesInScope(terms, organisation), plan, from, organisation), state);
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): Record<string, T> {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}

/** The first thing that keeps a cycle from opening now by these terms; null: it can. */
export function refusalOfTerms(terms: CycleTerms, context: Context, owner: string): Rejection | null {
  const fault = faultOfTerms(terms, context.organisation, owner);
  if (fault) return reject('terms-invalid', fault);
  const plan = planOf('mobilisation', context.now, terms.timetable, terms, context.organisation);
  const late = faultOfPlan(plan, context.now, terms.timeZone) ?? faultOfPeriod(terms, plan, context.now);
  return late ? reject('wrong-date', late) : null;
}
