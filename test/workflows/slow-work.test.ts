import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Context } from '@temporalio/activity';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { ENGINE_QUEUE, type Looked, WORK_QUEUE } from '../../contracts/advance.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { Pokes } from '../../engine/pokes.ts';
import { workflowBundle } from '../harness/from-stock.ts';
import { skippingEnvironment } from '../harness/skipping.ts';

Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });

let environment: TestWorkflowEnvironment;
beforeAll(async () => {
  environment = await skippingEnvironment();
});
afterAll(() => environment.teardown());

const standing: Looked = { troubled: false, stage: 'review', closed: false, rounds: [], work: [], wake: null };
const work = [{ kind: 'rank', key: '1' }];
const closed: Looked = { ...standing, closed: true };

/** What a piece of work does the so many-th time; it may have the procedure looked at once more before. */
type Piece = (times: number, poke: () => Promise<void>) => Promise<boolean>;

/** Runs the workflow of a stream on a ledger that says one after the other; the last is repeated. */
async function told(stream: StreamId, says: readonly Looked[], piece: Piece) {
  const { client, nativeConnection: connection } = environment;
  const poke = () => new Pokes(client).one(stream);
  const runs = new Set<string>();
  let [looks, pieces] = [0, 0];
  const look = async () => {
    runs.add(Context.current().info.workflowExecution!.runId);
    return says[Math.min(looks++, says.length - 1)];
  };
  const rank = () => piece(++pieces, poke);
  const engine = { taskQueue: ENGINE_QUEUE, workflowBundle: await workflowBundle(), activities: { look } };
  const workers = await Promise.all([
    Worker.create({ connection, ...engine }),
    Worker.create({ connection, taskQueue: WORK_QUEUE, activities: { rank } }),
  ]);
  const running = workers.map((w) => w.run());
  await poke();
  await client.workflow.getHandle(stream).result();
  for (const w of workers) w.shutdown();
  await Promise.all(running);
  return { pieces, runs: runs.size };
}

/** Until nobody waits for it any more. */
const forEver = (): Promise<never> => Context.current().cancelled;

test('a procedure that is closed ends, though its work fails again and again', async () => {
  const { runs } = await told('selection:failing', [{ ...standing, work }, closed], async (times, poke) => {
    if (times === 2) await poke();
    throw new Error('The solver is broken.');
  });
  expect(runs).toBe(1);
});

test('nobody waits for work that is not wanted any more, and it is begun anew when it is wanted again', async () => {
  const says = [{ ...standing, work }, { ...standing, wake: 1 }, { ...standing, work }, closed];
  const { pieces } = await told('selection:unwanted', says, async (times, poke) => {
    if (times > 1) return true;
    await poke();
    return forEver();
  });
  expect(pieces).toBe(2);
});

test('a stage that ends while work is under way hands over to a fresh run, which begins what is wanted there', async () => {
  const next = { ...standing, stage: 'ranking', work };
  const { pieces, runs } = await told('selection:staged', [{ ...standing, work }, next, next, closed], (times, poke) =>
    times > 1 ? Promise.resolve(true) : poke().then(forEver),
  );
  expect({ pieces, runs }).toEqual({ pieces: 2, runs: 2 });
});

test('where time fails, a run keeps its stage and goes on with its work', async () => {
  const trouble = { ...standing, troubled: true, stage: '', wake: 1 };
  const says = [trouble, { ...standing, work }, trouble, trouble, closed];
  const { pieces, runs } = await told('selection:trouble', says, async (_, poke) => {
    await poke();
    return true;
  });
  expect({ pieces, runs }).toEqual({ pieces: 1, runs: 1 });
});
