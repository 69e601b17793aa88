import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { kindOfStream, type Looked, type ProcessInput } from '../../contracts/advance.ts';
import type { ProcessType, StreamId } from '../../contracts/ids.ts';
import { Alarm } from './alarm.ts';
import { look, pokeSignal } from './doors.ts';
import { SlowWork } from './slow-work.ts';

/** Ends a stage's story when the ledger says that the procedure has gone on without it. */
export class StagePassed extends Error {}

/**
 * A process as its clock and foreman: it looks, has slow work done, and sleeps until the instant it was given or until it is
 * poked. It decides nothing, and knows nothing that is not in the ledger: children are started by the pokes of whoever
 * opened them.
 */
export class Procedure {
  readonly #id: StreamId;
  readonly #alarm = new Alarm();
  readonly #work: SlowWork;
  #poked = false;
  #looked: Looked | undefined;
  /** The stage whose story is being told, and the one that this run began with. */
  #telling = '';
  #first: string | undefined;

  constructor({ id }: ProcessInput) {
    this.#id = id;
    const poke = () => {
      this.#poked = true;
    };
    this.#work = new SlowWork(id, poke);
    setHandler(pokeSignal, poke);
  }

  get stage(): string {
    return this.#looked?.stage ?? '';
  }

  get closed(): boolean {
    return this.#looked?.closed ?? false;
  }

  /** Waits until the ledger has said for the first time where the process stands. */
  async begun(): Promise<void> {
    await condition(() => this.#looked !== undefined);
  }

  /** Waits until the round of that name, opened by the ledger's word, has settled. */
  async round(name: string): Promise<void> {
    const isIt = (id: StreamId) => kindOfStream(id) === 'round' && nameOf(id) === name;
    await this.#story(`round ${name}`, () => this.#looked!.rounds.some(isIt));
  }

  /** Waits until children of that kind, opened by the ledger's word, have run and none is running any more. */
  async children(kind: ProcessType): Promise<void> {
    await this.#story(`every ${kind}`, () => this.#looked!.rounds.some((id) => kindOfStream(id) === kind));
  }

  /** Waits until that slow work was wanted and its result is in. */
  async work(kind: string): Promise<void> {
    await this.#story(`work ${kind}`, () => this.#looked!.work.some((w) => w.kind === kind));
  }

  /** Waits until the procedure leaves the stage it is in. */
  async passed(): Promise<void> {
    await this.#story('its end', () => true);
  }

  /** From here on the story is that of the current stage. */
  beginStage(): string {
    this.#telling = this.stage;
    return this.#telling;
  }

  async #story(what: string, going: () => boolean): Promise<void> {
    const stage = this.#telling;
    const left = () => this.closed || this.stage !== stage;
    setCurrentDetails(`${stage}: waiting for ${what}`);
    await condition(() => left() || going());
    await condition(() => left() || !going());
    if (left()) throw new StagePassed();
  }

  /** Turns the wheel until the process is closed, or a fresh run should take over (then it does not return). */
  async turn(): Promise<void> {
    for (;;) {
      this.#poked = false;
      this.#alarm.takeRing();
      const looked = await look(this.#id);
      if (!looked.troubled) this.#looked = looked;
      this.#first ??= this.#looked?.stage;
      this.#alarm.set(looked.wake);
      if (await this.#over()) return;
      if (!looked.troubled) this.#work.want(looked.work);
      await condition(() => this.#poked || this.#alarm.rings);
    }
  }

  /**
   * A run ends only if it was not poked since its last look. It waits for no slow work: a piece that is wanted all the same
   * is begun by the run that takes over, under the same key.
   */
  async #over(): Promise<boolean> {
    // No run lives longer than a stage, so that a change of this code meets only young histories.
    const staged = this.#first !== undefined && this.stage !== this.#first;
    if (!(this.closed || staged || workflowInfo().continueAsNewSuggested)) return false;
    await condition(allHandlersFinished);
    if (this.#poked) return false;
    this.#alarm.stop();
    if (!this.closed) await continueAsNew({ id: this.#id } satisfies ProcessInput);
    return true;
  }
}

function nameOf(id: StreamId): string {
  return id.slice(id.lastIndexOf('.') + 1).replace(/-\d+$/, '');
}
