import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { RoundPolicy } from '../../contracts/round.ts';
import { civilInstant } from '../calendar/civil.ts';
import { parseDuration } from '../calendar/duration.ts';
import { addDuration } from '../calendar/workday.ts';
import { type PersonTime, personTime } from '../organisation/directory.ts';
import type { OrganisationState } from '../organisation/state.ts';
import type { Context } from '../process.ts';
import type { Desk, Plan, RoundState, Task } from './state.ts';

/** What one person is to be reminded of at one instant: all their tasks of the round in one message. */
export interface DueReminder {
  readonly person: PersonId;
  readonly rung: number;
  readonly tasks: readonly string[];
}

/**
 * Makes the plan of every desk that something has happened to, or whose calendars have changed, and notes whose moved.
 * The plans of all other desks stand, so that an answer costs the work of one desk.
 */
export function replan(state: RoundState, context: Context): void {
  if (!state.spec) return;
  for (const [person, desk] of state.desks) {
    if (desk.planned === context.organisation) continue;
    const before = desk.plan;
    // Another worker may have written down a plan by calendars that were never seen here.
    const calendars = desk.planned !== null;
    desk.plan = planOf(state, person, desk, context.organisation);
    desk.planned = context.organisation;
    if (!before || calendars || before.at !== desk.plan.at || before.rung !== desk.plan.rung) state.moved.add(person);
  }
}

/** Forgets the plans of desks that others have changed: what is written down now is their plan, not the one at hand. */
export function forgetTouchedPlans(state: RoundState): void {
  for (const desk of state.desks.values()) if (desk.planned === null) desk.plan = null;
}

/** The earliest instant at which time alone changes something in the round; null: never. */
export function wakeOf(state: RoundState): Instant | null {
  if (state.phase !== 'open') return null;
  let wake: Instant | null = null;
  for (const { plan } of state.desks.values()) {
    if (!plan) continue;
    wake = earlier(wake, earlier(plan.at, plan.lapseAt));
  }
  return wake;
}

/**
 * The reminders that are due now. What has not been sent yet decides, never "is today the date", so an outage loses
 * none; rungs that were missed collapse into the latest one, one message a person.
 */
export function remindersDue(state: RoundState, now: Instant, organisation: OrganisationState): DueReminder[] {
  const due: DueReminder[] = [];
  for (const [person, desk] of state.desks) {
    if (desk.plan?.at == null || desk.plan.at > now) continue;
    const time = personTime(organisation, person);
    const tasks: string[] = [];
    let latest = -1;
    for (const id of desk.open) {
      const task = state.tasks.get(id)!;
      const rung = latestRung(state.spec!.policy, task, time, now);
      if (rung <= task.rung) continue;
      tasks.push(id);
      latest = Math.max(latest, rung);
    }
    if (tasks.length) due.push({ person, rung: latest, tasks });
  }
  return due;
}

/** The open tasks whose silence is given its meaning now. */
export function lapsesDue(state: RoundState, now: Instant, organisation: OrganisationState): string[] {
  const ids: string[] = [];
  for (const [person, desk] of state.desks) {
    if (desk.plan?.lapseAt == null || desk.plan.lapseAt > now) continue;
    const time = personTime(organisation, person);
    for (const id of desk.open) if (lapseOf(state.spec!.policy, state.tasks.get(id)!, time) <= now) ids.push(id);
  }
  return ids;
}

function planOf(state: RoundState, person: PersonId, desk: Desk, organisation: OrganisationState): Plan {
  if (desk.open.size === 0 || state.phase !== 'open') return { at: null, rung: -1, lapseAt: null };
  const { policy } = state.spec!;
  const time = personTime(organisation, person);
  let at: Instant | null = null;
  let rung = -1;
  let lapseAt: Instant | null = null;
  let alike: Task | undefined;
  for (const id of desk.open) {
    const task = state.tasks.get(id)!;
    // A desk of fifty tasks mostly holds fifty alike.
    if (alike && task.due === alike.due && task.rung === alike.rung && task.armed === alike.armed) continue;
    alike = task;
    const next = nextRung(policy, task, time);
    if (next && (at === null || next.at < at)) ({ at, rung } = next);
    if (policy.silence !== 'wait') lapseAt = earlier(lapseAt, lapseOf(policy, task, time));
  }
  return { at, rung, lapseAt };
}

function nextRung(policy: RoundPolicy, task: Task, time: PersonTime): { at: Instant; rung: number } | null {
  for (let rung = task.rung + 1; rung < policy.ladder.length; rung++) {
    const at = instantOfRung(policy, rung, task.due, time);
    if (at > task.armed) return { at, rung };
  }
  return null;
}

function latestRung(policy: RoundPolicy, task: Task, time: PersonTime, now: Instant): number {
  for (let rung = policy.ladder.length - 1; rung > task.rung; rung--) {
    const at = instantOfRung(policy, rung, task.due, time);
    if (at <= now && at > task.armed) return rung;
  }
  return -1;
}

function lapseOf(policy: RoundPolicy, task: Task, time: PersonTime): Instant {
  return addDuration(task.due, parseDuration(policy.grace), time);
}

/** A rung's civil instant depends on the due instant and the person's days only, and thousands of tasks share both. */
const rungs = new WeakMap<PersonTime, Map<string, Instant>>();

function instantOfRung(policy: RoundPolicy, rung: number, due: Instant, time: PersonTime): Instant {
  const known = rungs.get(time) ?? new Map<string, Instant>();
  rungs.set(time, known);
  const { offset } = policy.ladder[rung]!;
  const key = `${offset}@${due}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const at = civilInstant(addDuration(due, parseDuration(offset), time), time);
  known.set(key, at);
  return at;
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
