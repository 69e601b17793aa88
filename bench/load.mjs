// The submitters: so many people at once, each with a connection of their own that stays open.
import { Pool } from 'undici';

/**
 * Sends every item once, at most `concurrency` at a time, each next one when the one before is acknowledged.
 * @param requestOf item -> {path, headers, body}
 * @returns seconds from the first to the last, and every single acknowledgement's milliseconds
 */
export async function submitAll(origin, items, requestOf, concurrency) {
  const pool = new Pool(origin, { connections: concurrency, pipelining: 1 });
  const waits = [];
  const queue = items.values();
  const person = async () => {
    for (const item of queue) {
      const { path, headers, body } = requestOf(item);
      const sent = performance.now();
      const response = await pool.request({
        path,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      const text = await response.body.text();
      if (response.statusCode !== 200) throw new Error(`${path} was answered ${response.statusCode}: ${text}`);
      waits.push(performance.now() - sent);
    }
  };
  const began = performance.now();
  try {
    await Promise.all(Array.from({ length: concurrency }, person));
    return { seconds: (performance.now() - began) / 1000, waits };
  } finally {
    await pool.close();
  }
}

/** The smallest value that at least `share` of the values do not exceed (nearest rank). */
export function quantile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
