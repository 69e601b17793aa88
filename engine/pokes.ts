import { type Client, isGrpcServiceError } from '@temporalio/client';
import { ENGINE_QUEUE, POKE_SIGNAL, type ProcessInput } from '../contracts/advance.ts';
import { processTypeOf, type StreamId } from '../contracts/ids.ts';
import { wordsOf } from '../contracts/kinds.ts';

/** How long a signal may take; it is out of everybody's way. */
const PATIENCE_MS = 10_000;
/** At most so many signals under way at once. */
const AT_ONCE = 32;
/** How long a process that ends waits for them. */
const LEAVES_AFTER_MS = 2_000;

/** What gRPC calls a server that is not there, or does not answer in time. */
const AWAY = [14, 4];

/** Signals the workflows of streams to look again, and starts those that do not run. */
export class Pokes {
  readonly #client: Client;
  readonly #waiting = new Set<StreamId>();
  readonly #underWay = new Set<StreamId>();
  /** How many streams are still to be found. */
  #finding = 0;
  #idle: (() => void)[] = [];

  constructor(client: Client) {
    this.#client = client;
  }

  /** In the background, a stream once however often it comes: what is lost is signalled by the sweeper. */
  send(streams: readonly StreamId[]): void {
    for (const stream of streams) this.#waiting.add(stream);
    this.#goOn();
  }

  /** The same for streams that are still to be found. */
  async sendWhen(found: Promise<readonly StreamId[]>): Promise<void> {
    this.#finding++;
    this.send(await found.catch(() => []));
    this.#finding--;
    this.#goOn();
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    if (this.#isBusy) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** Resolves when nothing is under way any more, or soon all the same; what waits then is left to the sweeper. */
  async stop(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, LEAVES_AFTER_MS);
    });
    await Promise.race([this.settled(), late]);
    clearTimeout(timer);
    this.#waiting.clear();
  }

  /** Signals one workflow. @throws when Temporal is not to be reached */
  async one(stream: StreamId): Promise<void> {
    await this.#client.withDeadline(Date.now() + PATIENCE_MS, () =>
      this.#client.workflow.signalWithStart<(input: ProcessInput) => Promise<void>>(
        wordsOf(processTypeOf(stream)).workflow,
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

  async #signal(stream: StreamId): Promise<void> {
    this.#waiting.delete(stream);
    this.#underWay.add(stream);
    await this.one(stream).catch((error: unknown) => {
      // The sweeper signals all of them as soon as the server is back.
      if (isAway(error)) this.#waiting.clear();
    });
    this.#underWay.delete(stream);
    this.#goOn();
  }

  #goOn(): void {
    for (const stream of this.#waiting) {
      if (this.#underWay.size >= AT_ONCE) return;
      // The signal that is under way may come too early for what has happened since; another one follows it.
      if (!this.#underWay.has(stream)) void this.#signal(stream);
    }
    if (!this.#isBusy) for (const resolve of this.#idle.splice(0)) resolve();
  }

  get #isBusy(): boolean {
    return this.#underWay.size > 0 || this.#finding > 0;
  }
}

function isAway(error: unknown): boolean {
  const { cause } = error as Error;
  return isGrpcServiceError(cause) && AWAY.includes(cause.code);
}
