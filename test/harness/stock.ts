import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { LOGINS } from '../../cli/processes.ts';
import { connect } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';
import { OWNER } from '../../db/rights.ts';
import { freePort } from '../../stack/ports.ts';
import { type Postgres, startPostgres } from '../../stack/postgres.ts';

/** What a run of the tests has once for all of its files. */
export type Ware = 'cluster' | 'bundle';

const run = promisify(execFile);

/**
 * Kept in jest's own process, which outlives every test file: one PostgreSQL with a template of the database, and one
 * bundle of the workflows. Each is made when the first file asks for it, so that whoever needs neither waits for none.
 */
export class Stock {
  readonly #folder: string;
  readonly #server: Server;
  readonly #made = new Map<Ware, Promise<string>>();
  #postgres: Postgres | undefined;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#server = createServer((request, response) => {
      this.#give(request.url!.slice(1) as Ware).then(
        (ware) => response.end(ware),
        (error: Error) => response.writeHead(500).end(error.message),
      );
    });
  }

  static async open(): Promise<Stock> {
    const stock = new Stock(await mkdtemp(path.join(tmpdir(), 'rostrum-test-stock-')));
    await new Promise<void>((resolve) => stock.#server.listen(stock.address, resolve));
    return stock;
  }

  /** The socket at which files ask. */
  get address(): string {
    return path.join(this.#folder, 'socket');
  }

  async close(): Promise<void> {
    this.#server.close();
    await Promise.allSettled(this.#made.values());
    await this.#postgres?.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  #give(ware: Ware): Promise<string> {
    const made = this.#made.get(ware) ?? (ware === 'cluster' ? this.#cluster() : this.#bundle());
    this.#made.set(ware, made);
    return made;
  }

  /** The connection string of the template, to which nobody is connected. */
  async #cluster(): Promise<string> {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'rostrum-test-pg-'));
    const port = await freePort();
    this.#postgres = await startPostgres({ dataDir, port, logins: LOGINS, ephemeral: true });
    const pool = connect(this.#postgres.urlOf(OWNER));
    await migrate(pool);
    await pool.end();
    return this.#postgres.url;
  }

  /** The file with the bundle; a process of its own makes it, for it would keep this one from answering others. */
  async #bundle(): Promise<string> {
    const file = path.join(this.#folder, 'workflow-bundle.js');
    await run(process.execPath, [path.resolve('test/harness/bundler.mjs'), file], { env: { PATH: process.env.PATH } });
    return file;
  }
}
