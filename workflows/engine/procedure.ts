import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  allHandlersFinished,
  condition,
  getExternalWorkflowHandle,
  log,
  makeContinueAsNewFunc,
  ParentClosePolicy,
  setCurrentDetails,
  setHandler,
  sleep,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import {
  type Advanced,
  type CommandRef,
  kindOfStream,
  type Mark,
  type ProcessInput,
  WORKFLOW_OF,
} from '../../contracts/advance.ts';
import type { ProcessType, StreamId } from '../../contracts/ids.ts';
import { Alarm } from './alarm.ts';
import { advance, advanceUpdate, perform, pokeSignal } from './doors.ts';

interface Waiting {
  readonly refs: readonly CommandRef[];
  readonly answer: (marks: readonly Mark[]) => void;
}

/** Ends a stage's story when the ledger says that the procedure has gone on without it. */
export class StagePassed extends Error {}

/**
 * A process as queue and clock: it hands what has gathered, and its own time, to `advance`, and does what comes back:
 * starts children, has slow work done, passes news on, sleeps until the next instant. It decides nothing.
 */
export class Procedure {
  readonly #id: StreamId;
  readonly #waiting: Waiting[] = [];
  readonly #alarm = new Alarm();
  /** Children seen to; a run notes them for the next one, which without the note would ask for them all once more. */
  readonly #started = new Set<StreamId>((workflowInfo().memo?.rounds as StreamId[] | undefined) ?? []);
  readonly #working = new Set<string>();
  #poked = false;
  /** Pokes and starts of children that are on their way: a run does not end before they have arrived. */
  #underWay = 0;
  #told = 0;
  #status: Advanced | undefined;
  /** The stage whose story is being told, and the one that this run began with. */
  #telling = '';
  #first: string | undefined;

  constructor({ id }: ProcessInput) {
    this.#id = id;
    setHandler(advanceUpdate, (refs) => new Promise((answer) => void this.#waiting.push({ refs, answer })));
    setHandler(pokeSignal, () => {
      this.#poked = true;
    });
  }

  get stage(): string {
    return this.#status?.stage ?? '';
  }

  get closed(): boolean {
    return this.#status?.closed ?? false;
  }

  /** Waits until the ledger has said for the first time where the process stands. */
  async begun(): Promise<void> {
    await condition(() => this.#status !== undefined);
  }

  /** Waits until the round of that name, opened by the ledger's word, has settled. */
  async round(name: string): Promise<void> {
    const isIt = (id: StreamId) => kindOfStream(id) === 'round' && nameOf(id) === name;
    await this.#story(`round ${name}`, () => this.#status!.rounds.some(isIt));
  }

  /** Waits until children of that kind, opened by the ledger's word, have run and none is running any more. */
  async children(kind: ProcessType): Promise<void> {
    await this.#story(`every ${kind}`, () => this.#status!.rounds.some((id) => kindOfStream(id) === kind));
  }

  /** Waits until that slow work was wanted and its result is in. */
  async work(kind: string): Promise<void> {
    await this.#story(`work ${kind}`, () => this.#status!.work.some((w) => w.kind === kind));
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
    await this.#advance();
    do {
      while (!this.closed || this.#waiting.length) {
        await condition(() => this.#waiting.length > 0 || this.#poked || this.#alarm.rings);
        await this.#advance();
        if (this.#fresh()) await this.#continueAsNew();
      }
      this.#alarm.stop();
    } while (!(await this.#atRest()));
  }

  /**
   * Waits until nothing is on its way and every command is answered: then the run may end. False: a command has come
   * meanwhile. Only the wheel answers it, so to wait here for its handler would be to wait for ever.
   */
  async #atRest(): Promise<boolean> {
    await condition(() => this.#waiting.length > 0 || (allHandlersFinished() && this.#underWay === 0));
    return this.#waiting.length === 0;
  }

  async #advance(): Promise<void> {
    const batch = this.#waiting.splice(0);
    this.#poked = false;
    this.#alarm.takeRing();
    const status = await advance(this.#id, { now: Date.now(), commands: batch.flatMap((b) => b.refs) });
    let from = 0;
    for (const { refs, answer } of batch) {
      answer(status.marks.slice(from, from + refs.length));
      from += refs.length;
    }
    this.#status = status;
    this.#first ??= status.stage;
    this.#alarm.set(status.wake);
    const fresh = new Set(status.rounds.filter((child) => !this.#started.has(child)));
    const running = new Set(status.rounds);
    // Whoever has closed may be opened again, and is seen to anew.
    for (const child of this.#started) if (!running.has(child)) this.#started.delete(child);
    for (const child of fresh) this.#seeTo(child);
    for (const { kind, key } of status.work) this.#startWork(kind, key);
    for (const id of status.pokes) if (!fresh.has(id)) this.#poke(id);
    if (status.owner && status.news > this.#told) this.#poke(status.owner);
    this.#told = status.news;
  }

  #seeTo(child: StreamId): void {
    this.#started.add(child);
    this.#underWay++;
    void this.#startUnlessRunning(child).finally(() => {
      this.#underWay--;
    });
  }

  async #startUnlessRunning(child: StreamId): Promise<void> {
    try {
      await startChild(WORKFLOW_OF[kindOfStream(child)], {
        workflowId: child,
        args: [{ id: child }],
        parentClosePolicy: ParentClosePolicy.ABANDON,
        workflowTaskTimeout: '2s',
      });
    } catch (error) {
      // Recovery was faster.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  #startWork(kind: string, key: string): void {
    const name = `${kind} ${key}`;
    if (this.#working.has(name)) return;
    this.#working.add(name);
    void perform(kind, this.#id, key).then((ref) => {
      const answer = (marks: readonly Mark[]) => void this.#workDone(name, marks[0] === 'a');
      this.#waiting.push({ refs: [ref], answer });
    });
  }

  /** A result that was refused, but is still wanted, is made again after a while, not at once for ever. */
  async #workDone(name: string, accepted: boolean): Promise<void> {
    if (!accepted) await sleep('1m');
    this.#working.delete(name);
    this.#poked ||= !accepted;
  }

  /** Asks a stream's workflow to look again. */
  #poke(id: StreamId): void {
    this.#underWay++;
    void getExternalWorkflowHandle(id)
      .signal(pokeSignal)
      // Whoever is not running has nothing to look at.
      .catch(() => log.debug('nobody there to poke', { id }))
      .finally(() => {
        this.#underWay--;
      });
  }

  /** No run lives longer than a stage, so that a change of this code meets only young histories. */
  #fresh(): boolean {
    const { continueAsNewSuggested } = workflowInfo();
    const due = continueAsNewSuggested || this.stage !== this.#first;
    return due && !this.closed && !this.#working.size && !this.#waiting.length;
  }

  async #continueAsNew(): Promise<void> {
    if (!(await this.#atRest())) return;
    this.#alarm.stop();
    // The memo keeps the name under which older runs wrote it.
    const rounds = this.#status!.rounds.filter((child) => this.#started.has(child));
    await makeContinueAsNewFunc({ memo: { rounds } })({ id: this.#id });
  }
}

function nameOf(id: StreamId): string {
  return id.slice(id.lastIndexOf('.') + 1).replace(/-\d+$/, '');
}
