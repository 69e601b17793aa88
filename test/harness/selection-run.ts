import type { WorkflowBundle } from '@temporalio/worker';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { Stage } from '../../contracts/selection/terms.ts';
import { StreamReader } from '../../db/read/stream-reader.ts';
import { storedRanking } from '../../db/views/ranking.ts';
import { company, MEASURES, TERMS } from '../api/selection-course.ts';
import type { TestDatabase } from './database.ts';
import { PATIENCE_MS } from './patience.ts';
import { Run, type RunTask } from './run.ts';
import { START } from './start.ts';

/** Five days of the procedure in each second: nothing is skipped, and nobody has to wait for long. */
const SCALE = 5 * 86_400;

/** What only ends by its date is short, what ends with the last answer has time enough for the slowest machine. */
const TIMETABLE = {
  measures: '90bd',
  publicity: '5bd',
  call: '25bd',
  screening: '5bd',
  reviewers: '90bd',
  review: '90bd',
  decision: '90bd',
  results: '90bd',
};

/** What the applicants wrote, and what was written about them: for tests that look where it must not be. */
export const WORDS = {
  profile: 'Twenty years with valves.',
  outline: 'Why valves fail.',
  remark: 'A secret remark on the outline.',
  comment: 'The delivery was dry.',
  support: 'Go and teach.',
} as const;

/** A selection on a development server of Temporal that may be lost. */
export class SelectionRun extends Run {
  readonly stream: StreamId = 'selection:trainers';

  /** A selection that has been opened and whose measures are published. */
  static async open(database: TestDatabase, bundle: WorkflowBundle, { kept = false } = {}): Promise<SelectionRun> {
    const run = new SelectionRun(database, bundle, { scale: SCALE, start: START, kept });
    await run.connect();
    await run.do(ORGANISATION, 'system', 'importOrganisation', company());
    await run.do(run.stream, 'D1-3', 'open', { ...TERMS, timetable: TIMETABLE });
    await run.do(run.stream, 'D1-3', 'publishMeasures', { texts: MEASURES });
    return run;
  }

  /** People apply when the call comes, and answer whatever they are asked, until the selection is there. */
  async until(there: (run: SelectionRun) => Promise<boolean>): Promise<void> {
    const patience = Date.now() + PATIENCE_MS;
    let applied = false;
    while (!(await there(this))) {
      if (Date.now() > patience) throw new Error(`Stuck at ${await this.stage()}: ${this.complaints}`);
      if (!applied && (await this.stage()) === 'call') {
        applied = true;
        if (!(await this.#applications())) await this.#apply();
      }
      const task = (await this.open())[0];
      if (task) await this.#answer(task);
      else await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async to(stage: Stage): Promise<void> {
    await this.until(async () => (await this.stage()) === stage);
  }

  async #apply(): Promise<void> {
    const { profile, outline } = WORDS;
    const body = { profile, topics: ['safety'], evidence: [], outline, hoursPerMonth: 4 };
    await Promise.all(['D2-2', 'D2-3', 'D2-4', 'D2-5'].map((person) => this.do(this.stream, person, 'apply', body)));
  }

  async #answer(task: RunTask): Promise<void> {
    const { assignee, about, purpose } = task;
    const score = 3 + ([...`${about}${assignee}`].reduce((sum, c) => sum + c.charCodeAt(0), 0) % 7);
    const answers: Record<string, object> = {
      acknowledgement: { acknowledged: true },
      endorsement: { supports: true, words: WORDS.support },
      agreement: { agrees: true },
      conflict: { applications: [] },
      review: {
        knowledge: score,
        communication: score - 1,
        'review-reasons': WORDS.remark,
        'review-comment': WORDS.comment,
      },
      panel: { candidates: purpose === 'panel' ? [await this.#first()] : [], ground: 'none' },
      acceptance: { accepts: true },
    };
    const answer = answers[purpose.replace(/s$/, '')];
    if (!answer) throw new Error(`Nobody knows what to answer to ${purpose}.`);
    await this.answer(this.stream, task, answer);
  }

  open(): Promise<RunTask[]> {
    return this.openOf(this.stream);
  }

  stage(): Promise<string> {
    return this.stageOf(this.stream);
  }

  /** The latest ranking, byte for byte. */
  async ranking(): Promise<string> {
    return (await storedRanking(this.database.pool, this.stream))!.bytes;
  }

  async #first(): Promise<string> {
    return JSON.parse(await this.ranking()).ranking[0].application;
  }

  async #applications(): Promise<number> {
    const state = await new StreamReader(this.database.pool, this.database.keys).selection(this.stream);
    return Object.keys(state?.applications ?? {}).length;
  }
}
