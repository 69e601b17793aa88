import { describe, expect, it } from '@jest/globals';
import { Batcher } from '../../engine/batch.ts';

/** A sender whose batches are answered when the test says so. */
function slowSender() {
  const batches: { items: readonly number[]; answer: () => void }[] = [];
  const seen = new Map<number, () => void>();
  const send = (items: readonly number[]) =>
    new Promise<readonly (string | Error)[]>((resolve) => {
      batches.push({ items, answer: () => resolve(items.map((n) => (n < 0 ? new Error(`no ${n}`) : `yes ${n}`))) });
      seen.get(batches.length)?.();
    });
  const batch = async (number: number) => {
    if (batches.length < number) await new Promise<void>((resolve) => seen.set(number, resolve));
    return batches[number - 1]!;
  };
  return { send, batch, batches };
}

const LONG = 60_000;

describe('the batcher', () => {
  it('sends what gathers while a batch is under way as one', async () => {
    const { send, batch } = slowSender();
    let idle = 0;
    const batcher = new Batcher(send, { most: 200, patience: LONG, inFlight: 1, idle: () => void idle++ });
    const first = batcher.add(1);
    await batch(1);
    const others = [2, 3, 4].map((n) => batcher.add(n));
    (await batch(1)).answer();
    expect(await first).toBe('yes 1');
    // Whoever was answered is expected back, so with a long patience the batch waits for exactly that one.
    const back = batcher.add(5);
    expect((await batch(2)).items).toEqual([2, 3, 4, 5]);
    (await batch(2)).answer();
    expect(await Promise.all([...others, back])).toEqual(['yes 2', 'yes 3', 'yes 4', 'yes 5']);
    await new Promise(setImmediate);
    // Between the two batches somebody waited.
    expect(idle).toBe(1);
  });

  it('waits for the answered and the waiting together, so that a crowd in two parts becomes one', async () => {
    const { send, batch, batches } = slowSender();
    const batcher = new Batcher(send, { most: 200, patience: LONG, inFlight: 1 });
    const callers = [batcher.add(1)];
    await batch(1);
    callers.push(batcher.add(2), batcher.add(3));
    (await batch(1)).answer();
    await callers[0];
    expect(batches).toHaveLength(1);
    callers.push(batcher.add(4));
    expect((await batch(2)).items).toEqual([2, 3, 4]);
    (await batch(2)).answer();
    await Promise.all(callers);
  });

  it('lets a large crowd take turns in halves, so that one is decided while the other is answered', async () => {
    const { send, batch } = slowSender();
    const batcher = new Batcher(send, { most: 200, patience: LONG, inFlight: 1 });
    const twenty = (from: number) => Array.from({ length: 20 }, (_, i) => from + i);
    const first = twenty(0).map((n) => batcher.add(n));
    (await batch(1)).answer();
    await Promise.all(first);
    const back = twenty(100).map((n) => batcher.add(n));
    expect((await batch(2)).items).toEqual(twenty(100).slice(0, 10));
    (await batch(2)).answer();
    expect((await batch(3)).items).toEqual(twenty(100).slice(10));
    (await batch(3)).answer();
    await Promise.all(back);
  });

  it('lets people take turns where more waits than goes together, each in their own order', async () => {
    const { send, batch } = slowSender();
    const by = (n: number) => `${Math.floor(n / 100)}`;
    const batcher = new Batcher(send, { most: 6, patience: 0, inFlight: 1, by });
    const first = batcher.add(0);
    await batch(1);
    // One sends ten, then two others a few.
    const callers = [101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 201, 202, 301].map((n) => batcher.add(n));
    (await batch(1)).answer();
    await first;
    expect((await batch(2)).items).toEqual([101, 102, 103, 201, 202, 301]);
    (await batch(2)).answer();
    expect((await batch(3)).items).toEqual([104, 105, 106, 107, 108, 109]);
    (await batch(3)).answer();
    (await batch(4)).answer();
    await Promise.all(callers);
  });

  it('takes a crowd that comes at once as one batch', async () => {
    const { send, batch } = slowSender();
    const batcher = new Batcher(send, { most: 200, patience: LONG, inFlight: 1 });
    const crowd = [1, 2, 3].map((n) => batcher.add(n));
    expect((await batch(1)).items).toEqual([1, 2, 3]);
    (await batch(1)).answer();
    await Promise.all(crowd);
  });

  it('does not wait for ever for callers who went away', async () => {
    const { send, batch } = slowSender();
    const batcher = new Batcher(send, { most: 200, patience: 1, inFlight: 1 });
    const crowd = [batcher.add(1), batcher.add(2)];
    expect((await batch(1)).items).toEqual([1, 2]);
    (await batch(1)).answer();
    await Promise.all(crowd);
    const last = batcher.add(3);
    (await batch(2)).answer();
    expect(await last).toBe('yes 3');
  });

  it('keeps a batch to its limit', async () => {
    const { send, batch } = slowSender();
    const batcher = new Batcher(send, { most: 2, patience: 1, inFlight: 1 });
    const all = [1, 2, 3, 4].map((n) => batcher.add(n));
    for (const [number, items] of [
      [1, [1, 2]],
      [2, [3, 4]],
    ] as const) {
      expect((await batch(number)).items).toEqual(items);
      (await batch(number)).answer();
    }
    await Promise.all(all);
  });

  it('gives each caller its own result, errors included', async () => {
    const { send, batch } = slowSender();
    const batcher = new Batcher(send, { most: 200, patience: 1, inFlight: 1 });
    const ends = [1, -2, 3].map((n) => batcher.add(n).catch((error: Error) => error.message));
    (await batch(1)).answer();
    expect(await Promise.all(ends)).toEqual(['yes 1', 'no -2', 'yes 3']);
  });
});
