import { PersonId } from '../contracts/ids.ts';
import { EnvironmentFailure, readEnvironment } from '../workers/environment.ts';

/** What the API's process is told by its environment. */
export interface Settings {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly masterKey: string;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly devTokens: boolean;
  readonly operations: ReadonlySet<string>;
}

/**
 * Reads and checks the environment. `ROSTRUM_OPERATIONS` is a list of employee ids with commas; `ROSTRUM_DEV_TOKENS`
 * set to anything but `no` lets development tokens in, which production refuses. A port of 0 takes a free one.
 * @throws EnvironmentFailure with one sentence for each variable that is wrong
 */
export function readSettings(source: Record<string, string | undefined> = process.env): Settings {
  const { ROSTRUM_DEV_TOKENS: dev, ROSTRUM_API_PORT: port, ...others } = source;
  const devTokens = dev !== undefined && dev !== '' && dev !== 'no';
  if (devTokens && source.NODE_ENV === 'production') {
    throw new EnvironmentFailure([
      'ROSTRUM_DEV_TOKENS lets anybody be anybody and is refused when NODE_ENV is production: unset it.',
    ]);
  }
  const environment = readEnvironment(port === '0' ? others : { ...others, ROSTRUM_API_PORT: port });
  return {
    databaseUrl: environment.DATABASE_URL,
    temporalAddress: environment.TEMPORAL_ADDRESS,
    temporalNamespace: environment.TEMPORAL_NAMESPACE,
    masterKey: environment.ROSTRUM_MASTER_KEY,
    port: port === '0' ? 0 : environment.ROSTRUM_API_PORT,
    host: environment.ROSTRUM_API_HOST,
    publicUrl: environment.ROSTRUM_PUBLIC_URL,
    devTokens,
    operations: operationsIn(source.ROSTRUM_OPERATIONS ?? ''),
  };
}

function operationsIn(text: string): ReadonlySet<string> {
  const ids = text
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  const wrong = ids.find((id) => !PersonId.safeParse(id).success);
  if (wrong)
    throw new EnvironmentFailure([
      `ROSTRUM_OPERATIONS holds "${wrong}"; write employee ids with commas, as in E001,E002.`,
    ]);
  return new Set(ids);
}
