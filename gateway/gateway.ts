import {
  type Client,
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import {
  ADVANCE_UPDATE,
  type CommandRef,
  ENGINE_QUEUE,
  type Mark,
  POKE_SIGNAL,
  type ProcessInput,
  WORKFLOW_OF,
} from '../contracts/advance.ts';
import { processTypeOf, type StreamId } from '../contracts/ids.ts';
import { type Outcome, outcomesOf, type Sent, storeCommands } from '../db/commands.ts';
import type { Pool } from '../db/connection.ts';
import { Batcher } from './batch.ts';

/** The engine could not be reached in time. The command may or may not be stored: sending it again is safe. */
export class EngineUnavailable extends Error {
  constructor(stream: StreamId, cause: unknown) {
    super(`The engine did not answer for ${stream}; send the command again with the same id in a moment.`, { cause });
  }
}

export interface GatewayOptions {
  readonly client: Client;
  readonly pool: Pool;
  /** How long a command is tried again while the engine is away, in milliseconds. */
  readonly patience?: number;
  readonly inFlight?: number;
}

/** Sends commands to the workflows that own their streams, many at a time, and waits until each is decided and stored. */
export class Gateway {
  readonly #client: Client;
  readonly #pool: Pool;
  readonly #patience: number;
  readonly #inFlight: number;
  readonly #batchers = new Map<StreamId, Batcher<Sent, Outcome>>();

  constructor({ client, pool, patience = 20_000, inFlight = 1 }: GatewayOptions) {
    this.#client = client;
    this.#pool = pool;
    this.#patience = patience;
    this.#inFlight = inFlight;
  }

  /** Resolves when the command is decided: accepted, or rejected with a sentence. Throws EngineUnavailable. */
  async send(stream: StreamId, command: Sent): Promise<Outcome> {
    let batcher = this.#batchers.get(stream);
    if (!batcher) {
      batcher = new Batcher((items) => this.#sendBatch(stream, items), {
        most: 200,
        patience: 8,
        inFlight: this.#inFlight,
      });
      this.#batchers.set(stream, batcher);
    }
    try {
      return await batcher.add(command);
    } finally {
      if (batcher.idle && this.#batchers.size > 1000) this.#batchers.delete(stream);
    }
  }

  /** Sees that the workflow of a stream runs, and looks again. */
  async wake(stream: StreamId): Promise<void> {
    await this.#client.workflow.signalWithStart(WORKFLOW_OF[processTypeOf(stream)], {
      ...startOptions(stream),
      signal: POKE_SIGNAL,
      signalArgs: [],
    });
  }

  async #sendBatch(stream: StreamId, commands: readonly Sent[]): Promise<readonly (Outcome | Error)[]> {
    const { refs, decided } = await storeCommands(this.#pool, stream, commands);
    if (refs.length) {
      const marks = await this.#update(stream, refs);
      const rejected: string[] = [];
      refs.forEach(([id], i) => {
        if (marks[i] === 'a') decided.set(id, { accepted: true, version: 0 });
        else if (marks[i] === 'r') rejected.push(id);
      });
      if (rejected.length) for (const [id, o] of await outcomesOf(this.#pool, stream, rejected)) decided.set(id, o);
    }
    return commands.map((c) => decided.get(c.id) ?? new EngineUnavailable(stream, 'the command was not stored'));
  }

  async #update(stream: StreamId, refs: readonly CommandRef[]): Promise<readonly Mark[]> {
    const until = Date.now() + this.#patience;
    for (let pause = 50; ; pause = Math.min(1000, pause * 2)) {
      try {
        return await this.#updateOnce(stream, refs);
      } catch (error) {
        if (!isPassing(error) || Date.now() + pause > until) throw new EngineUnavailable(stream, error);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  async #updateOnce(stream: StreamId, refs: readonly CommandRef[]): Promise<readonly Mark[]> {
    const deadline = Date.now() + 15_000;
    return this.#client.withDeadline(deadline, async () => {
      try {
        const handle = this.#client.workflow.getHandle(stream);
        return await handle.executeUpdate<readonly Mark[], [readonly CommandRef[]]>(ADVANCE_UPDATE, { args: [refs] });
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
      // Nobody runs this stream: it is new, it is closed, or the server lost it. Its workflow says which.
      const start = new WithStartWorkflowOperation<(input: ProcessInput) => Promise<void>>(
        WORKFLOW_OF[processTypeOf(stream)],
        {
          ...startOptions(stream),
          workflowIdConflictPolicy: 'USE_EXISTING',
        },
      );
      const marks = await this.#client.workflow.executeUpdateWithStart(ADVANCE_UPDATE, {
        startWorkflowOperation: start,
        args: [refs],
      });
      return marks as readonly Mark[];
    });
  }
}

function startOptions(stream: StreamId) {
  return { workflowId: stream, taskQueue: ENGINE_QUEUE, args: [{ id: stream }], workflowTaskTimeout: '2s' } as const;
}

/** Whether trying again may help: the server, the worker or the run in question was away for a moment. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    error instanceof WorkflowUpdateFailedError ||
    error instanceof WorkflowNotFoundError ||
    isGrpcServiceError(error) ||
    (error instanceof Error && /ECONNREFUSED|ECONNRESET|unavailable|already completed/i.test(`${error.message}`))
  );
}
