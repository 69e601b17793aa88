import { z } from 'zod';
import { PersonId } from '../contracts/ids.ts';
import { Code, Day } from '../contracts/organisation.ts';
import { LISTED, PlannedOffering } from '../contracts/planning.ts';
import { amount, amountCell, decimal, ids, orNull, whole } from './cells.ts';
import type { Sheet } from './sheet.ts';

const planRow = (units: number) =>
  z.object({
    offering_id: PlannedOffering.shape.id,
    course_id: Code,
    need_ids: ids(Code, 'needs', LISTED.needs).refine((needs) => needs.length > 0, 'must name the need that it meets'),
    days: ids(Day, 'days written YYYY-MM-DD', LISTED.days).refine((days) => days.length > 0, 'must name a day'),
    room_id: orNull(Code),
    trainer_id: orNull(PersonId),
    quote_id: orNull(Code),
    seats: whole(1, 1000),
    participant_ids: ids(PersonId, 'employee ids', LISTED.participants).refine(
      (people) => people.length > 0,
      'must name a participant',
    ),
    cost: amount(units),
    budget_line: Code,
    hours: decimal(0, 4000),
    effect: decimal(0, 1_000_000),
  });

export function planSheet(offerings: readonly PlannedOffering[], units = 100): Sheet {
  return {
    columns: Object.keys(planRow(units).shape),
    rows: offerings.map((o) => ({
      offering_id: o.id,
      course_id: o.course,
      need_ids: o.needs.join('|'),
      days: o.days.join('|'),
      room_id: o.room ?? '',
      trainer_id: o.trainer ?? '',
      quote_id: o.quote ?? '',
      seats: String(o.seats),
      participant_ids: o.participants.join('|'),
      cost: amountCell(o.cost, units),
      budget_line: o.budgetLine,
      hours: String(o.hours),
      effect: String(o.effect),
    })),
  };
}
