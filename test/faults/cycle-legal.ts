import type { CycleEvent } from '../../contracts/cycle/events.ts';
import { CYCLE_STAGES, type CycleStage } from '../../contracts/cycle/terms.ts';
import type { Recorded } from '../../domain/process.ts';

type Told = Recorded & CycleEvent;

/**
 * What no ledger of a cycle may ever break, told without the domain's own fold: the first sentence that is broken, or
 * null. Stages go on one by one and go back only when reopened or returned; whoever has put the plan together never
 * approves it; what is frozen was compiled, under the same hash, and nobody has returned it since; nothing is started
 * before the freeze; a change is carried out after it was asked for, never decided by whoever asked; an offering comes home once.
 */
export function cycleIllegality(events: readonly Recorded[]): string | null {
  const cycle = new ToldCycle();
  for (const [i, event] of events.entries()) {
    const e = event as Told;
    const what = `event ${e.version} (${e.type})`;
    if (e.version !== i + 1) return `${what} comes ${i + 1}th.`;
    const why = cycle.hear(e);
    if (why) return `${what}: ${why}.`;
  }
  return null;
}

const place = (stage: CycleStage) => CYCLE_STAGES.indexOf(stage);

class ToldCycle {
  #stage: CycleStage | null = null;
  #owner = '';
  #frozen = false;
  #returned = 0;
  readonly #planners = new Set<string>();
  readonly #digests = new Map<number, string>();
  readonly #started = new Set<string>();
  readonly #home = new Set<string>();
  readonly #asked = new Map<string, string>();

  /** Hears an event; returns why it cannot have happened, or null. */
  hear(e: Told): string | null {
    switch (e.type) {
      case 'Opened':
        this.#owner = e.actor;
        return null;
      case 'StageStarted':
        return this.#start(e.body.stage, e.body.because);
      case 'LimitChanged':
      case 'OfferingAmended':
        this.#planners.add(e.actor);
        return this.#frozen && this.#stage === 'execution' ? 'a frozen plan changes by requests alone' : null;
      case 'PlanCompiled':
        this.#digests.set(e.body.version, e.body.digest);
        return this.#stage === 'compiling' ? null : 'plans are compiled at their stage';
      case 'ApprovalGiven': {
        const { answer, person, version } = e.body;
        if (answer === 'returned') this.#returned = version;
        if (answer === 'passed' || answer === 'deemed') return null;
        return person === this.#owner || this.#planners.has(person) ? 'nobody approves their own' : null;
      }
      case 'PlanFrozen':
        this.#frozen = true;
        if (this.#returned === e.body.version) return 'it was returned';
        return this.#digests.get(e.body.version) === e.body.digest ? null : 'that plan was never compiled';
      case 'OfferingStarted':
        if (this.#started.has(e.body.offering)) return 'it was started before';
        this.#started.add(e.body.offering);
        return this.#frozen ? null : 'nothing is started before the plan is approved';
      case 'OfferingConcluded':
        if (this.#home.has(e.body.offering)) return 'it has come home before';
        this.#home.add(e.body.offering);
        return this.#started.has(e.body.offering) ? null : 'it was never started';
      case 'ChangeRequested':
        this.#asked.set(e.body.change, e.body.by);
        return e.body.approver === e.body.by ? 'nobody decides their own change' : null;
      case 'ChangeApplied':
        return this.#asked.has(e.body.change) ? null : 'nobody has asked for it';
      case 'ChangeConfirmed':
      case 'ChangeRejected':
      case 'ChangeUndone':
        if (!this.#asked.has(e.body.change)) return 'nobody has asked for it';
        return e.body.by !== null && this.#asked.get(e.body.change) === e.body.by
          ? 'nobody decides their own change'
          : null;
      default:
        return null;
    }
  }

  #start(stage: CycleStage, because: string): string | null {
    const before = this.#stage;
    this.#stage = stage;
    if (before === null) return stage === 'mobilisation' ? null : 'it begins with the mobilisation';
    const on = place(stage) - place(before);
    if (because === 'reopened' || because === 'returned') return on > 0 ? 'it goes back, not on' : null;
    // Talks that nobody is to have are passed over.
    return on === 1 || (before === 'ratings' && stage === 'needs') ? null : 'it goes on by one stage';
  }
}
