import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

interface Locked {
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  /** Whether it is there for building and testing alone. */
  readonly dev?: boolean;
}

/** Licences under which Rostrum may be run and handed on; a choice of two is enough when one is here. */
const FREE = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/** Also of what only builds and tests: it asks that changes of its own files are handed on, and neither is done. */
const FREE_TO_WORK_WITH = [...FREE, 'MPL-2.0'];

/** They have the licence in their text and not in their description: MIT, and Unlicense. */
const UNSAID = ['node_modules/png-js', 'node_modules/unionfs'];

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const installed = Object.entries(packages).filter(([place]) => place !== '');

test('what is installed is locked by its hash, comes from no host that is named, and is free to use', () => {
  expect(installed.length).toBeGreaterThan(300);
  expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([place]) => place)).toEqual(
    [],
  );
  expect(installed.filter(([, { resolved, link }]) => resolved || link).map(([place]) => place)).toEqual([]);
  const isFree = ({ license = '', dev = false }: Locked) =>
    license
      .replaceAll(/[()]/g, '')
      .split(' OR ')
      .some((choice) => choice.split(' AND ').every((one) => (dev ? FREE_TO_WORK_WITH : FREE).includes(one)));
  const others = installed.filter(([place, locked]) => !UNSAID.includes(place) && !isFree(locked));
  expect(others.map(([place, { license }]) => `${place} ${license}`)).toEqual([]);
});
