import type { Instant } from '../../contracts/ids.ts';
import type { RoundPolicy } from '../../contracts/round.ts';
import { parseDuration } from '../calendar/duration.ts';
import { addDuration, withinTime } from '../calendar/workday.ts';
import { personTime } from '../organisation/directory.ts';
import type { Context } from '../process.ts';
import type { Task } from '../round/state.ts';
import { type Calling, childOf, openRounds } from './rounds.ts';

const MINUTE = 60_000;

/**
 * When to look at rounds whose tasks come one by one and which do not settle: they tell of answers, not of silence.
 * A minute after silence is given its meaning, and hourly should the round not have come to it by then.
 */
export function silenceWake(state: Calling, context: Context): Instant | null {
  let wake: Instant | null = null;
  for (const { id } of openRounds(state)) {
    const child = childOf(context, id);
    if (child?.phase !== 'open' || !child.spec || child.spec.policy.settles === 'answered') continue;
    if (child.spec.policy.silence === 'wait') continue;
    for (const { open } of child.desks.values()) {
      for (const task of open) {
        const lapse = lapseOf(child.spec.policy, child.tasks.get(task)!, context);
        const at = lapse > context.now ? lapse + MINUTE : context.now + 60 * MINUTE;
        if (wake === null || at < wake) wake = withinTime(at);
      }
    }
  }
  return wake;
}

function lapseOf({ grace }: RoundPolicy, { assignee, due }: Task, { organisation }: Context): Instant {
  return addDuration(due, parseDuration(grace), personTime(organisation, assignee));
}
