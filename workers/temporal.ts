import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { Missing, reasonOf, until } from '../engine/patience.ts';
import type { Tools } from './service.ts';

/**
 * Connects to Temporal as soon as it is there and knows the namespace: a worker can be made then. Its lines go into the log;
 * ending in order is the service's business.
 */
export async function connectTemporal({ environment, log, waiting }: Tools): Promise<NativeConnection> {
  const logger = new DefaultLogger('WARN', ({ level, message, meta }) => {
    log[level === 'ERROR' ? 'error' : 'warn']({ from: 'temporal', ...meta }, message);
  });
  Runtime.install({ logger, shutdownSignals: [] });
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = environment;
  return until(waiting, async () => {
    const connection = await NativeConnection.connect({ address }).catch((error: Error) => {
      throw new Missing(
        `Temporal cannot be reached at ${address} (${reasonOf(error)}): check TEMPORAL_ADDRESS and that it runs.`,
      );
    });
    await connection.workflowService.describeNamespace({ namespace }).catch(async (error: Error) => {
      await connection.close();
      throw new Missing(
        `Temporal at ${address} does not give the namespace ${namespace} (${reasonOf(error)}): check TEMPORAL_NAMESPACE and that it is registered.`,
      );
    });
    return connection;
  });
}
