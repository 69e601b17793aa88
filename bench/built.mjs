// The built product: everything in here runs what `npm run build` made, never the sources.
import { existsSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..');

/** Path of a built file, such as `workers/engine.js`. */
export function builtFile(name) {
  const file = path.join(ROOT, 'dist', name);
  if (!existsSync(file)) {
    throw new Error(`The benchmark runs the built project and ${file} is not there; run npm run build first.`);
  }
  return file;
}

/** A module of the built product. */
export function built(name) {
  return import(builtFile(name));
}
