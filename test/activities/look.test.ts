import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { type LookParts, makeLook } from '../../activities/look.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { Clock } from '../../db/clock.ts';
import type { Advanced } from '../../engine/advanced.ts';
import { Pokes } from '../../engine/pokes.ts';
import { createEngineWorker } from '../../workers/engine-worker.ts';
import { workflowBundle } from '../harness/from-stock.ts';
import { skippingEnvironment } from '../harness/skipping.ts';

Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });

/** As many turns as look at once; the engine's pool has eight connections. */
const MOST = 6;
const CLOSED = { status: { stage: '', closed: true, rounds: [], work: [], wake: null }, ahead: 0, troubles: 0 };

/** Turns that take as long as the test says. */
function slowTurns() {
  const begun: StreamId[] = [];
  const ends: (() => void)[] = [];
  let [underWay, most, open] = [0, 0, false];
  const take = async (stream: StreamId): Promise<Advanced> => {
    begun.push(stream);
    most = Math.max(most, ++underWay);
    if (!open) await new Promise<void>((resolve) => ends.push(resolve));
    underWay--;
    return { ...CLOSED, outcomes: [], pokes: [], behind: [], erased: [], mail: false } as unknown as Advanced;
  };
  const parts: LookParts = {
    advance: { look: take },
    aftermath: { of: () => undefined },
    pokes: { settled: async () => undefined },
    time: { clock: new Clock() },
  };
  const end = () => {
    open = true;
    for (const resolve of ends.splice(0)) resolve();
  };
  return { parts, begun, end, most: () => most };
}

const streams = (n: number) => Array.from({ length: n }, (_, i): StreamId => `round:r${i}`);

test('a burst of looks takes no more turns at once than there are connections, each in its order', async () => {
  const { parts, begun, end, most } = slowTurns();
  const look = makeLook(parts);
  const looks = Promise.all(streams(50).map((stream) => look(stream, 0)));
  await new Promise(setImmediate);
  end();
  await looks;
  expect(most()).toBe(MOST);
  expect(begun).toEqual(streams(50));
});

test('an attempt that was given up before its turn takes none', async () => {
  const { parts, begun, end } = slowTurns();
  const look = makeLook(parts);
  const attempts = new AbortController();
  const busy = Promise.all(streams(MOST).map((stream) => look(stream, 0)));
  const givenUp = look('round:late', 0, attempts.signal);
  attempts.abort(new Error('timed out'));
  await expect(givenUp).rejects.toThrow('timed out');
  await expect(look('round:late', 0, attempts.signal)).rejects.toThrow('timed out');
  end();
  await busy;
  await look('round:next', 0);
  expect(begun).toEqual([...streams(MOST), 'round:next']);
});

let environment: TestWorkflowEnvironment;
beforeAll(async () => {
  environment = await skippingEnvironment();
});
afterAll(() => environment.teardown());

test('a workflow whose quick looks found no room looks once when there is some', async () => {
  const { parts, begun, end } = slowTurns();
  const { nativeConnection, client } = environment;
  const worker = await createEngineWorker(nativeConnection, 'default', await workflowBundle(), parts);
  const pokes = new Pokes(client);
  await worker.runUntil(async () => {
    await Promise.all(streams(MOST).map((stream) => pokes.one(stream)));
    while (begun.length < MOST) await new Promise(setImmediate);
    await pokes.one('round:late');
    const late = client.workflow.getHandle('round:late');
    const scheduled = async () =>
      (await late.fetchHistory()).events!.some((e) => e.activityTaskScheduledEventAttributes);
    // Both of its quick looks have timed out by then, and it waits for the one that is tried for ever.
    while (!(await scheduled()));
    end();
    await late.result();
  });
  expect(begun.filter((stream) => stream === 'round:late')).toHaveLength(1);
});
