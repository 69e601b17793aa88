import { makeLookup } from '../activities/notices/lookup.ts';
import { channelsOf } from './channels.ts';
import { type RunningDelivery, startDelivery } from './delivery-service.ts';
import { runService, type Service, type Tools } from './service.ts';

// The process that delivers the outbox. Without a channel it stands by, and messages wait for one.
await runService('notices', async (tools: Tools): Promise<Service> => {
  const channels = channelsOf(tools.environment);
  let delivery: RunningDelivery | undefined;
  if (channels.length) delivery = begin(tools, channels);
  else tools.log.warn('No channel is configured; set ROSTRUM_SMTP_URL or ROSTRUM_WEBHOOK_URL to deliver notices.');
  let finish: () => void;
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });
  // Nothing else may keep the process alive while it stands by.
  const standingBy = setInterval(() => undefined, 60_000);
  return {
    health: () => ({ state: delivery ? 'delivering' : 'no channel', well: true }),
    stop: async () => {
      clearInterval(standingBy);
      await delivery?.stop();
      for (const { channel } of channels) channel.close?.();
      finish();
    },
    ended,
  };
});

function begin(
  { environment, pool, keys, clock, log }: Tools,
  channels: ReturnType<typeof channelsOf>,
): RunningDelivery {
  return startDelivery({
    db: pool,
    databaseUrl: environment.DATABASE_URL,
    clock,
    lookup: makeLookup({ pool, keys, clock }),
    channels,
    publicUrl: environment.ROSTRUM_PUBLIC_URL,
    log: (text) => log.info(text),
  });
}
