import { TestWorkflowEnvironment } from '@temporalio/testing';
import { startTimeSkippingServer } from '../../stack/temporal.ts';
import { leaving } from './leavings.ts';

/** What the SDK does for each kind of environment; it offers no way to a time-skipping server that somebody else started. */
const { create } = TestWorkflowEnvironment as unknown as {
  create(options: object): Promise<TestWorkflowEnvironment>;
};

/** An environment that skips time; its server ends with the file, or with the process, however they end. */
export async function skippingEnvironment(): Promise<TestWorkflowEnvironment> {
  const server = await startTimeSkippingServer();
  const stop = leaving(() => server.stop());
  const { address } = server;
  const options = { server: { type: 'existing' }, namespace: 'default', supportsTimeSkipping: true, address };
  const environment = await create.call(TestWorkflowEnvironment, options);
  const teardown = environment.teardown.bind(environment);
  environment.teardown = () => teardown().then(stop);
  return environment;
}
