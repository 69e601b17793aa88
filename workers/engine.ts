import { Advance } from '../engine/advance.ts';
import { Aftermath } from '../engine/aftermath.ts';
import { keepAnchors } from '../engine/anchoring.ts';
import { engineOf } from '../engine/parts.ts';
import { Pokes } from '../engine/pokes.ts';
import { keepPruned } from '../engine/pruner.ts';
import { sweep } from '../engine/sweeper.ts';
import { temporalClient } from '../engine/temporal-client.ts';
import { keepWatch, watch } from '../engine/watchman.ts';
import { keepingOf } from '../settings/retention.ts';
import { anchorPlaces, erasedPlace } from './anchor-places.ts';
import { workflowBundle } from './bundle.ts';
import { createEngineWorker } from './engine-worker.ts';
import { polling } from './polling.ts';
import { runService } from './service.ts';
import { connectTemporal } from './temporal.ts';
import { alarmWatched } from './watch-alarm.ts';

// The process that runs the procedures: every workflow and its looks; and it sees that none is forgotten.
await runService('engine', async (tools) => {
  const { environment, pool, keys, clock, log } = tools;
  const [connection, bundle] = await Promise.all([connectTemporal(tools), workflowBundle()]);
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = environment;
  const client = temporalClient(address, namespace);
  const complain = (what: string, about: object) => log.warn(about, what);
  const time = { clock };
  const pokes = new Pokes(client);
  const aftermath = new Aftermath(pool, pokes);
  const advance = new Advance(engineOf({ pool, keys, time, complain }));
  const worker = await createEngineWorker(connection, namespace, bundle, { advance, aftermath, pokes, time });
  const unlisted = (error: Error) => complain('Temporal does not say what runs', { error: error.message });
  const watched = { pool, client, now: () => clock.now(), unlisted };
  const tell = alarmWatched(tools);
  const sweeping = sweep({ pool, pokes, complain, back: async () => tell(await watch(watched)) });
  const watching = keepWatch(watched, tell);
  const anchoring = keepAnchors({
    pool,
    signer: keys.signer,
    places: anchorPlaces(environment),
    real: Date.now,
    complain,
  });
  const pruning = keepPruned({
    ...{ pool, keys, clock, complain },
    days: keepingOf(environment),
    told: (gone) => log.info(gone, 'What was too old was deleted'),
    toldCleared: ({ people }) => log.info({ people }, 'What was erased is out of the files of the database as well'),
    listed: erasedPlace(environment.ROSTRUM_ANCHOR_FOLDER),
  });
  const service = polling(worker, connection);
  return {
    ...service,
    stop: async () => {
      await Promise.all([sweeping.stop(), watching.stop(), anchoring.stop(), pruning.stop(), service.stop()]);
      aftermath.stop();
      await pokes.stop();
      await client.connection.close();
    },
  };
});
