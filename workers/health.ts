import { createServer, type Server } from 'node:http';
import type { Pool } from '../db/connection.ts';

/** What a health check is told: 200 when `well`, else 503. */
export interface Health {
  readonly well: boolean;
  readonly service: string;
  /** The worker's own word for its state, such as RUNNING. */
  readonly state: string;
  readonly database: 'reachable' | 'away';
}

const PATIENCE_MS = 2_000;

/** True when the database answers within two seconds. */
async function answers(pool: Pool): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

export async function healthOf(
  service: string,
  pool: Pool,
  worker: { readonly state: string; readonly well: boolean },
): Promise<Health> {
  const database = await answers(pool);
  return { well: worker.well && database, service, state: worker.state, database: database ? 'reachable' : 'away' };
}

/** Answers every GET on the port with the health of this process; the port 0 takes a free one. */
export async function serveHealth(port: number, health: () => Promise<Health>): Promise<Server> {
  const server = createServer((_request, response) => {
    void health().then((found) => {
      response.writeHead(found.well ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(`${JSON.stringify(found)}\n`);
    });
  });
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return server;
}
