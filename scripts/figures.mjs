import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import process from 'node:process';
import { parseSync } from '@swc/core';

/*
 * The house in figures: how long files and functions are, how much of them is comment, how many lines of test stand beside a line
 * of code, and what one procedure takes. `npm run figures`; `npm run figures -- DIR ...` measures other code bases alike.
 */

const FOLDERS = [
  'contracts',
  'domain',
  'access',
  'db',
  'views',
  'engine',
  'activities',
  'workflows',
  'workers',
  'api',
  'cli',
  'notices',
  'files',
  'documents',
].filter((folder) => existsSync(folder));
const PARTS = ['procedure', 'selection', 'cycle', 'offering', 'round', 'turn'].map((part) => `domain/${part}`);
const PROCEDURES = ['selection', 'cycle', 'offering'];

const IS_TEST = /(^|\/)(tests?|__tests__|e2e)\/|[.-](test|spec|unit|int|e2e)(\.[a-z]+)*\.tsx?$/;
const IS_CODE = /\.tsx?$/;
const IS_LEFT_OUT = /\.d\.ts$|(^|\/)(node_modules|dist|build|\.git)(\/|$)/;

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((name) => IS_CODE.test(name) && !IS_LEFT_OUT.test(name));
}

const linesIn = (text) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** The share of lines that are not empty and hold nothing but a comment. */
function commentsIn(text) {
  const withoutBlocks = text.replace(/^[ \t]*\/\*[\s\S]*?\*\/[ \t]*$/gm, '').replace(/^[ \t]*\/\/.*$/gm, '');
  const filled = (whole) => whole.split('\n').filter((line) => line.trim() !== '').length;
  return filled(text) - filled(withoutBlocks);
}

/** Lines of every function that has a body of statements. */
function functionsIn(name, text) {
  const bytes = Buffer.from(text);
  const found = [];
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) return node.forEach(visit);
    const body = node.body ?? node.function?.body;
    if (/^(Function|ArrowFunction|ClassMethod|PrivateMethod|Constructor|Method|Getter|Setter)/.test(node.type ?? '')) {
      const span = node.span ?? node.function?.span;
      if (/^(FunctionBody|BlockStatement)$/.test(body?.type ?? '') && span) {
        found.push(linesIn(bytes.subarray(span.start - 1, span.end - 1).toString()));
      }
    }
    for (const [key, value] of Object.entries(node)) if (key !== 'span') visit(value);
  };
  try {
    visit(parseSync(text, { syntax: 'typescript', tsx: name.endsWith('x'), decorators: true }).body);
  } catch {
    console.error(`${name} cannot be read as TypeScript; its functions are not counted.`);
  }
  return found;
}

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const at = (numbers, share) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(share * numbers.length))] ?? 0;
const sum = (numbers) => numbers.reduce((all, n) => all + n, 0);
const spread = (numbers) => `${at(numbers, 0.5)}, ${at(numbers, 0.9)}, ${at(numbers, 1)}`;

/** One line of figures for some files; `tests`: those that stand beside them. */
function figuresOf(names, tests) {
  const texts = names.map((name) => readFileSync(name, 'utf8'));
  const lines = texts.map(linesIn);
  const testLines = sum(tests.map((name) => linesIn(readFileSync(name, 'utf8'))));
  const filled = sum(texts.map((text) => text.split('\n').filter((line) => line.trim() !== '').length));
  return {
    files: names.length,
    lines: sum(lines),
    'a file': spread(lines),
    'a function': spread(texts.flatMap((text, i) => functionsIn(names[i], text))),
    'comments, %': Number(((100 * sum(texts.map(commentsIn))) / Math.max(filled, 1)).toFixed(1)),
    'tests a line': Number((testLines / Math.max(sum(lines), 1)).toFixed(2)),
  };
}

const table = (rows) => console.table(Object.fromEntries(rows));
const ours = (folder) => [folder, figuresOf(filesIn(folder), filesIn(`test/${folder}`))];

/** Files that say nothing but of one kind of procedure: in a folder of its name, or called after it. */
function ofProcedure(kind) {
  const named = new RegExp(`(^|/)(${kind}s?)(/|[-.])`);
  return FOLDERS.flatMap(filesIn).filter((name) => named.test(name));
}

const others = process.argv.slice(2);
if (others.length) {
  console.log('Lines: median, 90th percentile, longest.');
  table(
    others.map((folder) => {
      const all = filesIn(folder);
      return [
        folder,
        figuresOf(
          all.filter((name) => !IS_TEST.test(name.slice(folder.length))),
          all.filter((name) => IS_TEST.test(name.slice(folder.length))),
        ),
      ];
    }),
  );
} else {
  console.log('Lines: median, 90th percentile, longest.');
  table([['all', figuresOf(FOLDERS.flatMap(filesIn), filesIn('test'))], ...FOLDERS.map(ours), ...PARTS.map(ours)]);
  console.log('What says something of one procedure alone.');
  // The one that lives in the tests takes nothing anywhere else.
  const [code, tests] = [false, true].map((is) =>
    filesIn('test/drive').filter((name) => name.endsWith('.test.ts') === is),
  );
  table([...PROCEDURES.map((kind) => [kind, figuresOf(ofProcedure(kind), [])]), ['testDrive', figuresOf(code, tests)]]);
}
