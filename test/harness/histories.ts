import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

export type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

/** A history as JSON with every payload decoded beside its base64: all that anybody could read in it. */
export function readable(history: History): string {
  const json = historyToJSON(history);
  const payloads = [...json.matchAll(/"data":\s*"([A-Za-z0-9+/=]+)"/g)];
  return [json, ...payloads.map(([, data]) => Buffer.from(data!, 'base64').toString())].join('\n');
}

/** As in 4711@host, with whatever follows. */
const NAME = /^\d+@/;

/** A history to keep: without the names of the machine and the processes it was recorded on. */
export function portable(history: History): string {
  const value = JSON.parse(historyToJSON(history), (key, found: unknown) => {
    return typeof found === 'string' && (key === 'identity' || NAME.test(found)) ? '' : found;
  });
  return `${JSON.stringify(value)}\n`;
}
