/** The working days of a country or site: weekends, holidays, and the weekend days that are worked instead. */
export interface Calendar {
  readonly id: string;
  /** ISO weekdays that are off: 6 Saturday, 7 Sunday. */
  readonly weekend: readonly number[];
  /** Local days, YYYY-MM-DD, that differ from the weekly rhythm. */
  readonly days: Readonly<Record<string, 'holiday' | 'makeup_workday'>>;
}
