import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { Missing, reasonOf, until } from './patience.ts';
import type { Tools } from './service.ts';

/** Connects to Temporal as soon as it is there. Its lines go into the log; ending in order is the service's business. */
export async function connectTemporal({ environment, log, waiting }: Tools): Promise<NativeConnection> {
  const logger = new DefaultLogger('WARN', ({ level, message, meta }) => {
    log[level === 'ERROR' ? 'error' : 'warn']({ from: 'temporal', ...meta }, message);
  });
  Runtime.install({ logger, shutdownSignals: [] });
  const address = environment.TEMPORAL_ADDRESS;
  return until(waiting, () =>
    NativeConnection.connect({ address }).catch((error: Error) => {
      throw new Missing(
        `Temporal cannot be reached at ${address} (${reasonOf(error)}): check TEMPORAL_ADDRESS and that it runs.`,
      );
    }),
  );
}
