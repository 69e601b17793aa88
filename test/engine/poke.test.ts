import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { ENGINE_QUEUE, type Looked } from '../../contracts/advance.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { Pokes } from '../../engine/pokes.ts';

import { workflowBundle } from '../harness/from-stock.ts';
import { skippingEnvironment } from '../harness/skipping.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

let environment: TestWorkflowEnvironment;
beforeAll(async () => {
  environment = await skippingEnvironment();
});
afterAll(() => environment.teardown());

const standing: Looked = { troubled: false, stage: 'call', closed: false, rounds: [], work: [], wake: null };

/** Runs the workflow of a stream on a ledger that says, look after look, what the test says. */
async function told(stream: StreamId, look: (looks: number, poke: () => Promise<void>) => Promise<Looked>) {
  const pokes = new Pokes(environment.client);
  let looks = 0;
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    taskQueue: ENGINE_QUEUE,
    workflowBundle: await workflowBundle(),
    activities: { look: async () => look(++looks, () => pokes.one(stream)) },
  });
  await worker.runUntil(async () => {
    await pokes.one(stream);
    await environment.client.workflow.getHandle(stream).result();
  });
  return looks;
}

test('a poke that comes while the last look is under way is not lost with the run that ends', async () => {
  const looks = await told('selection:closing', async (n, poke) => {
    // Somebody writes between this look and the end of the run: only another look can see it.
    if (n === 1) await poke();
    return { ...standing, closed: true };
  });
  expect(looks).toBe(2);
});

test('a poke that comes while a run is about to hand over to a fresh one is looked at by one of the two', async () => {
  const looks = await told('selection:staged', async (n, poke) => {
    if (n === 2) await poke();
    return n < 3
      ? // biome-ignore lint/plugin: Temporal's time here is the machine's
        { ...standing, stage: n === 1 ? 'call' : 'screening', wake: Date.now() }
      : { ...standing, closed: true };
  });
  expect(looks).toBeGreaterThanOrEqual(3);
});
