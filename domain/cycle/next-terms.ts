import type { CycleTerms } from '../../contracts/cycle/terms.ts';
import type { Label } from '../../contracts/form.ts';
import type { DayWindow } from '../../contracts/planning.ts';
import { DAY_MS, dayNumber, dayText } from '../calendar/day.ts';
import { termsOf } from '../procedure/standing.ts';
import type { CycleState } from './state.ts';

/**
 * The terms of the next cycle, from those of this one: the period behind this one's and of the same length, dates of
 * the timetable moved along, methods, courses and rooms as they are by now, and this cycle as the one before. Whoever
 * opens it looks through them first; people who have left are then named in the refusal.
 */
export function termsFromLast(state: CycleState): CycleTerms {
  const terms = termsOf(state);
  const period = nextPeriod(terms.period);
  const move = (dayNumber(period.from) - dayNumber(terms.period.from)) * DAY_MS;
  const years = Number(period.to.slice(0, 4)) - Number(terms.period.to.slice(0, 4));
  const timetable = Object.entries(terms.timetable).map(([key, when]) => [
    key,
    typeof when === 'number' ? when + move : when,
  ]);
  return {
    ...terms,
    title: nextTitle(terms.title, years),
    period,
    previous: state.stream,
    timetable: Object.fromEntries(timetable) as CycleTerms['timetable'],
    toolkit: Object.values(state.toolkit).map(({ method }) => method),
    courses: Object.values(state.courses),
    rooms: Object.values(state.rooms).map((room) => ({
      ...room,
      closed: room.closed.filter((w) => w.to >= period.from),
    })),
  };
}

/** The days behind a period: as many whole months when it is made of whole months, else as many days. */
function nextPeriod({ from, to }: DayWindow): DayWindow {
  const behind = dayNumber(to) + 1;
  const whole = from.endsWith('-01') && dayText(behind).endsWith('-01');
  if (!whole) {
    const length = behind - dayNumber(from);
    return yearly(from, to) ?? { from: dayText(behind), to: dayText(behind + length - 1) };
  }
  const months = monthOf(dayText(behind)) - monthOf(from);
  if (months < 12 && months >= 9) return { from: addMonths(from, 12), to: lastDayBefore(addMonths(from, 12 + months)) };
  return { from: dayText(behind), to: lastDayBefore(addMonths(dayText(behind), months)) };
}

/** A period of most of a year is one of a yearly cycle: the same days of the next year. */
function yearly(from: string, to: string): DayWindow | null {
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days < 270 || days > 366) return null;
  return { from: nextYear(from), to: nextYear(to) };
}

function nextYear(day: string): string {
  const text = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return text.endsWith('-02-29') ? `${text.slice(0, 4)}-02-28` : text;
}

const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

function addMonths(firstOfMonth: string, months: number): string {
  const month = monthOf(firstOfMonth) + months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

const lastDayBefore = (day: string) => dayText(dayNumber(day) - 1);

/** Years in a title go on with the period: `Training plan 2027` becomes `Training plan 2028`. */
function nextTitle(title: Label, years: number): Label {
  const next = (text: string) => text.replace(/(?<!\d)20\d\d(?!\d)/g, (year) => String(Number(year) + years));
  return { en: next(title.en), 'zh-CN': next(title['zh-CN']) };
}
