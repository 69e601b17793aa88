import type { Instant } from '../../contracts/ids.ts';
import type { RoundEvent, RoundEventBodies, SealedAnswer } from '../../contracts/round.ts';
import { withinTime } from '../calendar/workday.ts';
import type { Recorded } from '../process.ts';
import { type Desk, isPending, type PlainAnswer, type RoundState, type Task, type TaskState } from './state.ts';

/** The fold of a round. It changes the state it is given, as a round of 20,000 tasks cannot be copied for each answer. */
export function evolveRound(state: RoundState, event: Recorded<RoundEvent>): RoundState {
  const e = event as Recorded & RoundEvent;
  switch (e.type) {
    case 'RoundOpened':
      state.spec = e.body;
      state.phase = 'open';
      break;
    case 'TasksAdded':
      for (const t of e.body.tasks) {
        put(state, {
          id: t.id,
          assignee: t.assignee,
          holders: [t.assignee],
          about: t.about,
          aboutPerson: t.aboutPerson,
          form: t.form ?? null,
          barred: t.barred ?? [],
          due: t.due,
          state: 'open',
          late: false,
          settledAt: null,
          revision: 0,
          rung: -1,
          armed: event.at,
          vacant: false,
          drafted: false,
          answer: null,
        });
      }
      break;
    case 'TaskDrafted':
      change(state, e.body.task, { state: 'drafted', drafted: true });
      break;
    case 'TaskSubmitted':
      settle(state, e.body.task, 'submitted', event.at, {
        late: e.body.late,
        revision: e.body.revision,
        answer: plain(e.body.answer),
      });
      state.answers++;
      if (state.spec?.policy.tells) state.news++;
      break;
    case 'TaskReopened':
      state.vacant.delete(e.body.task);
      if (state.tasks.get(e.body.task)?.state === 'submitted') state.answers--;
      change(state, e.body.task, {
        state: 'open',
        due: e.body.due,
        settledAt: null,
        rung: -1,
        armed: event.at,
        vacant: false,
      });
      break;
    case 'TaskRecused':
      vacate(state, e.body.task, 'recused', event.at);
      break;
    case 'TaskDeclined':
      vacate(state, e.body.task, 'declined', event.at);
      break;
    case 'TaskDelegated':
      hand(state, e.body.task, e.body.to, event.at);
      break;
    case 'TasksReassigned':
      for (const id of e.body.tasks) hand(state, id, e.body.to, event.at);
      break;
    case 'TasksExtended':
      if (e.body.tasks === 'all' && state.spec) state.spec = { ...state.spec, due: e.body.due };
      for (const id of named(state, e.body.tasks)) change(state, id, { due: e.body.due, rung: -1, armed: event.at });
      break;
    case 'TasksWithdrawn':
      for (const id of named(state, e.body.tasks)) settle(state, id, 'withdrawn', event.at, {});
      if (state.spec?.policy.tells) state.news++;
      break;
    case 'TasksLapsed':
      for (const id of e.body.tasks) {
        if (e.body.means === 'replace') vacate(state, id, 'lapsed', event.at);
        else settle(state, id, 'lapsed', event.at, {});
      }
      if (state.spec?.policy.tells) state.news++;
      break;
    case 'VacancyFilled':
      state.vacant.delete(e.body.task);
      change(state, e.body.task, { vacant: false });
      break;
    case 'TasksReformed':
      reform(state, e.body);
      break;
    case 'RemindersSent':
      for (const s of e.body.sent) for (const id of s.tasks) change(state, id, { rung: s.rung });
      break;
    case 'RoundHeld':
      state.phase = 'held';
      state.heldSince = event.at;
      voidPlans(state);
      break;
    case 'RoundReleased':
      release(state, e.body.heldFor);
      break;
    case 'RoundSettled':
      state.phase = 'settled';
      state.news++;
      break;
  }
  return state;
}

/** The pending tasks that a scope names, in the order of the round. */
export function named(state: RoundState, scope: 'all' | readonly string[]): string[] {
  const ids = scope === 'all' ? [...state.tasks.keys()] : scope;
  return ids.filter((id) => {
    const task = state.tasks.get(id);
    return task !== undefined && isPending(task);
  });
}

function put(state: RoundState, task: Task): void {
  state.tasks.set(task.id, task);
  desk(state, task.assignee).open.add(task.id);
  touch(state, task.assignee);
  state.open++;
}

function change(state: RoundState, id: string, patch: Partial<Task>): void {
  const before = state.tasks.get(id);
  if (!before) return;
  const after = { ...before, ...patch };
  state.tasks.set(id, after);
  if (isPending(before) !== isPending(after)) {
    state.open += isPending(after) ? 1 : -1;
    if (isPending(after)) desk(state, after.assignee).open.add(id);
    else desk(state, before.assignee).open.delete(id);
  }
  touch(state, after.assignee);
}

function settle(state: RoundState, id: string, as: TaskState, at: Instant, patch: Partial<Task>): void {
  change(state, id, { ...patch, state: as, settledAt: at });
}

function vacate(state: RoundState, id: string, as: TaskState, at: Instant): void {
  const waits = state.spec?.policy.replaces ?? false;
  settle(state, id, as, at, { vacant: waits });
  if (waits) state.vacant.add(id);
  state.news++;
}

function hand(state: RoundState, id: string, to: string, at: Instant): void {
  const task = state.tasks.get(id);
  if (!task) return;
  desk(state, task.assignee).open.delete(id);
  touch(state, task.assignee);
  const holders = [...task.holders, to];
  // What one holder has drafted is not the next one's: for them the task is as new.
  const as = task.state === 'drafted' ? 'open' : task.state;
  state.tasks.set(id, { ...task, state: as, assignee: to, holders, rung: -1, armed: at });
  if (isPending(task)) desk(state, to).open.add(id);
  touch(state, to);
}

function reform(state: RoundState, { key, form, tasks }: RoundEventBodies['TasksReformed']): void {
  if (state.spec) state.spec = { ...state.spec, forms: { ...state.spec.forms, [key]: form } };
  for (const id of tasks) {
    const task = state.tasks.get(id);
    if (task) state.tasks.set(id, { ...task, form: key });
  }
}

function release(state: RoundState, heldFor: number): void {
  state.phase = 'open';
  state.heldSince = null;
  if (state.spec) state.spec = { ...state.spec, due: withinTime(state.spec.due + heldFor) };
  for (const task of state.tasks.values()) {
    if (isPending(task)) state.tasks.set(task.id, { ...task, due: withinTime(task.due + heldFor) });
  }
  voidPlans(state);
}

function plain(answer: SealedAnswer): PlainAnswer {
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => !isPrivate(value))) as PlainAnswer;
}

function isPrivate(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function desk(state: RoundState, person: string): Desk {
  const found = state.desks.get(person) ?? { open: new Set<string>(), plan: null, planned: null };
  state.desks.set(person, found);
  return found;
}

function touch(state: RoundState, person: string): void {
  desk(state, person).planned = null;
}

function voidPlans(state: RoundState): void {
  for (const d of state.desks.values()) d.planned = null;
}
