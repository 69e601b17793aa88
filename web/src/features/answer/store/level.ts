/** A level, on purpose none, or nothing yet. */
export type Level = number | null | undefined;

/** A level with a half more, or without the half that it has. */
export function halved(level: number, max: number): number {
  return Number.isInteger(level) ? Math.min(level + 0.5, max) : Math.floor(level);
}
