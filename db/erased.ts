import { type Bell, bell } from './bell.ts';
import type { Pool } from './connection.ts';
import type { KeyRing } from './keys.ts';

const CHANNEL = 'erased';

/** Tells every process that people's keys were destroyed. */
export async function sayErased(pool: Pool, people: readonly string[]): Promise<void> {
  await pool.query('select pg_notify($1, person) from unnest($2::text[]) as person', [CHANNEL, people]);
}

/** Forgets all keys at hand each time somebody was erased anywhere, or that may have been missed. */
export function forgetErased(url: string, keys: KeyRing): { close(): Promise<void> } {
  const heard: Bell = bell(url, CHANNEL);
  let open = true;
  const listen = async () => {
    while (open) {
      await heard.wait(LOOK_AGAIN_MS);
      keys.forget();
    }
  };
  void listen();
  return {
    close: async () => {
      open = false;
      heard.ring();
      await heard.close();
    },
  };
}

const LOOK_AGAIN_MS = 30_000;
