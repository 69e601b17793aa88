import { z } from 'zod';
import { Code, PostElementRecord, type PostRecord } from '../contracts/organisation.ts';
import { FileFaults } from './faults.ts';
import { optionalTable } from './folder.ts';
import { cellFault, readRows, Text } from './rows.ts';
import type { Table } from './table.ts';

type Post = z.infer<typeof PostRecord>;
type Element = z.infer<typeof PostElementRecord>;

const PostRow = z.object({ post_code: Code, post_title: Text, post_title_zh: Text });

const ElementRow = z.object({ element_id: Code, element: Text, element_zh: Text });

const PostElementRow = z.object({
  post_code: Code,
  domain: PostElementRecord.shape.domain,
  element_id: Code,
  element: Text,
  importance: PostElementRecord.shape.importance,
  level: PostElementRecord.shape.level,
  rank_in_post: z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, 'must be a whole number, or empty')
    .optional(),
});

/**
 * The ability models of a folder: posts, post_elements and, for the Chinese names, elements; the elements of a post by
 * `rank_in_post` where there is one. None when there is no posts table. Throws FileFaults with everything that is wrong in the first table that has faults.
 */
export async function readPosts(folder: string): Promise<Post[]> {
  const [posts, postElements, elements] = await Promise.all(
    ['posts', 'post_elements', 'elements'].map((stem) => optionalTable(folder, stem)),
  );
  if (!posts) return [];
  const read = new Map<string, Element[]>();
  const rows = readRows(posts, PostRow, ['post_code']);
  for (const { row } of rows) read.set(row.post_code, []);
  if (postElements) placeElements(postElements, read, elements ? chineseNames(elements) : new Map());
  return rows.map(({ row }) => ({
    code: row.post_code,
    title: row.post_title,
    titleZh: row.post_title_zh,
    elements: read.get(row.post_code) ?? [],
  }));
}

function chineseNames(table: Table): Map<string, string> {
  return new Map(readRows(table, ElementRow, ['element_id']).map(({ row }) => [row.element_id, row.element_zh]));
}

function placeElements(table: Table, posts: Map<string, Element[]>, chinese: ReadonlyMap<string, string>): void {
  const read = readRows(table, PostElementRow, ['post_code', 'element_id']);
  const faults = table.rows
    .filter((_, at) => !posts.has(read[at]!.row.post_code))
    .map((row) => cellFault(table, row, 'post_code', 'is not in the table of posts'));
  if (faults.length > 0) throw new FileFaults(faults);
  for (const { row } of read.sort((a, b) => rankOf(a.row) - rankOf(b.row))) {
    const elements = posts.get(row.post_code)!;
    elements.push({
      element: row.element_id,
      name: row.element,
      nameZh: chinese.get(row.element_id) ?? row.element,
      domain: row.domain,
      importance: row.importance,
      level: row.level,
    });
  }
}

/** Elements without a rank come last, in the order of the file. */
const rankOf = ({ rank_in_post: rank }: z.infer<typeof PostElementRow>): number =>
  Number(rank || Number.MAX_SAFE_INTEGER);
