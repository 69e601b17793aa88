import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Those of this thread, whose kinds stay known as long as it lives. */
const admitted = new Set<string>();

/**
 * Loads the modules that admit kinds of process from outside, in their order, before anything else is done; each exports a
 * function `admit`. What was loaded before is not loaded again.
 * @param modules paths, absolute or from the folder in which the process runs
 * @throws with a sentence where one cannot be loaded, exports no `admit`, or is not admitted
 */
export async function admitKinds(modules: readonly string[] = []): Promise<void> {
  for (const module of modules) {
    const { href } = pathToFileURL(path.resolve(module));
    if (admitted.has(href)) continue;
    await admitFrom(href).catch((error: Error) => {
      throw new Error(
        `ROSTRUM_KINDS names ${module}, which brings no kind of process: ${error.message.split('\n')[0]}`,
      );
    });
    admitted.add(href);
  }
}

async function admitFrom(href: string): Promise<void> {
  const { admit } = (await import(href)) as { readonly admit?: unknown };
  if (typeof admit !== 'function') throw new Error('it exports no function "admit"; export one that admits its kinds.');
  await admit();
}

/** The modules that a variable of the environment names, a comma between two. */
export function kindsIn(variable: string): string[] {
  return variable
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}
