import type { Client } from '@temporalio/client';
import { ENGINE_QUEUE, WORK_QUEUE } from '../../contracts/advance.ts';
import type { Pool } from '../../db/connection.ts';
import { lostStreams } from '../../engine/watchman.ts';
import { type Finding, fail, finding, ok } from './finding.ts';

/** Temporal's numbers for the two kinds of queue. */
const KINDS = { workflows: 1, activities: 2 } as const;
const QUEUES = [
  { queue: ENGINE_QUEUE, kind: 'workflows', worker: 'engine' },
  { queue: ENGINE_QUEUE, kind: 'activities', worker: 'engine' },
  { queue: WORK_QUEUE, kind: 'activities', worker: 'work' },
] as const;

/** A worker polls at least once a minute; one that has not been heard of for longer is gone. */
const HEARD_WITHIN_MS = 90_000;

/** Whether somebody takes the work of every queue. */
export async function queueFindings(client: Client): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { queue, kind, worker } of QUEUES) {
    const mend = `start the ${worker} worker: node dist/workers/${worker}.js`;
    const check = `Queue ${queue}, ${kind}`;
    findings.push(
      await finding(check, mend, async () => {
        const workers = await pollersOf(client, queue, KINDS[kind]);
        return workers ? ok(check, `${workers} polling`) : fail(check, 'nobody takes its work', mend);
      }),
    );
  }
  return findings;
}

/** Whether every open procedure of the ledger has a workflow that runs. */
export async function workflowFinding(pool: Pool, client: Client): Promise<Finding> {
  const mend = 'wait five minutes, or rostrum recover; if they are lost again, read the log of the engine';
  return finding('Workflows', mend, async () => {
    const { open, lost } = await lostStreams({ pool, client });
    if (!lost.length) return ok('Workflows', `run for all ${open.length} open procedures`);
    return fail('Workflows', `do not run for ${lost.length} of ${open.length}: ${lost.slice(0, 5).join(', ')}`, mend);
  });
}

async function pollersOf(client: Client, queue: string, taskQueueType: 1 | 2): Promise<number> {
  const { pollers } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name: queue },
    taskQueueType,
  });
  const since = Date.now() - HEARD_WITHIN_MS;
  return (pollers ?? []).filter((p) => Number(p.lastAccessTime?.seconds ?? 0) * 1000 > since).length;
}
