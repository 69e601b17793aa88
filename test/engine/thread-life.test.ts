import { afterEach, expect, test } from '@jest/globals';
import { ThreadLife } from '../../engine/thread/life.ts';
import { until } from '../harness/until.ts';

const program = (text: string) => new URL(`data:text/javascript,${encodeURIComponent(text)}`);
/** Says back what it hears, or ends at the word "end". */
const ECHO = program(`
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', (word) => (word.said === 'end' ? process.exit(0) : parentPort.postMessage(word)));
  parentPort.postMessage({ ready: true });`);

interface Word {
  readonly said: string;
}
let life: ThreadLife<Word> | undefined;
const complaints: string[] = [];
const heard: string[] = [];
let deaths = 0;
const lifeOf = (entry: URL, hear = (word: Word) => void heard.push(word.said)) => {
  [complaints.length, heard.length, deaths] = [0, 0, 0];
  life = new ThreadLife<Word>({
    ...{ name: 'It', entry, data: {}, beginsWithinMs: 5_000, hear },
    complain: (what) => void complaints.push(what),
    isWanted: () => true,
    begun: () => undefined,
    died: () => {
      deaths++;
    },
  });
  return life;
};
afterEach(async () => {
  await life?.stop();
});

test('whoever waits for one to begin hears what it died of, and the next one begins when it is wanted', async () => {
  const own = lifeOf(program("throw new Error('no key')"));
  await expect(own.born()).rejects.toThrow('no key');
  expect([own.thread, deaths, complaints]).toEqual([undefined, 1, ['It died']]);
  await expect(own.born()).rejects.toThrow('no key');
  expect(deaths).toBe(2);
});

test('one that ends without a word before it is ready has died', async () => {
  await expect(lifeOf(program('process.exit(0)')).born()).rejects.toThrow('It died.');
  expect(deaths).toBe(1);
});

test('one that cannot be made has died as well, and ends nothing else', async () => {
  await expect(lifeOf(new URL('ftp://localhost/program.js')).born()).rejects.toThrow();
  expect([deaths, complaints]).toEqual([1, ['It cannot be made']]);
});

test('at most one is spoken to: one that is told to end, or cut off, has not died, and the next one begins at once', async () => {
  const own = lifeOf(ECHO);
  const seen = new Set<object | undefined>();
  for (const part of [() => own.end({ said: 'end' }), () => own.cutOff()]) {
    await own.born();
    own.begin();
    own.say({ said: 'a' });
    await until(() => heard.splice(0).length > 0);
    seen.add(own.thread);
    part();
    expect([own.thread, own.isReady]).toEqual([undefined, false]);
  }
  await own.born();
  expect([seen.size, seen.has(own.thread), deaths, complaints]).toEqual([2, false, 0, []]);
});

test('one whose word cannot be dealt with is given up', async () => {
  const own = lifeOf(ECHO, () => {
    throw new Error('nonsense');
  });
  await own.born();
  own.say({ said: 'a' });
  await until(() => deaths > 0);
  expect(complaints).toEqual(['It could not be heard']);
});

test('none begins once all were ended', async () => {
  const own = lifeOf(ECHO);
  await own.born();
  await own.stop();
  own.begin();
  expect([own.thread, deaths]).toEqual([undefined, 0]);
});
