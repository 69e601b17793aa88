import { beforeEach, expect, test } from '@jest/globals';
import {
  type Content,
  Draft,
  type Effects,
  type Kept,
  type Refusal,
  SaveRefused,
} from '../../../web/src/features/answer/store/draft.ts';

/** A device and a server whose time is moved by hand. */
class World implements Effects {
  time = 0;
  kept: Kept | undefined;
  server: { revision: number; content: Content } = { revision: 0, content: {} };
  refusal: Refusal | undefined;
  saves = 0;
  /** Saves wait here until they are let through. */
  held: (() => void)[] | undefined;
  #waiting: { at: number; callback: () => void }[] = [];

  now = () => this.time;
  load = async () => this.server;

  async keep(kept: Kept): Promise<void> {
    this.kept = kept;
  }

  async forget(): Promise<void> {
    this.kept = undefined;
  }

  async save(content: Content, revision: number): Promise<number> {
    this.saves += 1;
    if (this.held) await new Promise<void>((resolve) => this.held!.push(resolve));
    if (this.refusal) throw new SaveRefused(this.refusal);
    if (revision !== this.server.revision) throw new SaveRefused('conflict');
    this.server = { revision: revision + 1, content };
    return revision + 1;
  }

  later(callback: () => void, ms: number): () => void {
    const waiting = { at: this.time + ms, callback };
    this.#waiting.push(waiting);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== waiting);
    };
  }

  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      const [next] = this.#waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#waiting = this.#waiting.filter((other) => other !== next);
      this.time = next.at;
      next.callback();
      await settled();
    }
    this.time = end;
    await settled();
  }
}

/** What promises have to do is done. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

let world: World;
const opened = () => new Draft(world, world.server, world.kept);
const savedOf = (draft: Draft) => draft.state().saved;

beforeEach(() => {
  world = new World();
});

test('what is written is on the device at once, and on the server once the person pauses', async () => {
  const draft = opened();
  expect(savedOf(draft)).toEqual({ state: 'untouched' });
  draft.change('comment', 'S');
  await world.pass(500);
  draft.change('comment', 'So');
  expect(world.kept).toEqual({ content: { comment: 'So' }, revision: 0 });
  await world.pass(799);
  expect([world.saves, savedOf(draft).state]).toEqual([0, 'saving']);
  await world.pass(1);
  expect(world.server).toEqual({ revision: 1, content: { comment: 'So' } });
  expect(savedOf(draft)).toEqual({ state: 'saved', at: 1300 });
  expect(world.kept).toBeUndefined();
});

test('what is written while a save is under way goes with the next one, and saves never overtake each other', async () => {
  const draft = opened();
  world.held = [];
  draft.change('score', 1);
  await world.pass(800);
  draft.change('score', 2);
  await world.pass(5000);
  expect(world.saves).toBe(1);
  world.held.shift()!();
  await world.pass(0);
  await world.pass(800);
  expect([world.saves, world.server.content]).toEqual([2, { score: 1 }]);
  expect(world.kept?.content).toEqual({ score: 2 });
  world.held.shift()!();
  await world.pass(0);
  expect(world.server).toEqual({ revision: 2, content: { score: 2 } });
  expect(savedOf(draft).state).toBe('saved');
});

test('submitting first sends what the last key has written', async () => {
  const draft = opened();
  draft.change('comment', 'the last word');
  await draft.flush();
  expect(world.server.content).toEqual({ comment: 'the last word' });
  expect(draft.isUnsaved).toBe(false);
  await draft.submitted();
  await world.pass(60_000);
  expect([world.saves, world.kept]).toEqual([1, undefined]);
});

test('without a connection all stays on the device, says since when, and goes as soon as it is back', async () => {
  const draft = opened();
  world.refusal = 'lost';
  draft.change('score', 5);
  await world.pass(800);
  expect(savedOf(draft)).toEqual({ state: 'kept', since: 800 });
  draft.change('score', 6);
  await world.pass(30_000);
  expect(world.kept?.content).toEqual({ score: 6 });
  expect(savedOf(draft).state).toBe('kept');
  await draft.flush();
  world.refusal = undefined;
  draft.wake();
  await world.pass(0);
  expect([world.server.content, savedOf(draft).state, world.kept]).toEqual([{ score: 6 }, 'saved', undefined]);
});

test('a connection that comes back while a save still fails is not waited for again', async () => {
  const draft = opened();
  world.refusal = 'lost';
  draft.change('score', 5);
  // So often that the next attempt is far away.
  await world.pass(60_000);
  world.held = [];
  await world.pass(30_000);
  expect(world.held).toHaveLength(1);
  draft.wake();
  await world.pass(0);
  world.held.shift()!();
  await world.pass(0);
  await world.pass(0);
  world.refusal = undefined;
  world.held.shift()!();
  await world.pass(0);
  expect([world.server.content, savedOf(draft).state]).toEqual([{ score: 5 }, 'saved']);
});

test('a save whose answer was lost is no conflict with what was written after it', async () => {
  const draft = opened();
  draft.change('comment', 'first');
  world.save = async (content, revision) => {
    await World.prototype.save.call(world, content, revision);
    throw new SaveRefused('lost');
  };
  await world.pass(800);
  expect([savedOf(draft).state, world.server.revision]).toEqual(['kept', 1]);
  draft.change('comment', 'first, and more');
  world.save = World.prototype.save;
  await world.pass(5_000);
  expect(world.server).toEqual({ revision: 2, content: { comment: 'first, and more' } });
  expect(savedOf(draft).state).toBe('saved');
});

test('a page that was closed without a connection goes on from the device', async () => {
  world.refusal = 'lost';
  const before = opened();
  before.change('score', 5);
  await world.pass(800);
  before.close();
  world.refusal = undefined;
  const draft = opened();
  expect(draft.state().content).toEqual({ score: 5 });
  await world.pass(0);
  expect([world.server.content, world.kept]).toEqual([{ score: 5 }, undefined]);
});

test('two who write the same draft are both kept, and nothing is sent until somebody has chosen', async () => {
  const draft = opened();
  world.server = { revision: 1, content: { comment: 'theirs' } };
  draft.change('comment', 'mine');
  await world.pass(800);
  expect(savedOf(draft)).toEqual({ state: 'conflict', theirs: { revision: 1, content: { comment: 'theirs' } } });
  draft.change('comment', 'mine, longer');
  await world.pass(60_000);
  expect([world.saves, world.server.content, world.kept?.content]).toEqual([
    1,
    { comment: 'theirs' },
    { comment: 'mine, longer' },
  ]);
  expect(await draft.isReady()).toBe(false);
  draft.settle({ comment: 'theirs, and mine' });
  await world.pass(0);
  expect(world.server).toEqual({ revision: 2, content: { comment: 'theirs, and mine' } });
  expect([savedOf(draft).state, await draft.isReady()]).toEqual(['saved', true]);
});

test('what goes on elsewhere, or turns out to have been written elsewhere, is not ready to be sent', async () => {
  const draft = opened();
  draft.change('comment', 'mine');
  world.server = { revision: 1, content: { comment: 'theirs' } };
  expect(await draft.isReady()).toBe(false);
  const other = opened();
  await other.leave();
  expect(await other.isReady()).toBe(false);
});

test('a device that comes back with an older draft shows both', () => {
  world.server = { revision: 3, content: { comment: 'newer' } };
  world.kept = { content: { comment: 'older' }, revision: 2 };
  expect(savedOf(opened())).toEqual({ state: 'conflict', theirs: world.server });
});

test('the same words written twice are no conflict', async () => {
  const draft = opened();
  world.server = { revision: 1, content: { comment: 'same' } };
  draft.change('comment', 'same');
  await world.pass(800);
  expect(savedOf(draft).state).toBe('saved');
  draft.change('comment', 'same, and more');
  await world.pass(800);
  expect(world.server.revision).toBe(2);
});

test('a round that has closed takes nothing more, and the text stays', async () => {
  const draft = opened();
  world.refusal = 'closed';
  draft.change('comment', 'too late');
  await world.pass(800);
  expect(savedOf(draft)).toEqual({ state: 'closed' });
  draft.change('comment', 'not taken');
  await world.pass(60_000);
  expect([world.saves, draft.state().content, world.kept?.content]).toEqual([
    1,
    { comment: 'too late' },
    { comment: 'too late' },
  ]);
});

test('another tab that goes on with it gets all that was written here', async () => {
  const draft = opened();
  draft.change('comment', 'from the first tab');
  await draft.leave();
  expect(savedOf(draft)).toEqual({ state: 'elsewhere' });
  draft.change('comment', 'not taken');
  expect(draft.state().content).toEqual({ comment: 'from the first tab' });
  expect(new Draft(world, world.server, world.kept).state().content).toEqual({ comment: 'from the first tab' });
});

test('a session that has ended keeps the text, and goes on after signing in again', async () => {
  const draft = opened();
  world.refusal = 'signed-out';
  draft.change('score', 3);
  await world.pass(800);
  expect([savedOf(draft).state, world.kept?.content]).toEqual(['signed-out', { score: 3 }]);
  draft.change('score', 4);
  world.refusal = undefined;
  draft.wake();
  await world.pass(0);
  expect(world.server.content).toEqual({ score: 4 });
});
