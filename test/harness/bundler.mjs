import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/** Writes the bundle of the workflows, as they are in the tree, to the file that it is told. */
const workflowsPath = path.resolve('workflows/index.ts');
const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
await writeFile(process.argv[2], code);
