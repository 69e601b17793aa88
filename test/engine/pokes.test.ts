import { expect, test } from '@jest/globals';
import { type Client, ServiceError } from '@temporalio/client';
import type { StreamId } from '../../contracts/ids.ts';
import { Pokes } from '../../engine/pokes.ts';
import { temporalClient } from '../../engine/temporal-client.ts';

const streams = (n: number) => Array.from({ length: n }, (_, i): StreamId => `round:r${i}`);

/** A server that answers when it is told to. */
function held() {
  const signalled: string[] = [];
  const waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const signalWithStart = async (_type: string, { workflowId }: { workflowId: string }) => {
    signalled.push(workflowId);
    await new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
  };
  const withDeadline = (_deadline: number, work: () => Promise<unknown>) => work();
  const client = { withDeadline, workflow: { signalWithStart } } as unknown as Client;
  const answer = async (fault?: Error) => {
    while (waiting.length) {
      for (const { resolve, reject } of waiting.splice(0)) fault ? reject(fault) : resolve();
      await new Promise(setImmediate);
    }
  };
  return { client, signalled, answer };
}

test('a stream that is poked again and again before its turn is signalled once', async () => {
  const { client, signalled, answer } = held();
  const pokes = new Pokes(client);
  for (let i = 0; i < 40; i++) pokes.send(['round:same', 'round:same']);
  await answer();
  await pokes.settled();
  // The one under way may have come too early for the others, which are as good as one.
  expect(signalled).toEqual(['round:same', 'round:same']);
});

test('what waits while a server turns out to be away is left to the sweeper', async () => {
  const { client, signalled, answer } = held();
  const pokes = new Pokes(client);
  pokes.send(streams(500));
  const refused = Object.assign(new Error('14 UNAVAILABLE'), { code: 14, details: '', metadata: {} });
  const under = signalled.length;
  await answer(new ServiceError('Failed to signal', { cause: refused }));
  await pokes.settled();
  expect(signalled).toHaveLength(under);
  pokes.send(['round:later']);
  await answer();
  expect(signalled.at(-1)).toBe('round:later');
});

test('what the server refuses of one stream keeps the others from nothing', async () => {
  const { client, signalled, answer } = held();
  const pokes = new Pokes(client);
  pokes.send(streams(100));
  const invalid = Object.assign(new Error('3 INVALID_ARGUMENT'), { code: 3, details: '', metadata: {} });
  await answer(new ServiceError('Failed to signal', { cause: invalid }));
  await pokes.settled();
  expect(new Set(signalled).size).toBe(100);
});

test('a process that ends is not kept by a server that is away', async () => {
  const client = temporalClient('127.0.0.1:1', 'default');
  const pokes = new Pokes(client);
  const from = performance.now();
  pokes.send(streams(200));
  await pokes.stop();
  await client.connection.close();
  // A container is killed after half a minute, and there are other things to end.
  expect(performance.now() - from).toBeLessThan(10_000);
});
