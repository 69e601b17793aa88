/** Something that was just done and can be taken back for a moment. */
export interface Done {
  readonly round: string;
  readonly task: string;
  readonly label: { readonly en: string; readonly 'zh-CN': string };
  readonly changeable: boolean;
  /** The round has ended with it, so that it can not be changed any more though its rules would let it be. */
  readonly over?: boolean;
}

let last: Done | undefined;
const listeners = new Set<() => void>();

/** Says it in the bar below, on whatever page one is next. */
export function tellDone(done: Done | undefined): void {
  last = done;
  for (const listener of listeners) listener();
}

export const lastDone = (): Done | undefined => last;

export function onDone(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
