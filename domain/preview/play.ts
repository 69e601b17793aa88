import type { Instant, PersonId, ProcessType, StreamId } from '../../contracts/ids.ts';
import { processOf } from '../kinds.ts';
import type { OrganisationState } from '../organisation/state.ts';
import type { CalledRound } from '../procedure/rounds.ts';
import type { Standing } from '../procedure/standing.ts';
import type { Suppositions } from '../procedure/suppose.ts';
import type { Rejection } from '../process.ts';
import { formOf } from '../round/forms.ts';
import type { Desk, RoundState } from '../round/state.ts';
import { Memory, type Worker } from '../turn/memory.ts';
import { supposedAnswer } from './supposed-answer.ts';
import type { Sent } from './tally.ts';

/** More looks than any procedure needs from its opening to its end. */
const MOST_LOOKS = 5_000;
/** So long before silence has its meaning those answer who must. */
const LAST_MOMENT = 3_600_000;

/**
 * A procedure that is opened and played in memory, by the very turns that run live, until it is over or waits for what
 * nobody can suppose. Nobody answers early.
 */
export class Play {
  readonly memory: Memory;
  readonly #stream: StreamId;
  readonly #owner: PersonId;
  readonly #suppose: Suppositions;
  readonly #terms: unknown;
  /** The stage in which each round was first seen. */
  readonly #stageOf = new Map<string, string>();
  readonly sent: Sent[] = [];
  #acted = '';
  /** How many of the messages have been looked at. */
  #seen = 0;

  /** @param others the states of streams that it looks at beside its own */
  constructor(
    kind: ProcessType,
    terms: unknown,
    organisation: OrganisationState,
    now: Instant,
    owner: PersonId,
    others: ReadonlyMap<StreamId, unknown> = new Map(),
  ) {
    this.#stream = `${kind}:preview`;
    this.#owner = owner;
    this.#suppose = processOf(this.#stream).suppose ?? {};
    this.#terms = terms;
    this.memory = new Memory(organisation, now, this.#workers());
    for (const [stream, state] of others) this.memory.put(stream, state);
  }

  get state(): Standing {
    return this.memory.streams.get(this.#stream)!.state as Standing;
  }

  /** What has happened in it, oldest first. */
  get events() {
    return this.memory.streams.get(this.#stream)!.events;
  }

  /** Opens it. Null: it is open. */
  open(): Rejection | null {
    const terms = this.#suppose.terms?.(this.#terms) ?? this.#terms;
    const refused = this.memory.send(this.#stream, 'open', terms, this.#owner);
    if (!refused) this.#gather();
    return refused;
  }

  /** The streams that it looked at when it was opened, beside those that it has opened itself. */
  sees(): StreamId[] {
    const process = processOf(this.#stream);
    const state = process.evolve(process.initial(this.#stream), this.events[0]!);
    return process.watches(state).filter((stream) => this.memory.streams.get(stream)?.owner !== this.#stream);
  }

  /** Plays it to its end. False: it waits for what nobody can suppose. */
  async run(): Promise<boolean> {
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      if (this.#isAtEnd()) return true;
      this.#act();
      await this.memory.work();
      this.#gather();
      if (this.#isAtEnd()) return true;
      if (this.#answerInTime()) continue;
      const before = this.events.length;
      const slept = await this.memory.sleep();
      this.#gather();
      if (!slept && this.events.length === before && !this.#goOn()) return false;
    }
    return false;
  }

  #isAtEnd(): boolean {
    const { phase, stage } = this.state;
    return phase !== 'running' || stage === this.#suppose.before;
  }

  #workers(): Record<string, Worker> {
    const supposed = Object.entries(this.#suppose.work ?? {});
    return Object.fromEntries(
      supposed.map(([kind, result]): [string, Worker] => [
        kind,
        async (memory, stream, key) => result(memory.streams.get(stream)!.state, key, memory.context),
      ]),
    );
  }

  /** What people do by themselves, once a stage and run. */
  #act(): void {
    const { stage, runs } = this.state as Standing<string>;
    const name = `${stage} ${runs[stage]}`;
    if (name === this.#acted) return;
    this.#acted = name;
    for (const { type, body, by } of this.#suppose.acts?.[stage]?.(this.state, this.memory.context) ?? [])
      this.memory.send(this.#stream, type, body, by);
    this.#gather();
  }

  /** Has those answer who are still waited for, or else the stage ended. False: nothing can be supposed. */
  #goOn(): boolean {
    const answered = this.#openRounds().some((round) => this.#answer(round, () => true));
    const { stage } = this.state;
    const ended =
      answered ||
      ('finishStage' in processOf(this.#stream).commands &&
        !this.memory.send(this.#stream, 'finishStage', { stage, reason: 'preview' }, this.#owner));
    this.#gather();
    return ended;
  }

  #openRounds(): CalledRound[] {
    return Object.values(this.state.rounds).filter((r) => !r.concluded);
  }

  /** Has those answer whose silence would be given its meaning next, where the procedure does not go on without. */
  #answerInTime(): boolean {
    const { wake } = this.memory;
    const needed = this.#openRounds().filter(({ purpose }) => this.#suppose.answers?.[purpose]);
    if (wake === null || !needed.length) return false;
    const { now } = this.memory;
    this.memory.now = Math.max(now, wake - LAST_MOMENT);
    const isLast = ({ plan }: Desk) => plan !== null && plan.lapseAt !== null && plan.lapseAt <= wake;
    const answered = needed.map((round) => this.#answer(round, isLast)).includes(true);
    if (!answered) this.memory.now = now;
    this.#gather();
    return answered;
  }

  /** Answers what is open in a round at some desks. True: something was taken. */
  #answer({ id, purpose }: CalledRound, at: (desk: Desk) => boolean): boolean {
    const round = this.memory.streams.get(id)?.state as RoundState | undefined;
    if (round?.phase !== 'open') return false;
    const { now } = this.memory;
    const how = this.#suppose.answers?.[purpose] ?? 'least';
    const open = [...round.desks.values()].filter(at).flatMap((desk) => [...desk.open].map((t) => round.tasks.get(t)!));
    const commands = open.map((task) => {
      const answer = supposedAnswer(formOf(round.spec!, task), { now, somebody: task.assignee, how });
      return { type: 'submit', body: { task: task.id, answer }, actor: task.assignee };
    });
    if (!commands.length) return false;
    return this.memory.sendAll(id, commands).some((refused) => refused === null);
  }

  /** Takes over what was written since. */
  #gather(): void {
    const { stage } = this.state;
    for (const round of Object.values(this.state.rounds))
      if (!this.#stageOf.has(round.id)) this.#stageOf.set(round.id, stage);
    const written = this.memory.notices.slice(this.#seen);
    this.#seen += written.length;
    for (const { stream, to, template, about, notBefore } of written) {
      const round = this.state.rounds[stream];
      // What procedures send that it has started is theirs.
      if (!round && stream !== this.#stream) continue;
      this.sent.push({
        ...{ stage: this.#stageOf.get(stream) ?? stage, purpose: round?.purpose ?? null, template, to, at: notBefore },
        rung: typeof about.rung === 'number' ? about.rung : null,
        tasks: Array.isArray(about.tasks) ? about.tasks.length : 0,
        atMost: round !== undefined && (this.#suppose.atMost?.(this.#terms, round.purpose) ?? false),
      });
    }
  }
}
