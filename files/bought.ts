import { z } from 'zod';
import { cut } from '../contracts/cleaned.ts';
import { Code } from '../contracts/organisation.ts';
import { type Course, LISTED, type Quote } from '../contracts/planning.ts';
import { amount, Blank, decimal, ids, type Known, partsOf, Switch, strangers } from './cells.ts';
import { readRows, Text } from './rows.ts';
import type { Table } from './table.ts';

const BoughtRow = z.object({
  course_id: Code,
  title: Text,
  provider: Text,
  duration_hours: decimal(0.1, 400),
  form: Text,
  tuition_usd: amount(100),
  total_cost_usd: amount(100),
  element_ids: ids(Code, 'element ids', LISTED.elements).refine(
    (elements) => elements.length > 0,
    'must name an element',
  ),
  skills: Blank.refine((text) => text.length <= 4000, 'is too long'),
  superseded: Switch,
});

/** True for a list of what providers sell, as states and agencies publish them. */
export function isBought(table: Table): boolean {
  return table.columns.includes('duration_hours');
}

interface Bought {
  readonly courses: Course[];
  readonly quotes: Quote[];
}

/** Hours of teaching that fit into a day. */
const HOURS_A_DAY = 6;
const MOST_DAYS = 20;
/** So much is shown of what somebody learns. */
const MOST_SHOWN = 380;

/**
 * Courses of a list of providers, and with each its provider's quote. The list gives title, hours, tuition and total
 * price a person in dollars, and elements; what it does not say is assumed: six hours a day and at most twenty days, 4 to
 * 20 seats, any level, half of a gap closed. A run of our own costs its tuition a seat; the quote is the total price.
 * Entries that the list calls superseded are left out. `validUntil`: the last day of the quotes.
 */
export function boughtCourses(
  table: Table,
  { known = {}, validUntil = '2099-12-31' }: { readonly known?: Known; readonly validUntil?: string } = {},
): Bought {
  const rows = readRows(table, BoughtRow, ['course_id'], {
    beside: strangers(table, known, { element_ids: 'elements' }),
  })
    .map(({ row }) => row)
    .filter((row) => !row.superseded);
  return { courses: rows.map(courseOf), quotes: rows.map((row) => quoteOf(row, validUntil)) };
}

const SEATS = { minSeats: 4, maxSeats: 20 };

function courseOf(row: z.infer<typeof BoughtRow>): Course {
  const online = row.form === 'online';
  const skills = cut([...partsOf(row.skills)].join(', ') || row.title, MOST_SHOWN);
  return {
    id: row.course_id,
    title: { en: row.title, 'zh-CN': row.title },
    elements: row.element_ids,
    level: 7,
    form: online ? 'video' : 'lecture',
    hours: row.duration_hours,
    days: Math.min(MOST_DAYS, Math.ceil(row.duration_hours / HOURS_A_DAY)),
    ...SEATS,
    room: !online,
    topics: [],
    runCost: 0,
    seatCost: row.tuition_usd,
    closes: 0.5,
    benefit: { en: `Better at: ${skills}`, 'zh-CN': `提升：${skills}` },
    goal: { en: `Uses it at work: ${row.title}`, 'zh-CN': `在工作中运用：${row.title}` },
  };
}

function quoteOf(row: z.infer<typeof BoughtRow>, validUntil: string): Quote {
  return {
    id: `Q-${row.course_id}`,
    provider: cut(row.provider, 200),
    course: row.course_id,
    runCost: 0,
    seatCost: row.total_cost_usd,
    maxSeats: SEATS.maxSeats,
    validUntil,
    rating: null,
  };
}
