/** Where beside the form the ladder stands: what is written into the form is known there, and not here. */
let place: HTMLElement | null = null;
const listeners = new Set<() => void>();

export function giveRoom(element: HTMLElement | null): void {
  place = element;
  for (const listener of listeners) listener();
}

export const roomForLadder = (): HTMLElement | null => place;

export function onRoom(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
