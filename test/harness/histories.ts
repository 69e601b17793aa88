import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { temporal } from '@temporalio/proto';

type History = temporal.api.history.v1.IHistory;

/** A history as JSON with every payload decoded beside its base64: all that anybody could read in it. */
export function readable(history: History): string {
  const json = historyToJSON(history as Parameters<typeof historyToJSON>[0]);
  const payloads = [...json.matchAll(/"data":\s*"([A-Za-z0-9+/=]+)"/g)];
  return [json, ...payloads.map(([, data]) => Buffer.from(data!, 'base64').toString())].join('\n');
}

/** A history to keep: without the names of the machine and the processes it was recorded on. */
export function portable(history: History): string {
  const value = JSON.parse(historyToJSON(history as Parameters<typeof historyToJSON>[0]), (key, found: unknown) => {
    return key === 'identity' ? '' : found;
  });
  return `${JSON.stringify(value)}\n`;
}
