import { connect, type Pool } from '../../db/connection.ts';
import { PROCESSES, type ProcessName } from '../../db/rights.ts';
import { passwordOf } from '../../stack/logins.ts';

/** The address of a test's database for somebody else than the superuser whose address is given. */
export function urlAs(role: string, superuser: string): string {
  const url = new URL(superuser);
  url.password = passwordOf(role, url.password);
  url.username = role;
  return url.href;
}

/** Pools of a test's database in which one may do what a process may, and no more. */
export class ProcessPools {
  readonly #url: string;
  readonly #pools = new Map<ProcessName, Pool>();

  /** `url`: as the superuser. */
  constructor(url: string) {
    this.#url = url;
  }

  urlOf(process: ProcessName): string {
    return urlAs(PROCESSES[process], this.#url);
  }

  of(process: ProcessName): Pool {
    const pool = this.#pools.get(process) ?? connect(this.urlOf(process));
    this.#pools.set(process, pool);
    return pool;
  }

  async end(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.end()));
  }
}
