import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { RoundEvent, RoundEventBodies, SealedAnswer } from '../../contracts/round.ts';
import { DAY_MS } from '../calendar/day.ts';
import type { Recorded } from '../process.ts';
import { change, desk, put, settle, touch, vacate, voidPlans } from './desks.ts';
import { isPending, type PlainAnswer, type RoundState, type Task } from './state.ts';
import { hoursIn } from './waits.ts';

/** The fold of a round. It changes the state it is given, as a round of 20,000 tasks cannot be copied for each answer. */
export function evolveRound(state: RoundState, event: Recorded<RoundEvent>): RoundState {
  const e = event as Recorded & RoundEvent;
  switch (e.type) {
    case 'RoundOpened':
      state.spec = e.body;
      state.phase = 'open';
      break;
    case 'TasksAdded': {
      const hourOf = hoursIn(e.body.waits, event.at);
      for (const t of e.body.tasks) {
        put(state, {
          id: t.id,
          assignee: t.assignee,
          holders: [t.assignee],
          about: t.about,
          aboutPerson: t.aboutPerson,
          form: t.form ?? null,
          barred: t.barred ?? [],
          self: t.self ?? null,
          apartFrom: t.apartFrom ?? [],
          due: t.due,
          state: 'open',
          late: false,
          settledAt: null,
          revision: 0,
          ...given(event.at, hourOf(t.assignee)),
          vacant: false,
          drafted: false,
          answer: null,
        });
      }
      break;
    }
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
        ...given(event.at, hoursIn(e.body.waits, event.at)(state.tasks.get(e.body.task)?.assignee ?? '')),
        vacant: false,
      });
      break;
    case 'TaskTakenBack':
      takeBack(state, e.body.task, event.at);
      break;
    case 'TasksReminded': {
      const hourOf = hoursIn(e.body.waits, event.at);
      for (const id of e.body.tasks)
        change(state, id, { armed: event.at, read: hourOf(state.tasks.get(id)?.assignee ?? '') });
      break;
    }
    case 'TaskRecused':
      vacate(state, e.body.task, 'recused', event.at);
      break;
    case 'TaskDeclined':
      vacate(state, e.body.task, 'declined', event.at);
      break;
    case 'TaskDelegated':
      hand(state, e.body.task, e.body, event.at);
      if (state.spec?.policy.distinct) state.news++;
      break;
    case 'TasksReassigned':
      for (const id of e.body.tasks) {
        hand(state, id, e.body, event.at);
        change(state, id, { due: Math.max(state.tasks.get(id)?.due ?? 0, e.body.due ?? 0) });
      }
      if (state.spec?.policy.distinct) state.news++;
      break;
    case 'TasksExtended':
      if (e.body.round && state.spec) state.spec = { ...state.spec, due: e.body.due };
      extend(state, e.body, event.at);
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
    case 'PeopleBarred':
      bar(state, e.body);
      break;
    case 'RemindersSent':
      for (const { tasks } of e.body.sent) for (const { task, rung } of tasks) climb(state, task, rung, event.at);
      for (const { task, rung } of e.body.apart)
        change(state, task, { told: (state.tasks.get(task)?.told ?? 0) | (1 << rung) });
      break;
    case 'RoundHandedOver':
      if (state.spec) state.spec = { ...state.spec, owners: e.body.owners };
      break;
    case 'RoundHeld':
      state.phase = 'held';
      state.heldSince = event.at;
      voidPlans(state);
      break;
    case 'RoundReleased':
      release(state, e.body, event.at);
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

function hand(
  state: RoundState,
  id: string,
  { to, waits, reason }: RoundEventBodies['TasksReassigned' | 'TaskDelegated'],
  at: Instant,
): void {
  const task = state.tasks.get(id);
  if (!task) return;
  desk(state, task.assignee).open.delete(id);
  touch(state, task.assignee);
  // What the engine gives to somebody begins anew: whoever had it before has not put it there.
  const holders = 'code' in reason ? [to] : [...task.holders, to];
  // What one holder has drafted, or had answered before the task was opened again, is not the next one's.
  const fresh = { state: task.state === 'drafted' ? 'open' : task.state, answer: null } as const;
  state.tasks.set(id, { ...task, ...fresh, assignee: to, holders, ...given(at, hoursIn(waits, at)(to)) });
  if (isPending(task)) desk(state, to).open.add(id);
  touch(state, to);
}

function bar(state: RoundState, { people, about }: RoundEventBodies['PeopleBarred']): void {
  const beside = (barred: readonly PersonId[]) => [...new Set([...barred, ...people])];
  if (about === 'all') {
    const { policy } = state.spec!;
    state.spec = { ...state.spec!, policy: { ...policy, barred: beside(policy.barred ?? []) } };
    return;
  }
  const subjects = new Set(about);
  for (const task of state.tasks.values()) {
    if (task.about !== null && subjects.has(task.about))
      state.tasks.set(task.id, { ...task, barred: beside(task.barred) });
  }
}

function reform(state: RoundState, { key, form, tasks }: RoundEventBodies['TasksReformed']): void {
  if (state.spec) state.spec = { ...state.spec, forms: { ...state.spec.forms, [key]: form } };
  for (const id of tasks) {
    const task = state.tasks.get(id);
    if (task) state.tasks.set(id, { ...task, form: key });
  }
}

/**
 * An answer counts no more, and is as open again: nobody decides by it. Whoever has taken it back knows of the task; what
 * the ladder would have said meanwhile is behind it.
 */
function takeBack(state: RoundState, id: string, at: Instant): void {
  const { armed, read } = state.tasks.get(id)!;
  // While the round stands still, the task stands as long as the round.
  const since = state.heldSince ?? at;
  state.answers--;
  change(state, id, {
    ...{ state: 'open', late: false, settledAt: null, answer: null },
    ...{ armed: Math.max(armed, since), read: Math.max(read, since) },
  });
  if (state.spec?.policy.tells) state.news++;
}

/** A task comes to somebody, with the whole ladder ahead. */
function given(at: Instant, hour: Instant): Pick<Task, 'heard' | 'climbed' | 'told' | 'armed' | 'read'> {
  return { heard: hour, climbed: 0, told: 0, armed: at, read: hour };
}

function extend(state: RoundState, { tasks, due, waits }: RoundEventBodies['TasksExtended'], at: Instant): void {
  const hourOf = hoursIn(waits, at);
  for (const id of named(state, tasks)) {
    const { assignee, heard } = state.tasks.get(id)!;
    change(state, id, { due, climbed: 0, told: 0, armed: at, read: Math.max(heard, hourOf(assignee)) });
  }
}

function climb(state: RoundState, id: string, rung: number, at: Instant): void {
  const climbed = (state.tasks.get(id)?.climbed ?? 0) | (1 << rung);
  change(state, id, { climbed, armed: at, read: at });
}

/** From when on a task has stood still: since the round does, or since its latest letter if that came later. */
export function stoodSince(task: Task, heldSince: Instant): Instant {
  return Math.max(heldSince, task.armed);
}

/** Whether a task's due instant has passed: while the clock of the round stands still, nothing becomes late. */
export function isPastDue({ heldSince }: Pick<RoundState, 'heldSince'>, task: Task, now: Instant): boolean {
  return (heldSince === null ? now : stoodSince(task, heldSince)) > task.due;
}

/** What was behind a task stays behind it, however the ladder stands around another due instant. */
function release(state: RoundState, { due, moved }: RoundEventBodies['RoundReleased'], at: Instant): void {
  const held = state.heldSince ?? at;
  const becoming = new Map<string, (typeof moved)[number]>();
  for (const m of moved) for (const whose of m.people ?? ['']) becoming.set(`${m.due} ${m.armed} ${whose}`, m);
  state.phase = 'open';
  state.heldSince = null;
  if (state.spec) state.spec = { ...state.spec, due };
  for (const task of state.tasks.values()) {
    if (!isPending(task)) continue;
    const alike = `${task.due} ${task.armed}`;
    const { becomes: later = task.due, said = [] } =
      becoming.get(`${alike} ${task.assignee}`) ?? becoming.get(`${alike} `) ?? {};
    const climbed = said.reduce((rungs, rung) => rungs | (1 << rung), task.climbed);
    // A letter that had not gone out yet has been put off, a day at a time.
    const goes = (hour: Instant) => (hour > held ? Math.max(hour, at + DAY_MS) : hour);
    const hours = { heard: goes(task.heard), read: goes(task.read) };
    state.tasks.set(task.id, { ...task, due: later, climbed, ...hours });
  }
  voidPlans(state);
}

function plain(answer: SealedAnswer): PlainAnswer {
  return Object.fromEntries(Object.entries(answer).filter(([, value]) => !isPrivate(value))) as PlainAnswer;
}

function isPrivate(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
