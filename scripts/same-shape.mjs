import { existsSync, readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/*
 * Finds what is written alike in two procedures: six or more lines in a row that are the same but for names, texts and
 * figures. What two of them need belongs into domain/procedure.
 */

/** Every folder of the domain with a kit is one. */
const PROCEDURES = readdirSync('domain').filter((name) => existsSync(`domain/${name}/kit.ts`) && name !== 'procedure');
const LINES = 6;
/** Fewer signs than this are a list or the end of a block, and alike by nature. */
const SIGNS = 120;

const KEYWORDS = new Set(
  'async await break case catch const continue default do else export extends false finally for from function if import in instanceof interface let new null of return satisfies switch this throw true try type typeof undefined while yield'.split(
    ' ',
  ),
);

/** A line by its shape: names, texts and figures are all the same. */
function shapeOf(line) {
  return line
    .replace(/'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '"')
    .replace(/\b\d[\d_.]*\b/g, '0')
    .replace(/[A-Za-z_$][\w$]*/g, (word) => (KEYWORDS.has(word) ? word : 'x'))
    .replace(/\s+/g, ' ')
    .trim();
}

function shapesIn(procedure) {
  return readdirSync(`domain/${procedure}`, { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => {
      const name = `domain/${procedure}/${file}`;
      const source = readFileSync(name, 'utf8').replace(/\/\*[\s\S]*?\*\//g, (text) => text.replace(/[^\n]/g, ''));
      const lines = source
        .split('\n')
        .map((text, i) => ({ number: i + 1, shape: shapeOf(text.replace(/\/\/.*$/, '')) }));
      // Imports, and what a procedure is put together from, are lists of names.
      const kept = lines.filter(
        ({ shape }) => shape !== '' && !/^(import|export \{|\} from|x,?$|type x,?$)/.test(shape),
      );
      return { name, procedure, lines: kept };
    });
}

const seen = new Map();
const found = new Map();
for (const { name, procedure, lines } of PROCEDURES.flatMap(shapesIn)) {
  for (let at = 0; at + LINES <= lines.length; at++) {
    const window = lines.slice(at, at + LINES);
    const shape = window.map((line) => line.shape).join('\n');
    const signs = shape.replace(/\s/g, '').length;
    if (signs < SIGNS || new Set(window.map((line) => line.shape)).size < 4) continue;
    const others = seen.get(shape) ?? [];
    seen.set(shape, [...others, { name, procedure, number: window[0].number }]);
    const other = others.find((o) => o.procedure !== procedure);
    if (!other) continue;
    const key = `${other.name} ${name}`;
    if (!found.has(key)) found.set(key, `${other.name}:${other.number} and ${name}:${window[0].number}`);
  }
}
for (const line of found.values()) console.error(`Written alike: ${line}`);
console.log(`${found.size} places are written alike in two procedures.`);
process.exitCode = found.size ? 1 : 0;
