import type { SelectionEvent } from '../../contracts/selection/events.ts';
import { termsOf } from '../procedure/standing.ts';
import type { Context } from '../process.ts';
import { refuse } from '../refuse.ts';
import { alarm, event, notice, type Part } from './kit.ts';
import { inScope } from './people.ts';
import type { SelectionState } from './state.ts';
import { after, placeOf } from './timetable.ts';

/** How long before the call closes it is said which departments nobody has been reached in. */
const WARNING = '-3bd';

/** Whom the publicity has reached, by department; where it has reached nobody is said before the call closes. */
export const reach = {
  commands: {
    recordReach(state, { actor, body }, { organisation }) {
      if (actor !== 'system' && actor !== body.person) {
        return refuse('not-yours/reach-themselves', { person: body.person });
      }
      const person = organisation.people.get(body.person);
      if (!person?.employed || !inScope(state, person.department)) {
        return refuse('unknown-person/not-among-scope', { person: body.person });
      }
      if (state.stage !== 'publicity' && state.stage !== 'call') {
        return refuse('wrong-stage/reach-not-now', { stage: state.stage });
      }
      if (state.reached[body.person]) return [];
      return [event('NoticeReached', { person: body.person, department: person.department })];
    },
  },
  folds: {
    NoticeReached(state, { person, department }) {
      state.reached[person] = department;
    },
    DepartmentsUnreached(state, { departments }) {
      state.unreached = departments;
    },
  },
  follows: {
    DepartmentsUnreached: (state, { departments }, { organisation }) => [
      ...alarm(state, 'departments-unreached', { departments }),
      ...departments.flatMap((d) => {
        const head = organisation.departments.get(d)?.head;
        return head ? [notice(state, head, 'selection.unreached', { department: d })] : [];
      }),
    ],
  },
} satisfies Part;

/** Departments that the notice went to and where nobody has opened it yet. Whoever has applied has been reached. */
export function unreachedDepartments(state: SelectionState): string[] {
  const applying = Object.values(state.applications).map((a) => a.department);
  const reached = new Set([...Object.values(state.reached), ...applying]);
  return Object.keys(state.told.publicity).filter((d) => !reached.has(d));
}

/** The instant at which it is said which departments have not been reached. */
export function warningAt(state: SelectionState, context: Context): number | null {
  if (state.stage !== 'call' || state.until === null || state.unreached) return null;
  return Math.max(state.startedAt, after(state.until, WARNING, placeOf(termsOf(state), context.organisation)));
}

/** Says which departments have not been reached, once, some days before the call closes. */
export function warn(state: SelectionState, context: Context): SelectionEvent[] {
  const at = warningAt(state, context);
  if (at === null || context.now < at) return [];
  return [event('DepartmentsUnreached', { departments: unreachedDepartments(state) })];
}
