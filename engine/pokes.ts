import type { Client } from '@temporalio/client';
import { ENGINE_QUEUE, POKE_SIGNAL, type ProcessInput, WORKFLOW_OF } from '../contracts/advance.ts';
import { processTypeOf, type StreamId } from '../contracts/ids.ts';

/** How long a signal may take; it is out of everybody's way. */
const PATIENCE_MS = 10_000;
/** At most so many signals under way at once. */
const AT_ONCE = 32;

/** Signals the workflows of streams to look again, and starts those that do not run. */
export class Pokes {
  /** How many streams are being signalled, or wait to be. */
  #pending = 0;
  #idle: (() => void)[] = [];
  readonly #client: Client;
  readonly #waiting: StreamId[] = [];
  #lanes = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  /** In the background, once each: what is lost is signalled by the sweeper. */
  send(streams: readonly StreamId[]): void {
    this.#pending += streams.length;
    this.#waiting.push(...streams);
    while (this.#lanes < AT_ONCE && this.#lanes < this.#waiting.length) void this.#lane();
  }

  /** The same for streams that are still to be found. */
  async sendWhen(found: Promise<readonly StreamId[]>): Promise<void> {
    this.#pending++;
    this.send(await found.catch(() => []));
    this.#done();
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    if (this.#pending > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** Signals one workflow. @throws when Temporal is not to be reached */
  async one(stream: StreamId): Promise<void> {
    await this.#client.withDeadline(Date.now() + PATIENCE_MS, () =>
      this.#client.workflow.signalWithStart<(input: ProcessInput) => Promise<void>>(
        WORKFLOW_OF[processTypeOf(stream)],
        {
          workflowId: stream,
          taskQueue: ENGINE_QUEUE,
          args: [{ id: stream }],
          workflowTaskTimeout: '2s',
          signal: POKE_SIGNAL,
          signalArgs: [],
        },
      ),
    );
  }

  /** Resolves when Temporal answers. @throws when it does not */
  async reach(): Promise<void> {
    await this.#client.withDeadline(Date.now() + PATIENCE_MS, () =>
      this.#client.connection.workflowService.getSystemInfo({}),
    );
  }

  async #lane(): Promise<void> {
    this.#lanes++;
    for (let stream = this.#waiting.shift(); stream; stream = this.#waiting.shift()) {
      await this.one(stream).catch(() => undefined);
      this.#done();
    }
    this.#lanes--;
  }

  #done(): void {
    if (--this.#pending === 0) for (const resolve of this.#idle.splice(0)) resolve();
  }
}
