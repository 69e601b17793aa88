import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { StreamId } from '../contracts/ids.ts';
import type { Pool } from '../db/connection.ts';
import { openStreams } from '../db/streams.ts';
import type { Gateway } from './gateway.ts';

export interface Recovery {
  /** Streams that the ledger says are not closed. */
  readonly open: number;
  /** Of these, how many had no running workflow and were started. */
  readonly started: number;
  readonly failed: readonly { readonly stream: StreamId; readonly reason: string }[];
}

export interface RecoverParts {
  readonly pool: Pool;
  readonly client: Client;
  readonly gateway: Gateway;
  readonly progress?: (done: number, of: number) => void;
}

const AT_ONCE = 16;

/**
 * Sees that every open stream of the ledger has a running workflow, on an empty Temporal server as well. A workflow
 * that runs already only looks again, so this may be done at any time, and twice.
 */
export async function recover({ pool, client, gateway, progress }: RecoverParts): Promise<Recovery> {
  const streams = await openStreams(pool);
  const failed: { stream: StreamId; reason: string }[] = [];
  let started = 0;
  let next = 0;
  let done = 0;
  async function lane(): Promise<void> {
    for (let stream = streams[next++]; stream; stream = streams[next++]) {
      try {
        const ran = await isRunning(client, stream);
        await gateway.wake(stream);
        if (!ran) started++;
      } catch (error) {
        failed.push({ stream, reason: error instanceof Error ? error.message : String(error) });
      }
      progress?.(++done, streams.length);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return { open: streams.length, started, failed };
}

async function isRunning(client: Client, stream: StreamId): Promise<boolean> {
  try {
    return (await client.workflow.getHandle(stream).describe()).status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
