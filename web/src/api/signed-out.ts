let isOut = false;
/** For whom this page was opened; undefined: nobody was signed in yet, and the way leads to the page to sign in. */
let whose: string | undefined;
/** How often something was to be done since, and nobody was signed in, or somebody else. */
let refused = 0;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Whether whoever was signed in on this page is not any more. */
export const isSignedOut = (): boolean => isOut;

/** Grows with each act that was refused because of it: whoever has put the news of it away hears it again. */
export const refusedActs = (): number => refused;

/** For whom this page was opened: what it sends is theirs, whoever is signed in by then. */
export const openedFor = (): string | undefined => whose;

export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The API does not know any more who asks. @param act somebody wanted to do something, and it was not done */
export function tellSignedOut(act = false): void {
  if (whose === undefined || (isOut && !act)) return;
  if (act) refused += 1;
  isOut = true;
  tell();
}

/**
 * Somebody is signed in: for the first time, or again.
 * @returns whether it is whoever this page was opened for; for them nobody else goes on with it
 */
export function tellSignedIn(person: string): boolean {
  whose ??= person;
  if (whose !== person) {
    tellSignedOut();
    return false;
  }
  const wasOut = isOut;
  isOut = false;
  if (wasOut) tell();
  return true;
}
