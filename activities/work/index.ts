import { type StreamId, SYSTEM } from '../../contracts/ids.ts';
import { digestOf } from '../../db/hash.ts';
import type { Advance } from '../../engine/advance.ts';
import type { Aftermath } from '../../engine/aftermath.ts';
import { MADE_ID } from '../../engine/received.ts';
import { makeCertificates } from './certificates.ts';
import { readCycle } from './cycle-reading.ts';
import { findDisagreements } from './disagreements.ts';
import { analyseGaps } from './gaps.ts';
import { matchReviewers } from './matching.ts';
import { compilePlan } from './plan.ts';
import { rankApplications } from './ranking.ts';
import { readSelection } from './reading.ts';
import { type Job, jobs, type WorkParts } from './slow.ts';

const WORK: Readonly<Record<string, Job>> = {
  ...jobs(readSelection, { matchReviewers, findDisagreements, rank: rankApplications, makeCertificates }),
  ...jobs(readCycle('ratings', 'self-ratings'), { analyseGaps }),
  ...jobs(readCycle('ratings'), { compilePlan }),
};

/** While the database is away the result waits for it; what takes longer is computed again. */
const PATIENCE_MS = 60_000;

export interface WorkerParts extends WorkParts {
  readonly advance: Pick<Advance, 'decide'>;
  readonly aftermath: Pick<Aftermath, 'of'>;
}

type Activity = (stream: StreamId, key: string, real: number) => Promise<boolean>;

/**
 * The slow activities. Each reads the ledger, computes, and hands its result in as a command of the stream it worked for, to
 * be decided there like any other. Repeating one is harmless: the same result makes the same command.
 */
export function makeWork(parts: WorkerParts): Record<string, Activity> {
  return Object.fromEntries(
    Object.entries(WORK).map(([kind, work]) => [
      kind,
      async (stream: StreamId, key: string, real: number) => {
        const { type, body } = await work(stream, parts.clock.toProcedure(real), key, parts);
        const text = JSON.stringify(body);
        const id = `${MADE_ID}${kind}:${key}:${digestOf(text)}`;
        const done = await parts.advance.decide(stream, [{ id, actor: SYSTEM, type, text }], PATIENCE_MS);
        parts.aftermath.of(done);
        return done.outcomes[0]!.accepted;
      },
    ]),
  );
}
