import type { Looked } from '../contracts/advance.ts';
import type { StreamId } from '../contracts/ids.ts';
import type { Advance } from '../engine/advance.ts';
import type { Advanced } from '../engine/advanced.ts';
import type { Aftermath } from '../engine/aftermath.ts';
import type { Pokes } from '../engine/pokes.ts';
import type { Time } from '../engine/time.ts';
import { Gate } from './gate.ts';

/** Signals that follow from a look are waited for, but not for long: what is lost is signalled by the sweeper. */
const POKES_MS = 1_000;
/** So many turns at once: the engine's pool has two connections more, which the sweeper and the watchman keep. */
const AT_ONCE = 6;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 300_000;

export interface LookParts {
  readonly advance: Pick<Advance, 'look'>;
  readonly aftermath: Pick<Aftermath, 'of'>;
  readonly pokes: Pick<Pokes, 'settled'>;
  readonly time: Time;
}

/** The activity by which a workflow looks: time has its turn, and the workflow hears how its stream stands. */
export function makeLook({ advance, aftermath, pokes, time }: LookParts) {
  const gate = new Gate(AT_ONCE);
  /** `now`: the workflow's time in real milliseconds. `givenUp`: aborted when the workflow waits for this attempt no longer. */
  return async function look(stream: StreamId, now: number, givenUp?: AbortSignal): Promise<Looked> {
    const done = await gate.through(() => advance.look(stream, now), givenUp);
    aftermath.of(done);
    if (done.pokes.length) await Promise.race([pokes.settled(), new Promise((r) => setTimeout(r, POKES_MS).unref())]);
    return lookedOf(done, now, time);
  };
}

function lookedOf({ status, troubles, ahead }: Advanced, now: number, { clock }: Time): Looked {
  if (status) {
    const { stage, closed, rounds, work, wake } = status;
    // The workflow sleeps by its own clock: where that is wrong, the hour is as far from its time as from the right one.
    return { troubled: false, stage, closed, rounds, work, wake: wake === null ? null : clock.toReal(wake) + ahead };
  }
  // Nothing was ever written to it, so its workflow has nothing to do; or time fails, and is tried again.
  const wake = troubles ? now + Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(troubles - 1, 10)) : null;
  return { troubled: troubles > 0, stage: '', closed: troubles === 0, rounds: [], work: [], wake };
}
