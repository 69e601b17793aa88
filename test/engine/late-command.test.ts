import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import {
  ADVANCE_UPDATE,
  type Advance,
  type Advanced,
  ENGINE_QUEUE,
  type Mark,
  POKE_SIGNAL,
  WORKFLOW_OF,
} from '../../contracts/advance.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { workflowBundle } from '../harness/from-stock.ts';
import { skippingEnvironment } from '../harness/skipping.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

const PARENT: StreamId = 'selection:late';
const CHILD: StreamId = 'selection:late-child';
const LATE = ['late', 'digest'] as const;

let environment: TestWorkflowEnvironment;
beforeAll(async () => {
  environment = await skippingEnvironment();
});
afterAll(() => environment.teardown());

/** A process whose second turn begins another stage with a child, so that its run ends once the child has started. */
class ToldLedger {
  turns = 0;
  heard: string[] = [];
  answer: Promise<readonly Mark[]> | undefined;

  advance = async (stream: StreamId, { commands }: Advance): Promise<Advanced> => {
    const marks = commands.map(() => 'a' as const);
    const status = { marks, work: [], wake: null, pokes: [], owner: null, news: 0 };
    if (stream === CHILD) return { ...status, stage: 'call', closed: true, rounds: [] };
    this.turns++;
    this.heard.push(...commands.map(([id]) => id));
    if (this.turns === 2) await this.#sendLate();
    const closed = this.heard.length > 0;
    return { ...status, stage: this.turns === 1 ? 'call' : 'screening', closed, rounds: closed ? [] : [CHILD] };
  };

  /** Somebody sends a command while the turn is under way that leads to the end of the run. */
  async #sendLate(): Promise<void> {
    const handle = environment.client.workflow.getHandle(PARENT);
    this.answer = handle.executeUpdate<readonly Mark[], [readonly (readonly [string, string])[]]>(ADVANCE_UPDATE, {
      args: [[LATE]],
    });
    // What was sent before an answer is there when the answer is.
    for (let i = 0; i < 3; i++) await handle.describe();
  }
}

test('a command that comes while a run waits for its child before it ends is answered, and the procedure goes on', async () => {
  const ledger = new ToldLedger();
  const { client, nativeConnection: connection } = environment;
  const worker = await Worker.create({
    connection,
    taskQueue: ENGINE_QUEUE,
    workflowBundle: await workflowBundle(),
    activities: { advance: ledger.advance },
  });
  await worker.runUntil(async () => {
    const options = { taskQueue: ENGINE_QUEUE, workflowId: PARENT, args: [{ id: PARENT }] };
    const parent = await client.workflow.start(WORKFLOW_OF.selection, options);
    await parent.signal(POKE_SIGNAL);
    await parent.result();
    expect(await ledger.answer).toEqual(['a']);
    // A turn may be repeated, which the real one answers as it did before; another command there is none.
    expect(new Set(ledger.heard)).toEqual(new Set(['late']));
  });
});
