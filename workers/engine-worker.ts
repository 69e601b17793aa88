import { type NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import { makeAdvance } from '../activities/advance/advance.ts';
import { FoldCache } from '../activities/advance/cache.ts';
import { OrganisationView } from '../activities/advance/organisation-view.ts';
import type { Engine } from '../activities/advance/turn.ts';
import { ENGINE_QUEUE } from '../contracts/advance.ts';
import type { Clock } from '../db/clock.ts';
import type { Pool } from '../db/connection.ts';
import type { KeyRing } from '../db/keys.ts';

export interface EngineParts {
  readonly pool: Pool;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly complain: (what: string, about: object) => void;
}

export function engineOf({ keys, clock, complain }: EngineParts): Engine {
  return { keys, clock, complain, cache: new FoldCache(), organisation: new OrganisationView() };
}

/** The worker that runs the procedures: workflows, and `advance` beside them. */
export async function createEngineWorker(
  connection: NativeConnection,
  namespace: string,
  workflowBundle: WorkflowBundle,
  parts: EngineParts,
): Promise<Worker> {
  return Worker.create({
    connection,
    namespace,
    taskQueue: ENGINE_QUEUE,
    workflowBundle,
    activities: { advance: makeAdvance(parts.pool, engineOf(parts)) },
    // A killed worker's tasks go to another one after this long; the default costs ten seconds.
    stickyQueueScheduleToStartTimeout: '1s',
    reuseV8Context: true,
  });
}
