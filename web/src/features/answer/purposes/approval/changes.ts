import type { MatterOf } from '../purpose.ts';
import type { Difference } from './value.ts';

type ApprovalMatter = MatterOf<'cycle-approval'>;

/** An offering that is new, gone, or otherwise. */
export interface Change {
  readonly id: string;
  readonly course: string;
  readonly how: 'added' | 'removed' | 'changed';
  readonly fields: Difference['changed'][number]['fields'];
  /** Names of those who have a seat in it now and had none, and the other way about. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
  /** How many of the approver's own people it touches. */
  readonly mine: number;
  /** Of an offering that is new or gone: what it is, or was. */
  readonly whole: Difference['added'][number] | null;
}

/** What has changed since the version that the plan is compared with; what touches one's own people first. */
export function changesIn(matter: ApprovalMatter): readonly Change[] {
  const { difference } = matter.difference;
  if (!difference) return [];
  const own = matter.department !== null;
  const named = (people: readonly string[]) => people.map((id) => matter.names[id] ?? id);
  // Of an approver of one department the difference tells of their own people alone.
  const mine = (id: string, others: readonly string[]) =>
    own ? new Set([...(matter.mine[id] ?? []), ...others]).size : 0;
  const whole =
    (how: 'added' | 'removed') =>
    (o: Difference['added'][number]): Change => ({
      ...{ id: o.id, course: o.course, how, fields: [], joined: [], left: [], whole: o },
      mine: mine(o.id, o.participants),
    });
  const all: Change[] = [
    ...difference.added.map(whole('added')),
    ...difference.removed.map(whole('removed')),
    ...difference.changed.map(({ id, course, fields, joined, left }) => ({
      ...{ id, course, how: 'changed' as const, fields, joined: named(joined), left: named(left), whole: null },
      mine: mine(id, left),
    })),
  ];
  return all.sort((a, b) => b.mine - a.mine || (a.id < b.id ? -1 : 1));
}
