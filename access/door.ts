/**
 * Who may send a command. `operations`: only they. `assignee`: anybody signed in may try, the round knows whose task it
 * is. `self`: the person that the body names, or operations. `anyone`: anybody signed in, for themselves; the command
 * acts for its sender. `engine`: nobody; Rostrum itself sends it, as an order or with the result of slow work.
 */
export type Permission = 'operations' | 'assignee' | 'self' | 'anyone' | 'engine';

export interface Door {
  readonly by: Permission;
  /** What it does, for the documentation. */
  readonly does: string;
  /** How large the body may be, in bytes; absent: 64 KB. */
  readonly bodyLimit?: number;
  /** True: it has no path of its own; it is made from a table that is sent. */
  readonly fromTable?: true;
}
export type Doors<Type extends string> = Readonly<Record<Type, Door>>;

export const MB = 1_048_576;
