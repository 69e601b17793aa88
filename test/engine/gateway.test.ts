import { expect, test } from '@jest/globals';
import type { StreamId } from '../../contracts/ids.ts';
import { Gateway, type Turns } from '../../engine/gateway.ts';

test('a gateway remembers the streams that are busy, and of the others no more than a thousand', async () => {
  let release: () => void = () => undefined;
  const busy = new Promise<void>((resolve) => {
    release = resolve;
  });
  const turns = {
    decide: async (stream: StreamId, commands: readonly unknown[]) => {
      if (stream === 'round:busy') await busy;
      return { outcomes: commands.map(() => ({ accepted: true, version: 1 })) };
    },
  } as unknown as Turns;
  const gateway = new Gateway({ turns, after: () => undefined });
  const send = (stream: StreamId) => gateway.send(stream, { id: 'a-command', actor: 'P1', type: 'close', body: {} });
  const waits = send('round:busy');
  await Promise.all(Array.from({ length: 3_000 }, (_, i) => send(`round:r${i}`)));
  await new Promise(setImmediate);
  expect(gateway.remembered).toBeLessThanOrEqual(1_001);
  release();
  expect(await waits).toMatchObject({ accepted: true });
});
