import type { CycleEvent, CycleEventBodies } from '../../../contracts/cycle/events.ts';
import { firstOf, task } from '../../procedure/part.ts';
import { childOf, openRound } from '../../procedure/rounds.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context } from '../../process.ts';
import { isPending, type Task } from '../../round/state.ts';
import { alarm, event, goOn, notice, type Part, startRound } from '../kit.ts';
import { speakerOf } from '../people.ts';
import type { CycleState, Need } from '../state.ts';
import { dueInStage } from '../timetable.ts';
import { RETURN_FORM, RETURN_TITLE } from './forms.ts';
import { propose } from './proposed.ts';

/** Stage 4. Every department confirms and ranks its needs, returns that it has none, or stays silent. */
export const returns = {
  folds: {
    DepartmentReturned(state, { department, by, answer, confirmed, ranked, dropped, revision }, { at }) {
      state.returns[department] = { answer, by, at, revision };
      const standing = state.departments[department];
      if (standing) state.departments[department] = { ...standing, returned: answer };
      confirmed.forEach((id, i) => {
        const need = state.needs[id];
        if (need) state.needs[id] = { ...need, state: 'confirmed', rank: i < ranked ? i + 1 : null };
      });
      for (const id of dropped) {
        const need = state.needs[id];
        if (need) state.needs[id] = { ...need, state: 'dropped', rank: null };
      }
    },
  },
  follows: {
    DepartmentReturned: (state, { department, answer, confirmed, dropped, unknown }, { organisation }) => {
      const speaker = speakerOf(state, department, organisation);
      const about = { department, confirmed: confirmed.length, dropped: dropped.length };
      return [
        ...(answer === 'silent' && speaker ? [notice(state, speaker, 'cycle.departmentSilent', about)] : []),
        ...(unknown.length ? alarm(state, 'needs-unknown', { department, needs: unknown }) : []),
      ];
    },
  },
  sheets: {
    needs: (state, _round, { organisation }) => ({
      title: RETURN_TITLE,
      form: RETURN_FORM,
      minutes: 20,
      tasks: Object.keys(state.departments).flatMap((d) => {
        const speaker = speakerOf(state, d, organisation);
        return speaker ? [task(d, speaker, { about: d })] : [];
      }),
    }),
  },
} satisfies Part;

export function needsDue(state: CycleState, context: Context): readonly CycleEvent[] {
  return firstOf(
    () => propose(state),
    () => ask(state, context),
    () => hear(state, context),
    () => (allReturned(state, context) ? goOn(state, 'summary', context) : []),
  );
}

/** Opens the round in which the departments answer. */
function ask(state: CycleState, context: Context): CycleEvent[] {
  if (openRound(state, 'needs')) return [];
  const able = Object.values(state.departments).some(
    (d) => d.returned === null && speakerOf(state, d.department, context.organisation) !== null,
  );
  return able ? [startRound(state, 'needs', dueInStage(state, context))] : [];
}

/** Learns what departments have answered; a task that was reopened and answered anew counts as it is now. */
function hear(state: CycleState, context: Context): CycleEvent[] {
  const round = openRound(state, 'needs');
  const child = round && childOf(context, round.id);
  if (round && !child) return [];
  const needs = new Map<string, Need[]>();
  for (const n of Object.values(state.needs)) {
    const own = needs.get(n.department);
    if (own) own.push(n);
    else needs.set(n.department, [n]);
  }
  return Object.keys(state.departments).flatMap((department) => {
    const given = child?.tasks.get(department);
    const before = state.returns[department];
    if (given?.state === 'submitted') {
      return before?.revision === given.revision ? [] : [answered(department, given, needs.get(department) ?? [])];
    }
    if (before || (given && isPending(given) && !state.finished)) return [];
    return [silent(state, department, needs.get(department) ?? [])];
  });
}

type Returned = CycleEventBodies['DepartmentReturned'];

function answered(department: string, { answer, assignee, revision }: Task, all: readonly Need[]): CycleEvent {
  const said = answer?.answer === 'nil' ? 'nil' : 'needs';
  const wished = said === 'nil' || !Array.isArray(answer?.confirmed) ? [] : [...new Set(answer.confirmed as string[])];
  const able = new Map(all.filter(mayStand).map((n) => [n.need, n]));
  const ranked = wished.filter((id) => able.has(id));
  const unknown = wished.filter((id) => !able.has(id));
  // What somebody has put into words for the department stands without being listed, unless it needs nothing at all.
  const spoken = said === 'nil' ? [] : [...able.values()].filter((n) => isSpoken(n) && !ranked.includes(n.need));
  const confirmed = [...ranked, ...spoken.map((n) => n.need)];
  return returned(
    { department, by: assignee, answer: said, confirmed, ranked: ranked.length, unknown, revision },
    able,
  );
}

function silent(state: CycleState, department: string, all: readonly Need[]): CycleEvent {
  const able = new Map(all.filter(mayStand).map((n) => [n.need, n]));
  const take = termsOf(state).silence === 'gaps';
  const confirmed = [...able.values()].filter((n) => isSpoken(n) || n.must || (take && n.diagnosed)).map((n) => n.need);
  return returned({ department, by: null, answer: 'silent', confirmed, ranked: 0, unknown: [], revision: 0 }, able);
}

function returned(body: Omit<Returned, 'dropped'>, able: ReadonlyMap<string, Need>): CycleEvent {
  const standing = new Set(body.confirmed);
  const dropped = [...able.keys()].filter((id) => !standing.has(id));
  return event('DepartmentReturned', { ...body, dropped });
}

/** What a head may confirm: anything of the department that is not withdrawn and waits for no answer of its author. */
const mayStand = (need: Need) => need.state !== 'withdrawn' && need.state !== 'sent-back';

/** Stated or edited by somebody, and not dropped by an earlier answer. */
const isSpoken = (need: Need) => need.by !== null && need.state !== 'dropped';

function allReturned(state: CycleState, context: Context): boolean {
  const round = openRound(state, 'needs');
  const open = round ? (childOf(context, round.id)?.open ?? 1) : 0;
  return (open === 0 || state.finished) && Object.values(state.departments).every((d) => d.returned !== null);
}
