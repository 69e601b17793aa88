/**
 * Who may send a command. `operations`: only they. `assignee`: whoever holds the task. `self`: the person that the body
 * names, or operations. `related`: whoever stands to it as the door says in `to`. `anyone`: everybody who works here, for
 * themselves. `engine`: nobody; Rostrum itself sends it, as an order or with the result of slow work. Auditors send nothing. Whose
 * task it is, and who stands in a relation, the rules of the process ask, which know its state.
 */
export type Permission = 'operations' | 'assignee' | 'self' | 'related' | 'anyone' | 'engine';

export interface Door {
  readonly by: Permission;
  /** For `related`: whoever may, as words in the middle of a sentence. */
  readonly to?: string;
  /** What it does, for the documentation. */
  readonly does: string;
  /** How large the body may be, in bytes; absent: 64 KB. */
  readonly bodyLimit?: number;
  /** True: it has no path of its own; it is made from a table that is sent. */
  readonly fromTable?: true;
}
export type Doors<Type extends string> = Readonly<Record<Type, Door>>;

export const MB = 1_048_576;

const BY: Readonly<Record<Permission, string>> = {
  operations: 'For operations.',
  assignee: 'For the assignee of the task.',
  self: 'For the person it is about, and for operations.',
  related: '',
  anyone: 'For everybody who works here.',
  engine: 'Rostrum itself sends it.',
};

/** Who may send what goes through a door, in words. */
export function sendersOf({ by, to }: Door): string {
  return to === undefined ? BY[by] : `For ${to}.`;
}
