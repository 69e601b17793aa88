// node bench/selftime.mjs FILE.cpuprofile [MOST]: where a process spent its time, by function and by package.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { printTable } from './table.mjs';

/** The package of a script, or the folder of the built product it is in. */
function placeOf(url) {
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  return inPackage ?? /\/dist\/([^/]+)/.exec(url)?.[1] ?? (url.startsWith('node:') ? 'node' : url || '(engine)');
}

/** Adds up milliseconds by a name of each sample's own function; idle time is left out of the sum of busy ones. */
function selfTimes({ nodes, samples, timeDeltas }, nameOf) {
  const byId = new Map(nodes.map((node) => [node.id, nameOf(node.callFrame)]));
  const times = new Map();
  for (const [i, id] of samples.entries()) {
    const name = byId.get(id);
    times.set(name, (times.get(name) ?? 0) + timeDeltas[i] / 1000);
  }
  return [...times].sort((a, b) => b[1] - a[1]);
}

const [file, most = '25'] = process.argv.slice(2);
const profile = JSON.parse(readFileSync(file, 'utf8'));
const functions = selfTimes(profile, (f) => `${f.functionName || '(anonymous)'} ${placeOf(f.url)}:${f.lineNumber + 1}`);
const busy = functions.filter(([name]) => !name.startsWith('(idle)')).reduce((sum, [, ms]) => sum + ms, 0);
const rows = (times) =>
  times.slice(0, Number(most)).map(([name, ms]) => [name, ms.toFixed(0), ((100 * ms) / busy).toFixed(1)]);
printTable(['package', 'ms', '% of busy'], rows(selfTimes(profile, (f) => placeOf(f.url))));
console.log('');
printTable(['function', 'ms', '% of busy'], rows(functions));
