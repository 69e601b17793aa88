import path from 'node:path';
import type { CycleCommandBodies } from '../contracts/cycle/commands.ts';
import type { Course, Quote, Room } from '../contracts/planning.ts';
import { boughtCourses, isBought } from './bought.ts';
import { readCatalogue } from './catalogue.ts';
import { optionalTable } from './folder.ts';
import { readQuotes } from './quotes.ts';
import { readRooms } from './rooms.ts';
import { FaultList } from './rows.ts';
import { readTrainers } from './trainers.ts';

/** What a plan is made from beside needs and people; empty where a folder has no such table. */
export interface TrainingFolder {
  readonly courses: readonly Course[];
  readonly quotes: readonly Quote[];
  readonly rooms: readonly Room[];
  readonly trainers: CycleCommandBodies['setTrainers']['trainers'];
}

/**
 * training/courses, quotes, rooms and trainers of a data folder; without training/courses, courses/courses and the quotes
 * that such a list of providers makes. `units`: smallest units in one of the currency. Throws FileFaults with everything
 * that is wrong in any of them.
 */
export async function readTrainingFolder(folder: string, units = 100): Promise<TrainingFolder> {
  const faults = new FaultList();
  const home = path.join(folder, 'training');
  const table =
    (await faults.gather(() => optionalTable(home, 'courses'))) ??
    (await faults.gather(() => optionalTable(path.join(folder, 'courses'), 'courses')));
  const bought = table && isBought(table) ? await faults.gather(() => boughtCourses(table)) : undefined;
  const courses = bought?.courses ?? (table && (await faults.gather(() => readCatalogue(table, {}, units)))) ?? [];
  const known = table ? { courses: new Set(courses.map((c) => c.id)) } : {};
  const quotes = await faults.gather(async () => {
    const own = await optionalTable(home, 'quotes');
    return own && readQuotes(own, known, units);
  });
  const rooms = await faults.gather(async () => {
    const own = await optionalTable(home, 'rooms');
    return own && readRooms(own, units);
  });
  const trainers = await faults.gather(async () => {
    const own = await optionalTable(home, 'trainers');
    return own && readTrainers(own, known);
  });
  faults.throwIfAny();
  return { courses, quotes: quotes ?? bought?.quotes ?? [], rooms: rooms ?? [], trainers: trainers ?? [] };
}
