import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { RoundPolicy } from '../../contracts/round.ts';
import { atWork, civilInstant } from '../calendar/civil.ts';
import { parseDuration } from '../calendar/duration.ts';
import { addDuration } from '../calendar/workday.ts';
import { type PersonTime, personTime } from '../organisation/directory.ts';
import type { OrganisationState } from '../organisation/state.ts';
import type { Context } from '../process.ts';
import { aheadOf } from './ladder.ts';
import type { Desk, Plan, RoundState, Task } from './state.ts';

/** What one person is to be reminded of at one instant: all their tasks of the round in one message. */
export interface DueReminder {
  readonly person: PersonId;
  readonly tasks: readonly { readonly task: string; readonly rung: number }[];
  /** Who else is to hear of which of the tasks: what missed rungs would have told is told with the latest. */
  readonly tells: { readonly manager: readonly string[]; readonly owner: readonly string[] };
  /** Rungs of which only those others hear, as the person is on leave: it is the person's turn when they are back. */
  readonly apart: readonly { readonly task: string; readonly rung: number }[];
}

/** With which organisation all desks were looked at last: with the same one, only those that were touched need a look. */
const lookedAtWith = new WeakMap<RoundState['desks'], OrganisationState>();

/**
 * Makes the plan of every desk that something has happened to, or whose calendars have changed, and notes whose moved.
 * The plans of all other desks stand, so that an answer costs the work of one desk.
 */
export function replan(state: RoundState, context: Context): void {
  if (!state.spec) return;
  const { organisation } = context;
  const same = lookedAtWith.get(state.desks) === organisation;
  lookedAtWith.set(state.desks, organisation);
  for (const [person, desk] of state.desks) {
    if (same && desk.planned !== null) continue;
    const time = personTime(organisation, person);
    if (desk.planned === time) continue;
    const before = desk.plan;
    // Another worker may have written down a plan by calendars that were never seen here.
    const calendars = desk.planned !== null;
    desk.plan = planOf(state, desk, time);
    desk.planned = time;
    if (!before || calendars || before.at !== desk.plan.at || before.rung !== desk.plan.rung) state.moved.add(person);
  }
}

/** Forgets the plans of desks that others have changed: what is written down now is their plan, not the one at hand. */
export function forgetTouchedPlans(state: RoundState): void {
  for (const desk of state.desks.values()) if (desk.planned === null) desk.plan = null;
}

/** The earliest instant at which time alone changes something in the round; null: never. */
export function wakeOf(state: RoundState, { now, organisation }: Context): Instant | null {
  if (state.phase !== 'open') return null;
  let wake: Instant | null = null;
  for (const [person, { plan }] of state.desks) {
    if (!plan) continue;
    // What an outage has left for the night waits for the morning.
    const time = personTime(organisation, person);
    const late = plan.at !== null && plan.at <= now;
    const at = late ? civilInstant(now, time) : plan.at;
    const lateTold = plan.tellAt !== null && plan.tellAt <= now;
    const tellAt = lateTold ? civilInstant(now, atWork(time)) : plan.tellAt;
    wake = earlier(wake, earlier(earlier(at, tellAt), plan.lapseAt));
  }
  return wake;
}

/**
 * The reminders that are due now. What has not been sent yet decides, never "is today the date", so an outage loses
 * none; rungs of a task that were missed collapse into its latest one. Each task climbs its own ladder. Whoever must not
 * be disturbed now is reminded later; who else is to hear does not wait for the end of a leave.
 */
export function remindersDue(state: RoundState, now: Instant, organisation: OrganisationState): DueReminder[] {
  const { policy } = state.spec!;
  const due: DueReminder[] = [];
  for (const [person, desk] of state.desks) {
    if (!desk.plan || !(isReached(desk.plan.at, now) || isReached(desk.plan.tellAt, now))) continue;
    const time = personTime(organisation, person);
    if (civilInstant(now, atWork(time)) !== now) continue;
    const there = civilInstant(now, time) === now;
    const tasks: { task: string; rung: number }[] = [];
    const apart: { task: string; rung: number }[] = [];
    const tells = { manager: [] as string[], owner: [] as string[] };
    for (const id of desk.open) {
      const task = state.tasks.get(id)!;
      const ahead = aheadOf(policy, task, time);
      if (there && ahead.some(({ at }) => at <= now)) {
        // Whatever waits for a later hour is said with it: it would be behind this letter.
        const reached = ahead.filter(({ moment }) => moment <= now);
        const { rung } = reached.reduce((a, b) => (b.moment >= a.moment ? b : a));
        tasks.push({ task: id, rung });
        const unheard = reached.filter((r) => !(task.told & (1 << r.rung)));
        tell(tells, id, policy, unheard);
      } else {
        const reached = ahead.filter(({ tellAt }) => isReached(tellAt, now));
        for (const { rung } of reached) apart.push({ task: id, rung });
        tell(tells, id, policy, reached);
      }
    }
    if (tasks.length || apart.length) due.push({ person, tasks, tells, apart });
  }
  return due;
}

function isReached(at: Instant | null, now: Instant): boolean {
  return at !== null && at <= now;
}

function tell(
  tells: Record<'manager' | 'owner', string[]>,
  id: string,
  { ladder }: RoundPolicy,
  rungs: readonly { readonly rung: number }[],
): void {
  for (const to of ['manager', 'owner'] as const) if (rungs.some((r) => ladder[r.rung]!.to === to)) tells[to].push(id);
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

function planOf(state: RoundState, desk: Desk, time: PersonTime): Plan {
  if (desk.open.size === 0 || state.phase !== 'open') return { at: null, tellAt: null, rung: -1, lapseAt: null };
  const { policy } = state.spec!;
  let at: Instant | null = null;
  let rung = -1;
  let tellAt: Instant | null = null;
  let lapseAt: Instant | null = null;
  let alike: Task | undefined;
  for (const id of desk.open) {
    const task = state.tasks.get(id)!;
    // A desk of fifty tasks mostly holds fifty alike.
    if (alike && isAlike(task, alike)) continue;
    alike = task;
    for (const ahead of aheadOf(policy, task, time)) {
      if (at === null || ahead.at <= at) ({ at, rung } = ahead);
      tellAt = earlier(tellAt, ahead.tellAt);
    }
    if (policy.silence !== 'wait') lapseAt = earlier(lapseAt, lapseOf(policy, task, time));
  }
  return { at, tellAt, rung, lapseAt };
}

function isAlike(a: Task, b: Task): boolean {
  return a.due === b.due && a.climbed === b.climbed && a.told === b.told && a.armed === b.armed && a.read === b.read;
}

function lapseOf(policy: RoundPolicy, task: Task, time: PersonTime): Instant {
  return addDuration(task.due, parseDuration(policy.grace), time);
}

function earlier(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
