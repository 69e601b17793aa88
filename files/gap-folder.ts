import path from 'node:path';
import type { z } from 'zod';
import type { ImportBody, PostRecord } from '../contracts/organisation.ts';
import { requiredTable } from './folder.ts';
import { readOrganisationFolder } from './organisation.ts';
import { type RatingRecord, readRatings } from './ratings.ts';
import { cellFault, refuse } from './rows.ts';
import type { Table } from './table.ts';

/** What gaps are reckoned from. */
export interface GapFolder {
  readonly people: NonNullable<ImportBody['people']>;
  readonly departments: NonNullable<ImportBody['departments']>;
  readonly posts: readonly z.infer<typeof PostRecord>[];
  readonly ratings: readonly RatingRecord[];
}

/**
 * People, departments, posts and organisation/ability_ratings of a data folder. Throws FileFaults with a sentence for
 * everything that is wrong, an employee without an ability model or in no department among them.
 */
export async function readGapFolder(folder: string): Promise<GapFolder> {
  const { people = [], departments = [], posts: models = [] } = await readOrganisationFolder(folder);
  // A folder that is read by itself is all that is known.
  const posts = models.map(({ elements = [], ...post }) => ({
    ...post,
    elements: elements.map((e) => ({ ...e, nameZh: e.nameZh ?? e.name })),
  }));
  const home = path.join(folder, 'organisation');
  const ratings = await requiredTable(home, 'ability_ratings');
  const employees = await requiredTable(home, 'employees');
  const known = { post_code: new Set(posts.map((p) => p.code)), department: new Set(departments.map((d) => d.id)) };
  refuse(homeless(employees, known));
  return { people, departments, posts, ratings: readRatings(ratings, { people, posts }) };
}

function* homeless(
  table: Table,
  known: Readonly<Record<'post_code' | 'department', ReadonlySet<string>>>,
): Generator<string> {
  for (const row of table.rows) {
    const { post_code: post = '', department = '' } = row.cells;
    if (!known.post_code.has(post))
      yield cellFault(table, row, 'post_code', 'has no ability model in the posts of the folder');
    if (!known.department.has(department)) yield cellFault(table, row, 'department', 'is not among the departments');
  }
}
