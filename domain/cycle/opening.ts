import { CYCLE_STAGES, type CycleTerms } from '../../contracts/cycle/terms.ts';
import { rememberLacks, toldOfLacks, untoldLacks } from '../procedure/calendar-lacks.ts';
import { faultOfName } from '../procedure/name.ts';
import { type Context, type Rejection, reject } from '../process.ts';
import { alarm, begin, event, type Part } from './kit.ts';
import { employeesInScope } from './people.ts';
import { emptyCycle } from './state.ts';
import { faultOfTerms } from './terms-faults.ts';
import { faultOfPlan, planOf } from './timetable.ts';
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
      const people = employeesInScope(terms, context.organisation);
      return [
        event('CycleOpened', { terms, plan, lacks: untoldLacks(draft, people, plan, context.now, context) }),
        begin(draft, CYCLE_STAGES[0], context),
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
    CycleOpened: (state, { lacks }) => toldOfLacks(lacks, (what, about) => alarm(state, what, about)),
  },
} satisfies Part;

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
