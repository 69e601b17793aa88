import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Io } from './io.ts';

/** The tokens that `rostrum login` keeps, by the address of the API that they are for. */
const Logins = z.record(z.string(), z.string());

/** Where they are kept; undefined: there is no home to keep anything in. */
export function loginsFile({ env }: Pick<Io, 'env'>): string | undefined {
  const home = env.XDG_CONFIG_HOME || (env.HOME && path.join(env.HOME, '.config'));
  return home ? path.join(home, 'rostrum', 'logins.json') : undefined;
}

/** The token of an API; undefined: nobody has signed in there. */
export function loginAt(io: Pick<Io, 'env'>, api: string): string | undefined {
  return loginsOf(io)[api];
}

/** Keeps the token of an API, or forgets it. Nobody else on the machine may read the file. */
export function keepLogin(io: Pick<Io, 'env'>, api: string, token: string | undefined): string | undefined {
  const file = loginsFile(io);
  if (!file) return undefined;
  const { [api]: _, ...others } = loginsOf(io);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const logins = token === undefined ? others : { ...others, [api]: token };
  writeFileSync(file, `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
  return file;
}

function loginsOf(io: Pick<Io, 'env'>): Readonly<Record<string, string>> {
  const file = loginsFile(io);
  if (!file) return {};
  try {
    return Logins.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
