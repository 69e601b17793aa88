import type { CommandRef } from '../../contracts/advance.ts';
import type { StreamId } from '../../contracts/ids.ts';
import { storeCommands } from '../../db/commands.ts';
import { digestOf } from '../../db/hash.ts';
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

type Activity = (stream: StreamId, key: string, real: number) => Promise<CommandRef>;

/**
 * The slow activities. Each reads the ledger, computes, and stores its result as a command of the stream it worked
 * for, to be decided there like any other. Repeating one is harmless: the same result makes the same command.
 */
export function makeWork(parts: WorkParts): Record<string, Activity> {
  return Object.fromEntries(
    Object.entries(WORK).map(([kind, work]) => [
      kind,
      async (stream: StreamId, key: string, real: number) => {
        const { type, body } = await work(stream, parts.clock.toProcedure(real), key, parts);
        const id = `work:${kind}:${key}:${digestOf(JSON.stringify(body))}`;
        const { refs, decided } = await storeCommands(parts.pool, stream, [{ id, actor: 'system', type, body }]);
        const ref = refs[0] ?? (decided.has(id) ? ([id, ''] as const) : undefined);
        if (!ref) throw new Error(`The result of ${kind} for ${stream} could not be stored.`);
        return ref;
      },
    ]),
  );
}
