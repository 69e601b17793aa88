import { z } from 'zod';
import { Code, type ElementAnchors, type ImportedPost, PostElementRecord } from '../contracts/organisation.ts';
import { optionalTable } from './folder.ts';
import { AS_MANY_AS_FIT, readRows, Text } from './rows.ts';
import type { Table } from './table.ts';

type Element = NonNullable<ImportedPost['elements']>[number];

const PostRow = z.object({ post_code: Code, post_title: Text, post_title_zh: Text });

const ElementRow = z.object({ element_id: Code, element: Text, element_zh: Text });

const AnchorRow = z.object({
  element_id: Code,
  anchor_level: PostElementRecord.shape.level,
  anchor_description: Text,
  anchor_description_zh: Text.optional(),
});

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
 * `rank_in_post` where there is one. Undefined when there is no table of posts; a post that post_elements does not name,
 * or the folder has no such table, has no `elements`, which says nothing about them. Throws FileFaults with everything
 * that is wrong in the first table that has faults.
 */
export async function readPosts(folder: string): Promise<ImportedPost[] | undefined> {
  const [posts, postElements, elements] = await Promise.all(
    ['posts', 'post_elements', 'elements'].map((stem) => optionalTable(folder, stem)),
  );
  if (!posts) return undefined;
  const rows = readRows(posts, PostRow, ['post_code']);
  const known = new Set(rows.map(({ row }) => row.post_code));
  const read = postElements
    ? elementsByPost(postElements, known, elements ? chineseNames(elements) : new Map())
    : new Map<string, Element[]>();
  return rows.map(({ row }) => {
    const own = read.get(row.post_code);
    return {
      code: row.post_code,
      title: row.post_title,
      titleZh: row.post_title_zh,
      ...(own ? { elements: own } : {}),
    };
  });
}

function chineseNames(table: Table): Map<string, string> {
  return new Map(readRows(table, ElementRow, ['element_id']).map(({ row }) => [row.element_id, row.element_zh]));
}

function elementsByPost(
  table: Table,
  posts: ReadonlySet<string>,
  chinese: ReadonlyMap<string, string>,
): Map<string, Element[]> {
  const rows = readRows(table, PostElementRow, ['post_code', 'element_id'], {
    most: AS_MANY_AS_FIT,
    faultOf: (row) => (posts.has(row.post_code) ? null : ['post_code', 'is not in the table of posts']),
  });
  const read = new Map<string, Element[]>();
  for (const { row } of rows.sort((a, b) => rankOf(a.row) - rankOf(b.row))) {
    const nameZh = chinese.get(row.element_id);
    const elements = read.get(row.post_code) ?? [];
    read.set(row.post_code, elements);
    elements.push({
      element: row.element_id,
      name: row.element,
      ...(nameZh === undefined ? {} : { nameZh }),
      domain: row.domain,
      importance: row.importance,
      level: row.level,
    });
  }
  return read;
}

/** Elements without a rank come last, in the order of the file. */
const rankOf = ({ rank_in_post: rank }: z.infer<typeof PostElementRow>): number =>
  Number(rank || Number.MAX_SAFE_INTEGER);

/**
 * What the levels of elements mean, from the table level_anchors of a folder; without a Chinese text the English one stands
 * for both. Undefined when there is no such table. Throws FileFaults with everything that is wrong in it.
 */
export async function readAnchors(folder: string): Promise<ElementAnchors[] | undefined> {
  const table = await optionalTable(folder, 'level_anchors');
  if (!table) return undefined;
  const read = new Map<string, ElementAnchors>();
  for (const { row } of readRows(table, AnchorRow, ['element_id', 'anchor_level'], { most: AS_MANY_AS_FIT })) {
    const { anchor_description: en, anchor_description_zh: zh } = row;
    const of = read.get(row.element_id) ?? { element: row.element_id, anchors: [] };
    read.set(row.element_id, of);
    of.anchors.push({ score: Number(row.anchor_level), text: { en, 'zh-CN': zh ?? en } });
  }
  return [...read.values()];
}
