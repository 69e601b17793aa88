import type { Instant } from '../../contracts/ids.ts';
import type { RoundPolicy, Rung } from '../../contracts/round.ts';
import { atWork, civilInstant } from '../calendar/civil.ts';
import { parseDuration } from '../calendar/duration.ts';
import { addDuration, type WorkPlace } from '../calendar/workday.ts';
import type { PersonTime } from '../organisation/directory.ts';
import type { Task } from './state.ts';

/** A rung that a task still has ahead of it. */
export interface Ahead {
  readonly rung: number;
  /** As the ladder says, at whatever hour. */
  readonly moment: Instant;
  /** When it is climbed: at a civil hour of the assignee's, and never with the letter that brought the task. */
  readonly at: Instant;
  /**
   * When somebody else is to hear of it who does not wait for the end of the assignee's leave: at a civil hour of a day that
   * the assignee would work; null: they hear with the assignee, or have heard.
   */
  readonly tellAt: Instant | null;
}

/** The rungs of a ladder in the order of their moments around a due instant. */
export function inOrder(ladder: readonly Rung[], due: Instant, place: WorkPlace): Rung[] {
  const momentOf = ({ offset }: Rung) => addDuration(due, parseDuration(offset), place);
  return ladder
    .map((rung) => ({ rung, moment: momentOf(rung) }))
    .sort((a, b) => a.moment - b.moment)
    .map(({ rung }) => rung);
}

/**
 * The rungs of a task that have not been climbed and whose moment came after the task's latest letter, at the assignee's
 * calendar as it is: a rung whose moment was not after it has been said by it.
 */
export function aheadOf({ ladder }: RoundPolicy, task: Task, time: PersonTime): Ahead[] {
  const ahead: Ahead[] = [];
  for (let rung = 0; rung < ladder.length; rung++) {
    if (task.climbed & (1 << rung)) continue;
    const { offset, to } = ladder[rung]!;
    const { moment, civil } = timesOf(offset, task.due, time);
    if (moment <= task.armed) continue;
    const at = civil > task.read ? civil : civilInstant(addDuration(task.read, A_DAY, time), time);
    const others = to !== 'assignee' && !(task.told & (1 << rung)) && time.absences.length > 0;
    const tellAt = others ? tellingOf(moment, task.read, time) : null;
    ahead.push({ rung, moment, at, tellAt: tellAt !== null && tellAt < at ? tellAt : null });
  }
  return ahead;
}

/** The rungs that the latest letter about a task has said, whether they were climbed or not. */
export function saidBy(
  { ladder }: RoundPolicy,
  { due, armed }: Pick<Task, 'due' | 'armed'>,
  time: PersonTime,
): number[] {
  return ladder.flatMap(({ offset }, rung) => (timesOf(offset, due, time).moment <= armed ? [rung] : []));
}

function tellingOf(moment: Instant, read: Instant, time: PersonTime): Instant {
  const civil = civilInstant(moment, atWork(time));
  return civil > read ? civil : civilInstant(addDuration(read, A_DAY, time), atWork(time));
}

const A_DAY = { kind: 'business', days: 1 } as const;

interface Times {
  readonly moment: Instant;
  readonly civil: Instant;
}

/** A rung's times depend on the due instant and the person's days only, and thousands of tasks share both. */
const known = new WeakMap<PersonTime, Map<string, Times>>();

function timesOf(offset: string, due: Instant, time: PersonTime): Times {
  let own = known.get(time);
  if (!own) {
    own = new Map();
    known.set(time, own);
  }
  const key = `${offset}@${due}`;
  let times = own.get(key);
  if (!times) {
    const moment = addDuration(due, parseDuration(offset), time);
    times = { moment, civil: civilInstant(moment, time) };
    own.set(key, times);
  }
  return times;
}
