import { existsSync } from 'node:fs';

/**
 * The program of a thread, beside the file that starts it: a thread runs what was built, since types are stripped by the
 * build. `from`: the `import.meta.url` of that file.
 * @throws when it is not there
 */
export function builtEntry(name: string, from: string): URL {
  const file = new URL(name, from);
  if (!existsSync(file)) throw new Error(`${file.pathname} is not there; build the project first.`);
  return file;
}
