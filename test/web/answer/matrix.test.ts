import { beforeEach, expect, test } from '@jest/globals';
import type { Content, Effects, Kept, Standing } from '../../../web/src/features/answer/store/draft.ts';
import { SaveRefused } from '../../../web/src/features/answer/store/draft.ts';
import { isPart, layoutOf, type Rated } from '../../../web/src/features/answer/store/layout.ts';
import type { Level } from '../../../web/src/features/answer/store/level.ts';
import { Matrix } from '../../../web/src/features/answer/store/matrix.ts';
import { standingOf, withAnswers, withDrafts } from '../../../web/src/features/answer/store/read-sitting.ts';
import { savedOfAll } from '../../../web/src/features/answer/store/saved.ts';
import { type DraftOfTask, Together } from '../../../web/src/features/answer/store/together.ts';

const label = (en: string) => ({ en, 'zh-CN': en });
const score = (key: string, wanted: number) =>
  ({ key, kind: 'score', label: label(key), required: false, min: 0, max: 7, step: 0.5, wanted }) as const;
const remarks = {
  key: 'remarks',
  kind: 'text',
  label: label('Remarks'),
  required: false,
  minLength: 0,
  maxLength: 4000,
} as const;

const RATED: Rated = {
  forms: [
    { key: 'ENG', post: label('Engineer'), form: { fields: [score('talk', 5), score('safety', 4.3), remarks] } },
    { key: 'TECH', post: label('Technician'), form: { fields: [score('causes', 4), score('safety', 4.2), remarks] } },
  ],
  tasks: ['ann', 'ben', 'eve', 'kim'].map((task, i) => ({
    ...{ task, label: label(task), state: 'open', answer: null },
    formKey: i === 0 ? 'ENG' : 'TECH',
  })),
};

/** Drafts that are saved at once, on a device and a server that say so; time goes a second a level. */
class World {
  time = 0;
  readonly kept = new Map<string, Kept>();
  readonly server = new Map<string, Content>();
  readonly revisions = new Map<string, number>();

  readonly of = (task: string): Effects => ({
    keep: async (kept) => void this.kept.set(task, kept),
    forget: async () => void this.kept.delete(task),
    load: async () => ({ revision: 0, content: {} }),
    save: async (content, revision) => {
      if (revision !== (this.revisions.get(task) ?? 0)) throw new SaveRefused('conflict');
      this.revisions.set(task, revision + 1);
      this.server.set(task, content);
      return revision + 1;
    },
    now: () => this.time,
    later: () => () => undefined,
  });

  readonly now = () => (this.time += 1000);
}

let world: World;
let layout: ReturnType<typeof layoutOf>;
const opened = (order: 'element' | 'person' = 'element') =>
  new Matrix(world, layout, { standings: new Map(), kept: new Map(), order });
const rate = (matrix: Matrix, ...levels: Level[]) => {
  for (const level of levels) matrix.rate(level);
};
const at = (matrix: Matrix) => `${matrix.state().at.key} ${matrix.state().at.task}`;
const levelOf = (matrix: Matrix, task: string, key: string) =>
  matrix.level(matrix.state().layout.people.find((person) => person.task === task)!, key);

beforeEach(() => {
  world = new World();
  layout = layoutOf(RATED);
});

test('people stand post by post, the largest first; what more posts have comes first', () => {
  expect(layout.people.map(({ task }) => task)).toEqual(['ben', 'eve', 'kim', 'ann']);
  expect(layout.elements.map(({ key }) => key)).toEqual(['safety', 'causes', 'talk']);
  expect(layout.posts.map(({ key, people }) => [key, people])).toEqual([
    ['TECH', 3],
    ['ENG', 1],
  ]);
  expect(isPart(layout.people[3]!, layout.elements[1]!)).toBe(false);
  expect(layoutOf(RATED, 'ENG').people.map(({ task }) => task)).toEqual(['ann']);
});

test('a level goes on to the next person, at the end of a row to the next element, over what is no part of a post', () => {
  const matrix = opened();
  expect(at(matrix)).toBe('safety ben');
  rate(matrix, 3, 4, null, 5);
  expect(at(matrix)).toBe('causes ben');
  rate(matrix, 2, 2, 2);
  expect(at(matrix)).toBe('talk ann');
  expect(levelOf(matrix, 'kim', 'safety')).toBeNull();
  expect(world.kept.get('eve')).toEqual({ content: { safety: 4, causes: 2 }, revision: 0 });
});

test('whoever fills in what is open writes over nothing; whoever rates anew goes to the next', () => {
  const matrix = opened();
  matrix.put({ task: 'eve', key: 'safety' }, 6);
  rate(matrix, 3);
  expect(at(matrix)).toBe('safety kim');
  matrix.goTo({ task: 'ben', key: 'safety' });
  rate(matrix, 4);
  expect(at(matrix)).toBe('safety eve');
});

test('person by person a level goes down the column', () => {
  const matrix = opened('person');
  rate(matrix, 3);
  expect(at(matrix)).toBe('causes ben');
  rate(matrix, 4);
  expect(at(matrix)).toBe('safety eve');
});

test('a half belongs to the level that was given last, until one goes elsewhere', () => {
  const matrix = opened();
  rate(matrix, 3);
  matrix.half();
  expect([levelOf(matrix, 'ben', 'safety'), at(matrix)]).toEqual([3.5, 'safety eve']);
  matrix.half();
  expect(levelOf(matrix, 'ben', 'safety')).toBe(3);
  matrix.step(1, 0);
  matrix.half();
  expect([levelOf(matrix, 'ben', 'safety'), levelOf(matrix, 'kim', 'safety')]).toEqual([3, undefined]);
  rate(matrix, 7);
  matrix.half();
  expect(levelOf(matrix, 'kim', 'safety')).toBe(7);
});

test('clearing empties the cell, and an empty one leads back to what was given last', () => {
  const matrix = opened();
  rate(matrix, 3);
  matrix.clear();
  expect([levelOf(matrix, 'ben', 'safety'), at(matrix)]).toEqual([undefined, 'safety ben']);
  rate(matrix, 4);
  matrix.step(-1, 0);
  matrix.clear();
  expect(levelOf(matrix, 'ben', 'safety')).toBeUndefined();
});

test('whatever was written is taken back one by one, where it was written', () => {
  const matrix = opened();
  rate(matrix, 3, 4);
  matrix.half();
  for (const [value, where] of [
    [4, 'safety eve'],
    [undefined, 'safety eve'],
  ] as const) {
    matrix.undo();
    expect([levelOf(matrix, 'eve', 'safety'), at(matrix)]).toEqual([value, where]);
  }
  matrix.undo();
  matrix.undo();
  expect([levelOf(matrix, 'ben', 'safety'), at(matrix)]).toEqual([undefined, 'safety ben']);
});

test('what a post requires is said only of rows in which nobody is open', () => {
  const matrix = opened();
  const [safety] = layout.elements;
  rate(matrix, 3.5, 4, null);
  expect(matrix.isComplete(safety!)).toBe(false);
  rate(matrix, 4);
  expect(matrix.isComplete(safety!)).toBe(true);
  // Half a level below, and not less.
  expect(layout.people.map((person) => matrix.isBelow(person, safety!))).toEqual([true, false, false, false]);
  matrix.goTo({ task: 'kim', key: 'safety' });
  matrix.clear();
  expect(matrix.isComplete(safety!)).toBe(false);
});

test('whoever is rated in everything is finished, also where something cannot be told', () => {
  const matrix = opened();
  rate(matrix, 3, 4, 5, 6, 3);
  expect(matrix.finished().map(({ task }) => task)).toEqual(['ben']);
  matrix.leaveOutRest(layout.people[3]!);
  expect(matrix.finished().map(({ task }) => task)).toEqual(['ben', 'ann']);
  expect(matrix.counts()).toEqual({ done: 6, of: 8 });
});

test('one level throughout is asked about once', () => {
  const keys = ['a', 'b', 'c', 'd', 'e'];
  layout = layoutOf({
    forms: [{ key: 'P', post: null, form: { fields: keys.map((key) => score(key, 4)) } }],
    tasks: RATED.tasks.slice(0, 2).map((task) => ({ ...task, formKey: 'P' })),
  });
  const matrix = opened('person');
  rate(matrix, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4);
  expect(matrix.straight().map(({ person, level, of }) => [person.task, level, of])).toEqual([['ann', 3, 5]]);
  expect(matrix.straight()).toEqual([]);
});

test('how long the rest takes follows from ten levels of one’s own', () => {
  layout = layoutOf({
    forms: [{ key: 'P', post: null, form: { fields: Array.from({ length: 40 }, (_, i) => score(`e${i}`, 4)) } }],
    tasks: [{ ...RATED.tasks[0]!, formKey: 'P' }],
  });
  const matrix = opened();
  rate(matrix, ...Array.from({ length: 9 }, () => 3));
  expect(matrix.minutesLeft()).toBeUndefined();
  matrix.rate(3);
  expect(matrix.minutesLeft()).toBe(1);
  // Whoever went for lunch is not slow.
  world.time += 3_600_000;
  matrix.rate(3);
  expect(matrix.minutesLeft()).toBe(4);
});

test('whose answer is in is read only; taken back it says on purpose what it left out', () => {
  const matrix = opened();
  rate(matrix, 3);
  const answered = RATED.tasks.map((task) =>
    task.task === 'ben' ? { ...task, state: 'submitted' as const, answer: { safety: 3 } } : task,
  );
  layout = layoutOf({ ...RATED, tasks: answered });
  matrix.renew(layout, new Map());
  matrix.goTo({ task: 'ben', key: 'safety' });
  matrix.rate(5);
  expect([levelOf(matrix, 'ben', 'safety'), levelOf(matrix, 'ben', 'causes')]).toEqual([3, null]);
  layout = layoutOf(RATED);
  const standing = standingOf({ draft: null, answer: { safety: 3 } }, ['safety', 'causes']);
  matrix.renew(layout, new Map([['ben', standing]]));
  expect(matrix.finished().map(({ task }) => task)).toEqual(['ben']);
  matrix.rate(5);
  expect(levelOf(matrix, 'ben', 'safety')).toBe(5);
});

test('whoever is handed over is there no more, and one is somewhere else', () => {
  const matrix = opened();
  layout = layoutOf({ ...RATED, tasks: RATED.tasks.filter(({ task }) => task !== 'ben') });
  matrix.renew(layout, new Map());
  expect(at(matrix)).toBe('safety eve');
});

test('what was taken back is nowhere where somebody was handed over, or stepped back from', () => {
  const matrix = opened();
  rate(matrix, 3, 4);
  layout = layoutOf({ ...RATED, tasks: RATED.tasks.filter(({ task }) => task !== 'eve') });
  matrix.renew(layout, new Map());
  matrix.half();
  matrix.undo();
  expect([levelOf(matrix, 'ben', 'safety'), at(matrix)]).toEqual([undefined, 'safety ben']);
  matrix.undo();
  expect(at(matrix)).toBe('safety ben');
  // Nobody is left: one stays where one was, and nothing breaks.
  matrix.renew(layoutOf({ ...RATED, tasks: [] }), new Map());
  expect(matrix.counts()).toEqual({ done: 0, of: 0 });
});

const read = () => ({ ...RATED, tasks: RATED.tasks.map((task) => ({ ...task, draft: null as Standing | null })) });

test('whoever comes back goes on from what the server has taken since the round was read', async () => {
  const matrix = opened();
  rate(matrix, 3);
  await matrix.drafts.flush();
  const sitting = withDrafts(read(), matrix.drafts.standings());
  expect(sitting.tasks.map(({ state, draft }) => [state, draft?.revision])).toEqual([
    ['open', undefined],
    ['drafted', 1],
    ['open', undefined],
    ['open', undefined],
  ]);
  expect(withDrafts(sitting, matrix.drafts.standings())).toBe(sitting);
  const standings = new Map(sitting.tasks.map((task) => [task.task, standingOf(task, [])]));
  const again = new Matrix(world, layout, { standings, kept: new Map(), order: 'element' });
  expect([levelOf(again, 'ben', 'safety'), at(again)]).toEqual([3, 'safety eve']);
  // The next key goes on from that revision, and meets nothing.
  again.put({ task: 'ben', key: 'causes' }, 4);
  await again.drafts.flush();
  expect([again.state().saved.state, world.server.get('ben')]).toEqual(['saved', { safety: 3, causes: 4 }]);
});

test('whose answer waits for a connection is read only; taken out it says again what was written, and sent it is in', () => {
  const matrix = opened();
  rate(matrix, 3);
  matrix.put({ task: 'ben', key: 'causes' }, 2);
  const answer = { safety: 3, causes: 2 };
  layout = layoutOf(RATED, undefined, new Map([['ben', answer]]));
  matrix.renew(layout, new Map());
  expect(matrix.put({ task: 'ben', key: 'safety' }, 6)).toBe(false);
  expect([levelOf(matrix, 'ben', 'safety'), matrix.finished(), matrix.drafts.of('ben')]).toEqual([3, [], undefined]);
  // The page was closed meanwhile, and has found the answer and the draft on the device.
  const kept = new Map([['ben', { content: { ...answer, remarks: 'Was away.' }, revision: 0 }]]);
  const later = new Matrix(world, layout, { standings: new Map(), kept, order: 'element' });
  for (const one of [matrix, later]) {
    one.renew(layoutOf(RATED), new Map());
    expect(one.finished().map(({ task }) => task)).toEqual(['ben']);
    expect(one.put({ task: 'ben', key: 'safety' }, 6)).toBe(true);
  }
  expect(world.kept.get('ben')?.content).toEqual({ safety: 6, causes: 2, remarks: 'Was away.' });
  const sitting = withAnswers(read(), new Map([['ben', answer]]));
  matrix.renew(layoutOf(sitting, undefined, new Map([['ben', answer]])), new Map());
  expect(matrix.state().layout.people.find(({ task }) => task === 'ben')).toMatchObject({
    isIn: true,
    isWaiting: false,
  });
});

test('all drafts together are as safe as the least safe of them', () => {
  expect(savedOfAll([{ state: 'saved', at: 1 }, { state: 'saved', at: 5 }, { state: 'untouched' }])).toEqual({
    ...{ state: 'saved', at: 5 },
  });
  expect(
    savedOfAll([
      { state: 'saved', at: 1 },
      { state: 'kept', since: 7 },
      { state: 'kept', since: 3 },
    ]),
  ).toEqual({
    ...{ state: 'kept', since: 3 },
  });
  expect(savedOfAll([])).toEqual({ state: 'untouched' });
});

test('drafts that come together go in one request, each with what became of it', async () => {
  const sent: (readonly DraftOfTask[])[] = [];
  let go: () => void = () => undefined;
  const together = new Together({
    async send(drafts) {
      sent.push(drafts);
      return drafts.map(({ task, revision }) => ({
        ...{ task, revision: revision + 1 },
        refusal: task === 'kim' ? ('conflict' as const) : undefined,
      }));
    },
    later: (callback) => {
      go = callback;
    },
  });
  const saved = [together.save('ann', { a: 1 }, 0), together.save('ben', { a: 2 }, 4), together.save('kim', {}, 0)];
  go();
  expect(await Promise.allSettled(saved)).toMatchObject([
    { value: 1 },
    { value: 5 },
    { reason: new SaveRefused('conflict') },
  ]);
  expect(sent.map((drafts) => drafts.map(({ task }) => task))).toEqual([['ann', 'ben', 'kim']]);
});

test('no more than a hundred drafts go at once, and what is lost is lost for all of them', async () => {
  const counts: number[] = [];
  let go: () => void = () => undefined;
  const together = new Together({
    async send(drafts) {
      counts.push(drafts.length);
      if (counts.length > 1) throw new SaveRefused('lost');
      return drafts.map(({ task }) => ({ task, revision: 1, refusal: undefined }));
    },
    later: (callback) => {
      go = callback;
    },
  });
  const saved = Array.from({ length: 101 }, (_, i) => together.save(`t${i}`, {}, 0));
  go();
  const states = (await Promise.allSettled(saved)).map(({ status }) => status);
  expect(counts).toEqual([100, 1]);
  expect(states.filter((state) => state === 'rejected')).toEqual(['rejected']);
});
