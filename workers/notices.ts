import { linksOf } from '../activities/delivery/links.ts';
import { makeLookup } from '../activities/notices/lookup.ts';
import { temporalClient } from '../engine/temporal-client.ts';
import { workflowBundle } from './bundle.ts';
import { channelsOf, type Limited } from './channels.ts';
import { callDelivery } from './delivery-caller.ts';
import { createDeliveryWorker } from './delivery-worker.ts';
import { runService, type Service, type Tools } from './service.ts';
import { connectTemporal } from './temporal.ts';

// The process that delivers the outbox. Without a channel it stands by, and messages wait for one.
await runService('notices', notices, 'opening');

/** Delivers, and takes no turns: it opens what is sealed, and signs nothing. */
async function notices(tools: Tools): Promise<Service> {
  const channels = channelsOf(tools.environment);
  if (channels.length) return delivering(tools, channels);
  tools.log.warn('No channel is configured; set ROSTRUM_SMTP_URL or ROSTRUM_WEBHOOK_URL to deliver notices.');
  return standingBy();
}

async function delivering(tools: Tools, channels: readonly Limited[]): Promise<Service> {
  const { environment, pool, keys, clock, log } = tools;
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = environment;
  const [connection, bundle] = await Promise.all([connectTemporal(tools), workflowBundle()]);
  const client = temporalClient(address, namespace);
  const names = channels.map(({ channel }) => channel.name);
  const parts = {
    db: pool,
    keys,
    procedureNow: () => clock.now(),
    lookup: makeLookup({ pool, keys, clock }),
    channels: channels.map(({ channel }) => channel),
    publicUrl: environment.ROSTRUM_PUBLIC_URL,
    ...(environment.ROSTRUM_MAIL_LINKS
      ? { signingIn: linksOf({ db: pool, keys, clock, days: environment.ROSTRUM_MAIL_LINK_DAYS, now: Date.now }) }
      : {}),
    log: (text: string) => log.info(text),
  };
  const workers = await Promise.all(
    channels.map((limited) => createDeliveryWorker(connection, namespace, bundle, { ...parts, ...limited })),
  );
  const databaseUrl = environment.DATABASE_URL;
  const calling = callDelivery({ db: pool, databaseUrl, clock, client, channels: names, log: parts.log });
  const ended = Promise.all(workers.map((worker) => worker.run())).finally(() => connection.close());
  const isWell = () => workers.every((worker) => worker.getState() === 'RUNNING');
  return {
    health: () => ({ state: isWell() ? 'delivering' : workers.map((w) => w.getState()).join(), well: isWell() }),
    stop: async () => {
      await calling.stop();
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended;
      for (const { channel } of channels) channel.close?.();
      await client.connection.close();
    },
    ended: ended.then(() => undefined),
  };
}

function standingBy(): Service {
  // Nothing else may keep the process alive meanwhile.
  const alive = setInterval(() => undefined, 60_000);
  let finish: () => void;
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return {
    health: () => ({ state: 'no channel', well: true }),
    stop: async () => {
      clearInterval(alive);
      finish();
    },
    ended,
  };
}
