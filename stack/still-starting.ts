/** What PostgreSQL says while it is still starting or recovering, and while every connection is taken. */
const BUSY = ['57P03', '53300'];

/**
 * Whether a server may only need more time, though it answered a first question with this. A refused, broken or silent
 * connection has no SQLSTATE: on a busy machine a server that is there may take longer than anybody waits for it.
 */
export function isStillStarting(error: unknown): boolean {
  const { code } = error as { code?: string };
  const isOfPostgres = /^[0-9A-Z]{5}$/.test(code ?? '') && !code!.startsWith('E');
  return !isOfPostgres || BUSY.includes(code!);
}
