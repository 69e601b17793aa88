import { writeBundle } from './bundle.ts';

/** The last step of the build: the workflows as one script, so that no worker has to bundle them when it starts. */
await writeBundle();
