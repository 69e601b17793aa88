import { z } from 'zod';
import { Code } from '../contracts/organisation.ts';
import { type Course, TRAINING_FORMS } from '../contracts/planning.ts';
import { boughtCourses, isBought } from './bought.ts';
import { amount, amountCell, Blank, decimal, ids, type Known, orElse, Switch, strangers, whole } from './cells.ts';
import { cellFault, Flag, readRows, Text } from './rows.ts';
import type { Sheet } from './sheet.ts';
import type { Table } from './table.ts';

const courseRow = (units: number) =>
  z.object({
    course_id: Code,
    title: Text,
    title_zh: Blank,
    element_ids: ids(Code, 'element ids').refine((elements) => elements.length > 0, 'must name an element'),
    level: decimal(0, 7),
    form: orElse(z.enum(TRAINING_FORMS, `must be one of ${TRAINING_FORMS.join(', ')}`), 'lecture'),
    hours: decimal(0.1, 400),
    days: whole(1, 20),
    min_seats: whole(1, 1000),
    max_seats: whole(1, 1000),
    room: orElse(Flag, true),
    topics: ids(z.string().max(60), 'topics'),
    run_cost: orElse(amount(units), 0),
    seat_cost: orElse(amount(units), 0),
    closes: orElse(decimal(0, 1), 0.5),
    test: Switch,
    benefit: Text,
    benefit_zh: Blank,
    goal: Text,
    goal_zh: Blank,
  });

/**
 * The catalogue of courses, as `setCourses` takes it. Two forms are known by their columns: ours, with
 * `course_id,title,element_ids,level,hours,days,min_seats,max_seats,benefit,goal` and what may be left out; and lists of
 * providers, with `duration_hours` and prices in dollars (see `boughtCourses`). All or nothing.
 */
export function readCatalogue(table: Table, known: Known = {}, units = 100): Course[] {
  if (isBought(table)) return boughtCourses(table, { known }).courses;
  const faults = [...strangers(table, known, { element_ids: 'elements' }), ...fewSeats(table)];
  return readRows(table, courseRow(units), ['course_id'], faults).map(({ row }) => ({
    id: row.course_id,
    title: { en: row.title, 'zh-CN': row.title_zh || row.title },
    elements: row.element_ids,
    level: row.level,
    form: row.form,
    hours: row.hours,
    days: row.days,
    minSeats: row.min_seats,
    maxSeats: row.max_seats,
    room: row.room,
    topics: row.topics,
    runCost: row.run_cost,
    seatCost: row.seat_cost,
    closes: row.closes,
    ...(row.test ? { test: true } : {}),
    benefit: { en: row.benefit, 'zh-CN': row.benefit_zh || row.benefit },
    goal: { en: row.goal, 'zh-CN': row.goal_zh || row.goal },
  }));
}

function fewSeats(table: Table): string[] {
  return table.rows.flatMap((row) =>
    Number(row.cells.min_seats) > Number(row.cells.max_seats)
      ? [cellFault(table, row, 'max_seats', `is below min_seats, ${row.cells.min_seats}`)]
      : [],
  );
}

export function catalogueSheet(courses: readonly Course[], units = 100): Sheet {
  return {
    columns: Object.keys(courseRow(units).shape),
    rows: courses.map((c) => ({
      course_id: c.id,
      title: c.title.en,
      title_zh: c.title['zh-CN'],
      element_ids: c.elements.join('|'),
      level: String(c.level),
      form: c.form,
      hours: String(c.hours),
      days: String(c.days),
      min_seats: String(c.minSeats),
      max_seats: String(c.maxSeats),
      room: String(c.room),
      topics: c.topics.join('|'),
      run_cost: amountCell(c.runCost, units),
      seat_cost: amountCell(c.seatCost, units),
      closes: String(c.closes),
      test: String(c.test ?? false),
      benefit: c.benefit.en,
      benefit_zh: c.benefit['zh-CN'],
      goal: c.goal.en,
      goal_zh: c.goal['zh-CN'],
    })),
  };
}
