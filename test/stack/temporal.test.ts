import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { isPortTaken } from '../../stack/ports.ts';
import { startTimeSkippingServer, type Temporal } from '../../stack/temporal.ts';

describe('the time-skipping server', () => {
  let server: Temporal;
  beforeAll(async () => {
    server = await startTimeSkippingServer();
  });
  afterAll(() => server.stop());

  it('works as soon as it is started, and is gone once it is stopped', async () => {
    const connection = await Connection.connect({ address: server.address });
    const client = new Client({ connection });
    const handle = await client.workflow.start('anything', { taskQueue: 'nobody', workflowId: 'first' });
    expect((await handle.describe()).status.name).toBe('RUNNING');
    await connection.close();
    await server.stop();
    expect(await isPortTaken(Number(server.address.split(':')[1]))).toBe(false);
  });
});
