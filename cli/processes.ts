import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StackProcess } from '../stack/stack.ts';
import { EXIT, Failure, type Io } from './io.ts';

/** The processes of an installation, as in production; their files are in the build. `more`: what else they are told. */
export function processesFor(io: Io, apiPort: number, more: Readonly<Record<string, string>> = {}): StackProcess[] {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const built = (file: string) => {
    const script = path.join(here, '..', file);
    if (!existsSync(script))
      throw new Failure(EXIT.failure, `${script} is not there: build Rostrum with npm run build.`);
    return script;
  };
  const env = {
    ...more,
    ROSTRUM_API_PORT: String(apiPort),
    ROSTRUM_PUBLIC_URL: io.env.ROSTRUM_PUBLIC_URL ?? `http://127.0.0.1:${apiPort}`,
    ...(io.env.NODE_ENV === 'production' ? {} : { ROSTRUM_DEV_TOKENS: io.env.ROSTRUM_DEV_TOKENS ?? 'yes' }),
  };
  return [
    { name: 'engine', script: built('workers/engine.js'), env },
    { name: 'work', script: built('workers/work.js'), env },
    { name: 'notices', script: built('workers/notices.js'), env },
    { name: 'api', script: built('api/server.js'), env },
  ];
}
