import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { type Advance, type Advanced, ENGINE_QUEUE, POKE_SIGNAL, WORKFLOW_OF } from '../../contracts/advance.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { workflowBundle } from '../harness/from-stock.ts';
import { skippingEnvironment } from '../harness/skipping.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

const PARENT: StreamId = 'selection:parent';
const CHILD: StreamId = 'selection:parent-child';

/** A ledger in which a process of stages has another one as its child: none of ours has, so its words are told here. */
class ToldLedger {
  /** How often the child has been opened, and how often it has closed. */
  opened = 1;
  closed = 0;
  #sayGone: () => void = () => undefined;
  /** The parent has heard that no child is running. */
  readonly gone = new Promise<void>((resolve) => {
    this.#sayGone = resolve;
  });

  advance = async (stream: StreamId, { commands }: Advance): Promise<Advanced> => {
    const status = { marks: commands.map(() => 'a' as const), stage: 'call', work: [], wake: null, pokes: [] };
    if (stream === CHILD) {
      this.closed = this.opened;
      return { ...status, closed: true, rounds: [], owner: PARENT, news: this.closed };
    }
    const going = this.closed < this.opened;
    if (!going) this.#sayGone();
    return { ...status, closed: this.closed === 2, rounds: going ? [CHILD] : [], owner: null, news: 0 };
  };
}

let environment: TestWorkflowEnvironment;
beforeAll(async () => {
  environment = await skippingEnvironment();
});
afterAll(() => environment.teardown());

test('a child of another kind than a round runs as what it is, brings its news home, and can be opened again', async () => {
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
    await ledger.gone;
    await client.workflow.getHandle(CHILD).result();
    ledger.opened = 2;
    await parent.signal(POKE_SIGNAL);
    await parent.result();
    const { events } = await parent.fetchHistory();
    const started = events!.flatMap((e) => e.startChildWorkflowExecutionInitiatedEventAttributes ?? []);
    expect(started.map((child) => [child.workflowId, child.workflowType?.name])).toEqual([
      [CHILD, 'trainerSelection'],
      [CHILD, 'trainerSelection'],
    ]);
  });
});
