import path from 'node:path';
import type { ImportBody } from '../contracts/organisation.ts';
import { type Course, readCourses } from './courses.ts';
import { namesIn, optionalTable } from './folder.ts';
import { type Judges, readJudges } from './judges.ts';
import { readOrganisationFolder } from './organisation.ts';
import { FaultList } from './rows.ts';

export interface DataFolder {
  readonly organisation: ImportBody;
  /** null when there is no folder judges. */
  readonly judges: Judges | null;
  /** null when there is no courses/courses.csv. */
  readonly courses: readonly Course[] | null;
}

/**
 * Everything in a data folder such as `samples`: organisation (needed), posts, calendars, judges and courses. Throws
 * FileFaults with one sentence for each thing that is missing or wrong.
 */
export async function readDataFolder(folder: string): Promise<DataFolder> {
  const faults = new FaultList();
  const organisation = await faults.gather(() => readOrganisationFolder(folder));
  const judging = path.join(folder, 'judges');
  const judged = (await namesIn(judging)).length > 0;
  const judges = judged ? await faults.gather(() => readJudges(judging)) : null;
  const courses = await faults.gather(async () => {
    const table = await optionalTable(path.join(folder, 'courses'), 'courses');
    return table ? readCourses(table) : null;
  });
  faults.throwIfAny();
  return { organisation: organisation!, judges: judges ?? null, courses: courses ?? null };
}
