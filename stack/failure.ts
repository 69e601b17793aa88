/** What went wrong with the stack, as one sentence for a person: what, where, and how to mend it. */
export class StackFailure extends Error {
  override name = 'StackFailure';
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
