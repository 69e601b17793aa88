// What was measured: versions of everything that takes part.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Connection } from '@temporalio/client';
import { ROOT } from './built.mjs';

function packageVersion(name) {
  return JSON.parse(readFileSync(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/** @param stack a running stack of stack.mjs */
export async function versionsOf({ watch, temporalAddress }) {
  const connection = await Connection.connect({ address: temporalAddress });
  try {
    const { serverVersion } = await connection.workflowService.getSystemInfo({});
    return {
      node: process.version,
      postgres: await watch.one('show server_version'),
      temporal_server: serverVersion,
      temporal_sdk: packageVersion('@temporalio/worker'),
      fastify: packageVersion('fastify'),
      pg: packageVersion('pg'),
    };
  } finally {
    await connection.close();
  }
}
