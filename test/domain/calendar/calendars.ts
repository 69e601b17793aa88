import type { Calendar } from '../../../domain/calendar/calendar.ts';

/** Spring Festival 2026 as announced: nine days off, paid for by two worked weekend days. */
const springFestival = Object.fromEntries(
  [15, 16, 17, 18, 19, 20, 21, 22, 23].map((day) => [`2026-02-${day}`, 'holiday' as const]),
);

export const china: Calendar = {
  id: 'CN',
  weekend: [6, 7],
  days: { ...springFestival, '2026-02-14': 'makeup_workday', '2026-02-28': 'makeup_workday' },
};
export const berlin: Calendar = {
  id: 'DE-BE',
  weekend: [6, 7],
  days: { '2026-04-03': 'holiday', '2026-04-06': 'holiday' },
};
export const chicago: Calendar = { id: 'US', weekend: [6, 7], days: { '2026-11-26': 'holiday' } };

/** The instant of an ISO text with its offset. */
export const at = (text: string): number => Date.parse(text);
export const iso = (instant: number): string => new Date(instant).toISOString();
