import pg from 'pg';

/** Wakes who waits for news in the database. */
export interface Bell {
  /** Returns when it rings, when it has rung since the last wait, or after so many real milliseconds. */
  wait(ms: number): Promise<void>;
  /** Rings from inside this process. */
  ring(): void;
  close(): Promise<void>;
}

/**
 * A bell that rings at each NOTIFY on a channel. It holds a connection of its own; when that breaks, the next wait makes
 * a new one and rings, since news may have come meanwhile. While the database is away it still keeps time.
 */
export function bell(url: string, channel: string): Bell {
  let client: pg.Client | null = null;
  let rung = false;
  let wake: (() => void) | null = null;

  function ring(): void {
    rung = true;
    wake?.();
  }

  async function listen(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 2_000,
      application_name: 'rostrum bell',
    });
    const lost = () => {
      if (client === fresh) client = null;
    };
    fresh.on('error', lost);
    fresh.on('end', lost);
    fresh.on('notification', ring);
    try {
      await fresh.connect();
      await fresh.query(`listen ${pg.escapeIdentifier(channel)}`);
      client = fresh;
      ring();
    } catch {
      await fresh.end().catch(() => undefined);
    }
  }

  async function wait(ms: number): Promise<void> {
    if (!client) await listen();
    if (!rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    wake = null;
    rung = false;
  }

  return { wait, ring, close: async () => client?.end() };
}
