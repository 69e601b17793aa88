import { expect, test } from '@jest/globals';
import type { StreamId } from '../../contracts/ids.ts';
import { unfolded } from '../../db/fold.ts';
import { FoldCache } from '../../engine/fold-cache.ts';

const ROUND: StreamId = 'round:answers';
const ANOTHER: StreamId = 'round:others';

function cacheWith(...streams: StreamId[]) {
  const cache = new FoldCache();
  const folds = streams.map((stream) => ({ ...unfolded(stream), version: 3 }));
  for (const folded of folds) {
    cache.share(folded);
    cache.unwatch(folded);
  }
  return { cache, folds };
}

test('who takes a fold that nobody looks at gets that very one', async () => {
  const { cache, folds } = cacheWith(ROUND);
  expect((await cache.take(ROUND)).folded).toBe(folds[0]);
});

test('who takes a fold at which somebody looks does not wait, and gets a copy', async () => {
  const { cache, folds } = cacheWith(ROUND);
  const [seen] = (await cache.watch([ROUND])).values();
  const { folded } = await cache.take(ROUND);
  expect(seen).toBe(folds[0]);
  expect(folded).not.toBe(seen);
  expect(folded!.state).not.toBe(seen!.state);
  expect(folded).toEqual(seen);
  folded!.version = 4;
  cache.giveBack(ROUND, folded);
  cache.unwatch(seen!);
  expect((await cache.take(ROUND)).folded).toBe(folded);
});

test('many look at one fold, and the last of them sets it free', async () => {
  const { cache, folds } = cacheWith(ROUND);
  for (let i = 0; i < 2; i++) expect((await cache.watch([ROUND])).get(ROUND)).toBe(folds[0]);
  cache.unwatch(folds[0]!);
  const copied = (await cache.take(ROUND)).folded;
  expect(copied).not.toBe(folds[0]);
  cache.giveBack(ROUND, copied);
  cache.unwatch(folds[0]!);
  expect((await cache.take(ROUND)).folded).toBe(copied);
});

test('who looks at a fold that is taken waits for it, and has it as it is given back', async () => {
  const { cache } = cacheWith(ROUND, ANOTHER);
  const { folded } = await cache.take(ROUND);
  const looking = cache.watch([ANOTHER, ROUND]);
  folded!.version = 4;
  cache.giveBack(ROUND, folded);
  expect([...(await looking).values()].map((f) => [f.stream, f.version])).toEqual([
    [ANOTHER, 3],
    [ROUND, 4],
  ]);
});

test('a fold that somebody has made to look at it does not replace the one that is taken', async () => {
  const { cache } = cacheWith(ROUND);
  const { folded } = await cache.take(ROUND);
  const made = { ...unfolded(ROUND), version: 3 };
  cache.share(made);
  folded!.version = 4;
  cache.giveBack(ROUND, folded);
  cache.unwatch(made);
  expect((await cache.take(ROUND)).folded).toBe(folded);
});
