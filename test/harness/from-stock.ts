import { readFile } from 'node:fs/promises';
import { get } from 'node:http';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import type { WorkflowBundle } from '@temporalio/worker';
import type { Ware } from './stock.ts';

/** Asks jest's own process; an answer takes as long as the ware takes to be made. */
function fromStock(ware: Ware): Promise<string> {
  const socketPath = process.env.ROSTRUM_TEST_STOCK;
  if (!socketPath) throw new Error('There is no stock: tests are run by jest, with jest.config.js.');
  return new Promise((resolve, reject) => {
    get({ socketPath, path: `/${ware}`, agent: false }, async (response) => {
      const answer = await text(response);
      if (response.statusCode === 200) resolve(answer);
      else reject(new Error(`The ${ware} of this run could not be made: ${answer}`));
    }).on('error', reject);
  });
}

/** The connection string of the run's template database, with the schema in it and nobody connected to it. */
export function templateDatabase(): Promise<string> {
  return fromStock('cluster');
}

/** The run's one bundle of the workflows. */
export async function workflowBundle(): Promise<WorkflowBundle> {
  return { code: await readFile(await fromStock('bundle'), 'utf8') };
}
