import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundle } from '@temporalio/worker';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Where the build puts the bundle, beside the compiled workers. */
const BUILT_BUNDLE = path.join(here, '..', 'workflow-bundle.js');

/** The workflows as one script for the sandbox: what the build made, or else bundled now from what is here. */
export async function workflowBundle(): Promise<WorkflowBundle> {
  if (existsSync(BUILT_BUNDLE)) return { code: await readFile(BUILT_BUNDLE, 'utf8') };
  return bundleNow();
}

async function bundleNow(): Promise<WorkflowBundle> {
  const source = ['index.ts', 'index.js'].map((f) => path.join(here, '..', 'workflows', f)).find(existsSync);
  if (!source)
    throw new Error(`The workflows are not in ${path.join(here, '..', 'workflows')}; build the project again.`);
  return bundleWorkflowCode({ workflowsPath: source, logger: new DefaultLogger('ERROR') });
}

/** For the build: writes the bundle in one step, so that no worker ever reads half of it. */
export async function writeBundle(file = BUILT_BUNDLE): Promise<void> {
  const { code } = await bundleNow();
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.new`, withoutSourceMap(code));
  await rename(`${file}.new`, file);
}

const SOURCE_MAP = '//# sourceMappingURL=data:application/json;base64,';
const NO_MAP = { version: 3, file: 'workflow-bundle.js', sources: [], names: [], mappings: '' };

/**
 * The inlined source map is twice the size of the code, and a worker holds it unpacked: 18 MB (measured). The SDK insists
 * on one, so an empty one takes its place; stack traces then name lines of the bundle, whose names are those of the source.
 */
function withoutSourceMap(code: string): string {
  const end = code.lastIndexOf('//# sourceMappingURL=');
  if (end < 0) return code;
  return `${code.slice(0, end)}${SOURCE_MAP}${Buffer.from(JSON.stringify(NO_MAP)).toString('base64')}\n`;
}
