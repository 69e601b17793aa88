import { type DayNumber, dayNumber, dayText } from './day.ts';
import { isWorkdayNumber, type WorkPlace } from './workday.ts';

/** First and last day, both included, YYYY-MM-DD in the person's own time zone. */
export interface DaysAway {
  readonly from: string;
  readonly to: string;
}

interface Leave {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

const known = new WeakMap<readonly DaysAway[], readonly Leave[]>();

/** Absences in order, those that overlap or follow one another as one: however leave was recorded, it is one leave. */
function leavesOf(absences: readonly DaysAway[]): readonly Leave[] {
  const found = known.get(absences);
  if (found) return found;
  const leaves: { from: DayNumber; to: DayNumber }[] = [];
  const pieces = absences.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }));
  for (const piece of pieces.sort((a, b) => a.from - b.from)) {
    const last = leaves.at(-1);
    if (last && piece.from <= last.to + 1) last.to = Math.max(last.to, piece.to);
    else leaves.push(piece);
  }
  known.set(absences, leaves);
  return leaves;
}

/** The last day of the leave that this day is part of; undefined when the person is not on leave. */
export function awayUntil(day: DayNumber, absences: readonly DaysAway[]): DayNumber | undefined {
  const leaves = leavesOf(absences);
  let [low, high] = [0, leaves.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { from, to } = leaves[middle]!;
    if (day < from) high = middle - 1;
    else if (day > to) low = middle + 1;
    else return to;
  }
  return undefined;
}

/** The first leave that has a day from the first to the last one, as one however it was recorded; undefined: there is none. */
export function leaveWithin(first: DayNumber, last: DayNumber, absences: readonly DaysAway[]): DaysAway | undefined {
  const leave = leavesOf(absences).find(({ from, to }) => to >= first && from <= last);
  return leave && { from: dayText(leave.from), to: dayText(leave.to) };
}

/** True when somebody is on leave on every day that they would work from the first to the last one; days off are no return. */
export function isAwayThrough(
  first: DayNumber,
  last: DayNumber,
  { calendar, absences }: Pick<WorkPlace, 'calendar'> & { readonly absences: readonly DaysAway[] },
): boolean {
  let away = false;
  for (let day = first; day <= last; day++) {
    const until = awayUntil(day, absences);
    if (until === undefined && isWorkdayNumber(day, calendar)) return false;
    if (until === undefined) continue;
    away = true;
    day = until;
  }
  return away;
}
