import type { Label } from '../../contracts/form.ts';
import type { Instant } from '../../contracts/ids.ts';
import type { Attending, NoticeKind } from '../../contracts/notices/kind.ts';
import type { HomeTerms, CalendarLack as Told } from '../../contracts/procedure.ts';
import { type Lack, lacksOf } from '../calendar/coverage.ts';
import type { OrganisationState, Person } from '../organisation/state.ts';
import type { Context, Notice } from '../process.ts';
import { localDay, type PlanOfStages } from './timetable.ts';

/**
 * What the calendars lack by which a timetable and its reminders are reckoned: that of the procedure, and those of the
 * people in scope. A calendar that does not know a year takes it for one without holidays.
 */
export function calendarLacks(
  { timeZone, calendar }: { readonly timeZone: string; readonly calendar: string },
  people: Iterable<Pick<Person, 'calendar'>>,
  plan: PlanOfStages,
  now: Instant,
  { calendars }: OrganisationState,
): Lack[] {
  const end = Math.max(now, ...Object.values(plan).map((stage) => stage.end));
  const year = (at: Instant) => Number(localDay(at, timeZone).slice(0, 4));
  const ids = new Set([calendar, ...[...people].map((p) => p.calendar)]);
  return [...ids].sort().flatMap((id) => {
    const found = calendars.get(id);
    return found ? lacksOf(found, year(now), year(end)) : [];
  });
}

/** What every procedure remembers of the letters about its calendars: each year of each calendar is told once. */
export interface TellingOfLacks {
  lacksTold: readonly string[];
}

/** Those of the lacks that no letter has told of. */
function untold(lacks: readonly Lack[], { lacksTold }: TellingOfLacks): Told[] {
  const told = new Set(lacksTold);
  return lacks.flatMap((lack) => {
    const years = lack.years.filter((year) => !told.has(nameOf(lack, year)));
    return years.length ? [{ ...lack, years }] : [];
  });
}

/** What the calendars of a timetable lack, as far as it lies behind an instant and operations do not know it yet. */
export function untoldLacks(
  state: TellingOfLacks & { readonly terms: HomeTerms | null },
  people: Iterable<Pick<Person, 'calendar'>>,
  plan: PlanOfStages,
  from: Instant,
  { organisation }: Pick<Context, 'organisation'>,
): Told[] {
  return untold(calendarLacks(state.terms!, people, plan, from, organisation), state);
}

/** What operations have to know of lacks: an alarm for each kind. */
export function toldOfLacks(
  lacks: readonly Lack[],
  alarm: (what: 'calendar-ends' | 'calendar-unannounced', about: Attending) => readonly Notice[],
): Notice[] {
  const [ends, unannounced] = [linesOf(lacks, 'days'), linesOf(lacks, 'makeup_workdays')];
  return [
    ...(ends.length ? alarm('calendar-ends', { calendars: ends }) : []),
    ...(unannounced.length ? alarm('calendar-unannounced', { calendars: unannounced }) : []),
  ];
}

/**
 * Demands that whoever runs a procedure with a timetable can be told of its calendars.
 * @throws where no letter of its says so
 */
export function demandCalendarLetter({ kind, notices }: { readonly kind: string; readonly notices: Letters }): void {
  const about = notices[`${kind}.attention`]?.about;
  const missing = (['calendar-ends', 'calendar-unannounced'] as const).find(
    (what) => !about?.safeParse({ what }).success,
  );
  if (missing)
    throw new Error(
      `Nothing tells whoever runs a "${kind}" of "${missing}"; give it the letter "${kind}.attention" with that word.`,
    );
}

type Letters = Readonly<Record<string, NoticeKind>>;

/** Remembers that operations are told of lacks. */
export function rememberLacks(state: TellingOfLacks, lacks: readonly Told[]): void {
  const names = lacks.flatMap((lack) => lack.years.map((year) => nameOf(lack, year)));
  state.lacksTold = [...state.lacksTold, ...names];
}

function nameOf({ calendar, of }: Pick<Lack, 'calendar' | 'of'>, year: number): string {
  return `${calendar} ${of} ${year}`;
}

/** What is lacking of one kind, as lines of a list: `CN: 2029-2031`. */
function linesOf(lacks: readonly Lack[], of: Lack['of']): string[] {
  return lacks.filter((l) => l.of === of).map(({ calendar, years }) => `${calendar}: ${spans(years, '-', ', ')}`);
}

/** What is lacking and what follows from it, as one sentence. */
export function sentenceOf({ calendar, of, years, last }: Lack): Label {
  const en = spans(years, ' to ', ', ');
  const zh = spans(years, '至', '、');
  if (of === 'makeup_workdays') {
    return {
      en: `Calendar ${calendar} has no make-up workdays after ${last}: ${en} ${years.length > 1 ? 'are' : 'is'} not announced yet, and days may move when it is imported anew.`,
      'zh-CN': `日历 ${calendar} 在 ${last} 年之后没有调休上班日：${zh} 年尚未公布，重新导入后日期可能变动。`,
    };
  }
  const [where, whereZh] =
    last === null
      ? ['no days at all', '没有任何日期']
      : years[0]! > last
        ? [`no days after ${last}`, `在 ${last} 年之后没有日期`]
        : [`no days for ${en}`, `没有 ${zh} 年的日期`];
  return {
    en: `Calendar ${calendar} has ${where}; ${en} ${years.length > 1 ? 'are' : 'is'} reckoned by the weekly rhythm, holidays and all.`,
    'zh-CN': `日历 ${calendar} ${whereZh}；${zh} 年按每周作息推算，不计节假日。`,
  };
}

/** Years in a row as first and last: `2027, 2029-2031`. */
function spans(years: readonly number[], to: string, and: string): string {
  const runs: number[][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run && run.at(-1) === year - 1) run.push(year);
    else runs.push([year]);
  }
  return runs.map((run) => (run.length > 1 ? `${run[0]}${to}${run.at(-1)}` : `${run[0]}`)).join(and);
}
