import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

/** Of each section of ASVS 5.0.0 the levels of its requirements, in their order: `1.2` begins with 1.2.1, of level 1. */
const LEVELS: Record<string, string> = {
  '1.1': '22',
  '1.2': '1111122223',
  '1.3': '112222222223',
  '1.4': '222',
  '1.5': '123',
  '2.1': '122',
  '2.2': '112',
  '2.3': '12223',
  '2.4': '23',
  '3.1': '3',
  '3.2': '113',
  '3.3': '12223',
  '3.4': '11222233',
  '3.5': '11122333',
  '3.6': '3',
  '3.7': '22333',
  '4.1': '12233',
  '4.2': '23333',
  '4.3': '22',
  '4.4': '1222',
  '5.1': '2',
  '5.2': '112333',
  '5.3': '113',
  '5.4': '222',
  '6.1': '122',
  '6.2': '111111112222',
  '6.3': '11223333',
  '6.4': '112233',
  '6.5': '22222333',
  '6.6': '2223',
  '6.7': '33',
  '6.8': '2222',
  '7.1': '222',
  '7.2': '1111',
  '7.3': '22',
  '7.4': '11222',
  '7.5': '223',
  '7.6': '22',
  '8.1': '1233',
  '8.2': '1123',
  '8.3': '133',
  '8.4': '23',
  '9.1': '111',
  '9.2': '1222',
  '10.1': '22',
  '10.2': '223',
  '10.3': '22223',
  '10.4': '1111122222233333',
  '10.5': '22222',
  '10.6': '22',
  '10.7': '222',
  '11.1': '2233',
  '11.2': '22233',
  '11.3': '11233',
  '11.4': '1222',
  '11.5': '23',
  '11.6': '23',
  '11.7': '33',
  '12.1': '12233',
  '12.2': '11',
  '12.3': '22223',
  '13.1': '2333',
  '13.2': '222223',
  '13.3': '2233',
  '13.4': '1222233',
  '14.1': '22',
  '14.2': '12223333',
  '14.3': '122',
  '15.1': '12233',
  '15.2': '12233',
  '15.3': '1222222',
  '15.4': '3333',
  '16.1': '2',
  '16.2': '22222',
  '16.3': '2222',
  '16.4': '222',
  '16.5': '2223',
  '17.1': '23',
  '17.2': '22223333',
  '17.3': '22',
};

const REQUIRED = Object.entries(LEVELS).flatMap(([section, levels]) =>
  [...levels].flatMap((level, index) => (level === '3' ? [] : [`${section}.${index + 1}`])),
);

const PAGES = ['docs/asvs.md', 'docs/threat-model.md', 'SECURITY.md'];
const STATES = ['met', 'by configuration', 'not yet', 'does not apply'] as const;

const read = (file: string) => readFileSync(file, 'utf8');

interface Row {
  readonly numbers: readonly string[];
  readonly state: string;
  readonly shown: string;
}

/** `1.2.6–1.2.8, 1.2.1` as numbers; of a range only what is of level 1 and 2. */
function numbersOf(cell: string): string[] {
  return cell.split(', ').flatMap((part) => {
    const [from, to = from] = part.split('–') as [string, string?];
    const [first, last] = [REQUIRED.indexOf(from), REQUIRED.indexOf(to)];
    return first < 0 || last < first ? [part] : REQUIRED.slice(first, last + 1);
  });
}

const ROWS: Row[] = [...read('docs/asvs.md').matchAll(/^\| (\d+\.\d[\d., –]*) \| [^|]+ \| ([^|]+) \| (.+) \|$/gm)].map(
  ([, cell, state, shown]) => ({ numbers: numbersOf(cell!), state: state!, shown: shown! }),
);

test('every requirement of levels 1 and 2 stands on the page once, with a state', () => {
  expect(REQUIRED).toHaveLength(253);
  expect(ROWS.flatMap(({ numbers }) => numbers).sort(inOrder)).toEqual(REQUIRED);
  expect(ROWS.filter(({ state }) => !STATES.some((known) => known === state))).toEqual([]);
});

function inOrder(one: string, other: string): number {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)];
  return a.map((figure, place) => figure - b[place]!).find((difference) => difference !== 0) ?? 0;
}

test('the page counts what stands on it', () => {
  const count = (of: (number: string) => boolean) =>
    STATES.map(
      (state) => ROWS.filter((row) => row.state === state).flatMap(({ numbers }) => numbers.filter(of)).length,
    );
  const line = (name: string | number, counts: number[]) => `| ${[name, ...counts].join(' | ')} |`;
  const chapters = Array.from({ length: 17 }, (_, index) => index + 1);
  const counted = [
    ...chapters.map((chapter) =>
      line(
        chapter,
        count((number) => number.startsWith(`${chapter}.`)),
      ),
    ),
    line(
      'all',
      count(() => true),
    ),
  ];
  expect(read('docs/asvs.md')).toContain(counted.join('\n'));
});

/** The tests that a text names, as `test/a.test.ts` "title", "another title". */
function testsIn(text: string): { file: string; titles: string[] }[] {
  return [...text.matchAll(/`(test\/[\w./-]+\.test\.ts)`((?:,? "[^"]+")*)/g)].map(([, file, titles]) => ({
    file: file!,
    titles: [...titles!.matchAll(/"([^"]+)"/g)].map(([, title]) => title!),
  }));
}

/** The files and folders of the repository that a text names. */
function filesIn(text: string): string[] {
  return [...text.matchAll(/`((?:[\w-]+\/)+[\w.-]*|[\w-]+\.(?:yml|json|md))`/g)].map(([, file]) => file!);
}

test('what is met is shown by a test, or by a file in which it can be read', () => {
  const shownBy = ({ shown }: Row) => [...testsIn(shown).flatMap(({ titles }) => titles), ...filesIn(shown)];
  const told = (row: Row) => shownBy(row).length || /`node:crypto`|\]\((?!http)/.test(row.shown);
  const nothingOfIt = /^(?:no |there is no|the .* redirects nobody)/;
  expect(ROWS.filter((row) => row.state === 'met' && !told(row) && !nothingOfIt.test(row.shown))).toEqual([]);
  expect(ROWS.filter((row) => row.state === 'by configuration' && !told(row))).toEqual([]);
});

test.each(PAGES)('%s names no file, test or page that is not there', (page) => {
  const text = read(page);
  const missing = testsIn(text).flatMap(({ file, titles }) => {
    if (!existsSync(file)) return [file];
    const source = read(file).replaceAll(/\\(['"`])/g, '$1');
    return titles.filter((title) => !["'", '"', '`'].some((quote) => source.includes(`${quote}${title}${quote}`)));
  });
  const files = filesIn(text).filter((file) => !existsSync(file));
  expect([...missing, ...files]).toEqual([]);
  for (const [, target, heading] of text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)) {
    const linked = target ? path.join(path.dirname(page), target) : page;
    expect([linked, existsSync(linked)]).toEqual([linked, true]);
    if (heading) expect([linked, headingsOf(linked)]).toEqual([linked, expect.arrayContaining([heading])]);
  }
});

/** The headings of a page as a link names them. */
function headingsOf(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
