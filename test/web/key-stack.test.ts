import { expect, test } from '@jest/globals';
import { KeyStack, type Keys } from '../../web/src/ui/key-stack.ts';

const stack = () => {
  const keys = new KeyStack();
  const heard: string[] = [];
  let time = 0;
  const saying = (...all: string[]): (() => Keys) => {
    const own = Object.fromEntries(all.map((key) => [key, () => heard.push(key)]));
    return () => own as Keys;
  };
  const type = (...all: string[]) => {
    for (const key of all) {
      time += 100;
      keys.press(key, time)?.();
    }
    return heard.splice(0).join(', ');
  };
  const wait = () => {
    time += 1_000;
  };
  return { keys, saying, type, wait };
};

test.each([true, false])(
  'two keys in a row come before a page’s single one, whoever came first (shell first: %s)',
  (shell) => {
    const { keys, saying, type, wait } = stack();
    const add = [
      () => keys.add('everywhere', saying('g c', 'g r', '?')),
      () => keys.add('page', saying('c', 'r', 'j')),
    ] as const;
    for (const one of shell ? add : [...add].reverse()) one();
    expect(type('g', 'c')).toBe('g c');
    expect(type('g', 'r', 'r')).toBe('g r, r');
    expect(type('g', 'j', 'c')).toBe('j, c');
    type('g');
    wait();
    expect(type('c', '?')).toBe('c, ?');
  },
);

test.each([true, false])('the page comes before what works everywhere (shell first: %s)', (shell) => {
  const { keys, type } = stack();
  const heard: string[] = [];
  const add = [
    () => keys.add('everywhere', () => ({ '/': () => heard.push('shell') }) as unknown as Keys),
    () => keys.add('page', () => ({ '/': () => heard.push('page') }) as unknown as Keys),
  ] as const;
  const leave = (shell ? add : [...add].reverse()).map((one) => one());
  type('/');
  leave[shell ? 1 : 0]!();
  type('/');
  expect(heard).toEqual(['page', 'shell']);
});

test('a key that is told to do nothing is left to the next', () => {
  const { keys, saying, type } = stack();
  keys.add('page', saying('s'));
  keys.add('page', () => ({ s: undefined }));
  expect(type('s')).toBe('s');
});
