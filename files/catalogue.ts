import { z } from 'zod';
import type { Label } from '../contracts/form.ts';
import { Code } from '../contracts/organisation.ts';
import { type Course, LISTED, TRAINING_FORMS } from '../contracts/planning.ts';
import { boughtCourses, isBought } from './bought.ts';
import { amount, amountCell, Blank, decimal, ids, type Known, orElse, Switch, strangers, whole } from './cells.ts';
import { shown } from './faults.ts';
import { cellFault, Flag, kept, readRows, Text } from './rows.ts';
import type { Sheet } from './sheet.ts';
import type { Table } from './table.ts';

const courseRow = (units: number) =>
  z.object({
    course_id: Code,
    title: Text,
    title_zh: Blank,
    element_ids: ids(Code, 'element ids', LISTED.elements).refine(
      (elements) => elements.length > 0,
      'must name an element',
    ),
    level: decimal(0, 7),
    form: orElse(z.enum(TRAINING_FORMS, `must be one of ${TRAINING_FORMS.join(', ')}`), 'lecture'),
    hours: decimal(0.1, 400),
    days: whole(1, 20),
    min_seats: whole(1, 1000),
    max_seats: whole(1, 1000),
    room: orElse(Flag, true),
    topics: ids(z.string().max(60), 'topics', LISTED.topics),
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
 * providers, with `duration_hours` and prices in dollars (see `boughtCourses`). All or nothing. A column of ours that is
 * left out stays as it is `before` in a course that is known.
 */
export function readCatalogue(
  table: Table,
  known: Known = {},
  units = 100,
  before: Readonly<Record<string, Course>> = {},
): Course[] {
  if (isBought(table)) return boughtCourses(table, { known }).courses;
  return readRows(table, courseRow(units), ['course_id'], { beside: faultsBeside(table, known) }).map(({ row }) => ({
    id: row.course_id,
    title: inBoth(row.title, row.title_zh, said(table, 'title_zh', before[row.course_id]?.title)),
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
    benefit: inBoth(row.benefit, row.benefit_zh, said(table, 'benefit_zh', before[row.course_id]?.benefit)),
    goal: inBoth(row.goal, row.goal_zh, said(table, 'goal_zh', before[row.course_id]?.goal)),
    ...kept(table, before[row.course_id], OPTIONAL),
  }));
}

const OPTIONAL = {
  form: 'form',
  room: 'room',
  topics: 'topics',
  run_cost: 'runCost',
  seat_cost: 'seatCost',
  closes: 'closes',
  test: 'test',
} as const;

/** A sentence shows so much of another cell. */
const SHOWN = 20;

/** The label that is known where the table has no column for its Chinese. */
function said(table: Table, column: string, before: Label | undefined): Label | undefined {
  return table.columns.includes(column) ? undefined : before;
}

function inBoth(en: string, chinese: string, before: Label | undefined): Label {
  return { en, 'zh-CN': chinese || (before?.['zh-CN'] ?? en) };
}

function* faultsBeside(table: Table, known: Known): Generator<string> {
  yield* strangers(table, known, { element_ids: 'elements' });
  for (const row of table.rows) {
    const { min_seats: min = '', max_seats: max = '' } = row.cells;
    if (Number(min) > Number(max)) yield cellFault(table, row, 'max_seats', `is below min_seats, ${shown(min, SHOWN)}`);
  }
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
