import { z } from 'zod';
import { Code, SpellDay } from '../contracts/organisation.ts';
import type { Quote } from '../contracts/planning.ts';
import { amount, amountCell, decimal, type Known, orElse, orNull, strangers, whole } from './cells.ts';
import { kept, readRows } from './rows.ts';
import type { Sheet } from './sheet.ts';
import type { Table } from './table.ts';

const quoteRow = (units: number) =>
  z.object({
    quote_id: Code,
    provider: z.string().trim().min(1, 'must name who offers it').max(200, 'is too long'),
    course_id: Code,
    run_cost: amount(units),
    seat_cost: orElse(amount(units), 0),
    max_seats: whole(1, 1000),
    valid_until: SpellDay,
    rating: orNull(decimal(1, 5)),
  });

/**
 * What outside providers ask: `quote_id,provider,course_id,run_cost,seat_cost,max_seats,valid_until,rating`; money in the
 * currency (`units`: how many of its smallest unit make one). All or nothing, as every reader. A column that is left out stays as it is `before` in a quote that is known.
 */
export function readQuotes(
  table: Table,
  known: Known = {},
  units = 100,
  before: Readonly<Record<string, Quote>> = {},
): Quote[] {
  return readRows(table, quoteRow(units), ['quote_id'], {
    beside: strangers(table, known, { course_id: 'courses' }),
  }).map(({ row }) => ({
    id: row.quote_id,
    provider: row.provider,
    course: row.course_id,
    runCost: row.run_cost,
    seatCost: row.seat_cost,
    maxSeats: row.max_seats,
    validUntil: row.valid_until,
    rating: row.rating,
    ...kept(table, before[row.quote_id], { seat_cost: 'seatCost', rating: 'rating' }),
  }));
}

export function quotesSheet(quotes: readonly Quote[], units = 100): Sheet {
  return {
    columns: Object.keys(quoteRow(units).shape),
    rows: quotes.map((q) => ({
      quote_id: q.id,
      provider: q.provider,
      course_id: q.course,
      run_cost: amountCell(q.runCost, units),
      seat_cost: amountCell(q.seatCost, units),
      max_seats: String(q.maxSeats),
      valid_until: q.validUntil,
      rating: q.rating === null ? '' : String(q.rating),
    })),
  };
}
