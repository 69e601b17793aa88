import type { Advance, Advanced } from '../../contracts/advance.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { type Pool, transaction } from '../../db/connection.ts';
import type { Folded } from '../../db/fold.ts';
import { writeSnapshot } from '../../db/snapshots.ts';
import { openStreams } from '../../db/streams.ts';
import { kindOf } from './processes.ts';
import { type Engine, Turn } from './turn.ts';

/** A stream gets a snapshot each time it has grown by this many events, or by a quarter, whichever is more. */
const EVENTS_A_SNAPSHOT = 1000;

/**
 * The one door to the domain's tables: in one transaction it locks the stream, folds it, decides the commands, lets
 * time act, appends the events with their hash chain, updates projections and writes the outbox. Safe to repeat and
 * to run twice at once: versions are given under the lock, and a command id seen before answers as it did then.
 */
export function makeAdvance(pool: Pool, engine: Engine) {
  return async function advance(stream: StreamId, { now: real, commands }: Advance): Promise<Advanced> {
    const now = engine.clock.toProcedure(real);
    const done = await transaction(pool, async (connection, defer) => {
      const turn = new Turn(engine, connection, defer, now);
      await turn.begin(stream, commands);
      const marks = await turn.decide(commands);
      if (turn.main.folded.version > 0) await turn.letTimeAct();
      await turn.finish();
      const changed = stream === ORGANISATION && turn.main.fresh.length > 0;
      const pokes = changed ? await openStreams(connection, stream) : turn.ordered;
      return { turn, marks, pokes };
    });
    for (const folded of done.turn.folds) {
      engine.cache.put(folded);
      await snapshotWhenDue(pool, folded, engine);
    }
    return statusOf(done.turn, done.marks, done.pokes, engine);
  };
}

function statusOf(turn: Turn, marks: Advanced['marks'], pokes: readonly StreamId[], engine: Engine): Advanced {
  const { main } = turn;
  const status = main.kind.process.status(main.state, turn.context);
  return {
    marks,
    stage: status.stage,
    // A stream that nothing was ever written to has no story: its workflow ends at once.
    closed: status.closed || main.folded.version === 0,
    rounds: status.rounds,
    work: status.work,
    wake: status.wake === null ? null : engine.clock.toReal(status.wake),
    pokes,
    owner: main.owner,
    news: status.news,
  };
}

/** A snapshot that is missing or late costs a longer fold: its failure is noted, never passed on. */
async function snapshotWhenDue(pool: Pool, folded: Folded, engine: Engine): Promise<void> {
  if (folded.version - folded.snapshot < Math.max(EVENTS_A_SNAPSHOT, folded.version / 4)) return;
  const { process } = kindOf(folded.stream);
  folded.snapshot = folded.version;
  const snapshot = { version: folded.version, hash: folded.hash, frozen: process.freeze(folded.state) };
  await writeSnapshot(pool, folded.stream, process.stateVersion, snapshot).catch((error: Error) =>
    engine.complain('A snapshot could not be written', { stream: folded.stream, error: error.message }),
  );
}
