import { type DestinationStream, destination, type Logger, pino, stdSerializers } from 'pino';

/** The log of a process: a line of JSON on standard error for each entry. An error tells its message and stack under any name. */
export function openLog(name: string, to: DestinationStream = destination({ dest: 2, sync: true })): Logger {
  return pino({ name, formatters: { log: withErrors } }, to);
}

/** JSON knows nothing of an error but its braces. */
function withErrors(entry: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [key, value instanceof Error ? stdSerializers.err(value) : value]),
  );
}
