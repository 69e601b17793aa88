let isOut = false;
/** Somebody was signed in while this page has been open: before that the way leads to the page to sign in. */
let wasIn = false;
const listeners = new Set<() => void>();

function put(out: boolean): void {
  if (out === isOut) return;
  isOut = out;
  for (const listener of listeners) listener();
}

/** Whether whoever was signed in on this page is not any more. */
export const isSignedOut = (): boolean => isOut;

export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The API does not know any more who asks. */
export function tellSignedOut(): void {
  if (wasIn) put(true);
}

/** Somebody is signed in: for the first time, or again. */
export function tellSignedIn(): void {
  wasIn = true;
  put(false);
}
