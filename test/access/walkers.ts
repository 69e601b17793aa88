import type { Reply } from '../api/harness.ts';

/** Somebody who walks up to every door. */
export interface Walker {
  /** As the table heads their column. */
  readonly name: string;
  readonly person: string;
}

/** Those who walk everywhere: one of each role, somebody whose role has ended, and somebody with none. */
export const EVERYWHERE = [
  { name: 'operations', person: 'OPS' },
  { name: 'auditor', person: 'D5-6' },
  { name: 'leader', person: 'D5-7' },
  { name: 'ended', person: 'D5-8' },
  { name: 'nobody', person: 'D5-9' },
] as const satisfies readonly Walker[];

/** What somebody is shown: all that operations are, a part of it, or nothing. */
export type Shown = 'all' | 'part' | 'nothing';

/** What of an answer is about whoever asks, and so differs between people who see the same. */
const ABOUT_THE_ASKER = new Set(['mine', 'sight']);

/** How much somebody is shown, beside what operations are. */
export function shownIn(own: Reply, whole: Reply): Shown {
  if (own.status === 403 || own.status === 404) return 'nothing';
  if (own.status !== whole.status) throw new Error(`${own.status} beside ${whole.status}: ${own.text}`);
  const [mine, all] = [plain(own), plain(whole)];
  if (mine === all) return 'all';
  return isEmpty(own) ? 'nothing' : 'part';
}

function plain({ json, text }: Reply): string {
  return json === undefined ? text : JSON.stringify(json, (key, value) => (ABOUT_THE_ASKER.has(key) ? null : value));
}

/** Lists with nothing on them, whatever is said beside them; or a table of headings alone. */
export function isEmpty({ json, text }: Pick<Reply, 'json' | 'text'>): boolean {
  if (json === undefined) return /^[^\n]*,[^\n]*\n?$/.test(text);
  const values = Object.values(json);
  const lists = values.filter(Array.isArray);
  const others = values.filter((v) => typeof v === 'object' && v !== null && !Array.isArray(v));
  return lists.length > 0 && lists.every((l) => !l.length) && others.every((o) => !Object.keys(o as object).length);
}

/** Codes by which somebody is told that it is not theirs. */
const NOT_THEIRS = ['forbidden', 'not-yours'];

/**
 * Whether somebody may send what they have sent, whatever became of it. `hides`: of what is not theirs they are told that
 * there is none.
 */
export function mayIn({ status, json }: Reply, hides: boolean): boolean {
  if (status === 400) throw new Error(`The body does not have the right form: ${json?.detail}`);
  const code = String(json?.type ?? '').replace('/problems/', '');
  return !NOT_THEIRS.includes(code) && !(hides && code === 'not-found');
}
