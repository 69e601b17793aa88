import type { WorkflowBundle } from '@temporalio/worker';
import { CYCLE_STAGES, type CycleStage } from '../../contracts/cycle/terms.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import { datesFrom, HABITS, OPERATOR, type Terms, trainersFor, yearCompany } from '../journeys/year.ts';
import type { TestDatabase } from './database.ts';
import { PATIENCE_MS } from './patience.ts';
import { Run } from './run.ts';
import { START } from './start.ts';

/** Fifteen days of the procedure in each second. */
const SCALE = 15 * 86_400;

const DAY = 86_400_000;

/** What ends by its date is long enough to lose a server in, what ends with the last answer for the slowest machine. */
function terms(now: number): Record<string, unknown> {
  const timed = ['summary', 'sourcing', 'compiling', 'effect', 'feedback'].map((stage) => [stage, '45bd']);
  const answered = ['mobilisation', 'ratings', 'talks', 'needs', 'commitments', 'approval'].map((s) => [s, '80bd']);
  const day = (ahead: number) => new Date(now + ahead * DAY).toISOString().slice(0, 10);
  return {
    ...datesFrom(now),
    period: { from: day(420), to: day(1000) },
    timetable: { ...Object.fromEntries([...timed, ...answered]), execution: now + 1500 * DAY },
    delivery: { invite: '40bd', minimum: '5bd', feedback: '45bd', followUps: ['10d', '20d'], followUpTime: '45bd' },
  };
}

/** A training-plan cycle on a development server of Temporal that may be lost. */
export class YearRun extends Run {
  readonly stream: StreamId = 'cycle:year';

  static async open(database: TestDatabase, bundle: WorkflowBundle, other: Terms = {}): Promise<YearRun> {
    const run = new YearRun(database, bundle, { scale: SCALE, start: START });
    await run.connect();
    await run.do(ORGANISATION, 'system', 'importOrganisation', yearCompany());
    await run.do(run.stream, OPERATOR, 'open', { ...cycleTerms(terms(run.now())), ...other });
    await run.do(run.stream, OPERATOR, 'setTrainers', { trainers: trainersFor(other) });
    return run;
  }

  /** People answer whatever they are asked, until the cycle is at a stage, or beyond it. Returns where it is. */
  async to(stage: CycleStage): Promise<CycleStage> {
    const patience = Date.now() + PATIENCE_MS;
    for (;;) {
      const at = (await this.stageOf(this.stream)) as CycleStage;
      if (CYCLE_STAGES.indexOf(at) >= CYCLE_STAGES.indexOf(stage)) return at;
      if (Date.now() > patience) throw new Error(`Stuck at ${await this.stageOf(this.stream)}: ${this.complaints}`);
      if (!(await this.#answer())) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async events(type: string): Promise<{ body: Record<string, unknown> }[]> {
    const { rows } = await this.database.pool.query<{ body: string }>(
      'select body from ledger where stream = $1 and type = $2 order by version',
      [this.stream, type],
    );
    return rows.map((r) => ({ body: JSON.parse(r.body) }));
  }

  /** Somebody answers one task of each round. */
  async #answer(): Promise<boolean> {
    const tasks = await this.openOf(this.stream);
    const firsts = [...new Map(tasks.map((t) => [t.round, t])).values()];
    for (const task of firsts) {
      const answer = await HABITS[task.purpose]?.(task, this);
      if (!answer) throw new Error(`Nobody knows what to answer to ${task.purpose}.`);
      await this.answer(this.stream, task, answer);
    }
    return firsts.length > 0;
  }
}
