import type { Instant, StreamId } from '../../contracts/ids.ts';
import type {
  Command,
  Consequence,
  Context,
  Decision,
  DomainEvent,
  Process,
  Recorded,
  Seer,
  Status,
  Work,
} from '../process.ts';
import { copyOf } from './copy.ts';
import type { Kit } from './kit.ts';
import type { MoneyLine } from './money.ts';
import { type CommandIn, type EventIn, firstOf, type Part, type Shape, type Sheet } from './part.ts';
import { type PhaseWords, refusalOfPhase } from './phase.ts';
import { refusals } from './refused-orders.ts';
import { openRounds } from './rounds.ts';
import { silenceWake } from './silence.ts';
import { type Asking, stagesAndRounds } from './stages.ts';
import type { Suppositions } from './suppose.ts';
import { soonest } from './timetable.ts';

/** What time, or a round, has brought about; nothing: the next step is asked. */
export type Step<P extends Shape> = (state: P['state'], context: Context) => readonly EventIn<P['events']>[];

/** A procedure, as it is written down once; all else the engine gives. */
export interface Definition<P extends Shape> {
  /** Counts changes to the shape of the state. */
  readonly stateVersion: number;
  readonly initial: (stream: StreamId) => P['state'];
  /** Its stages and concerns, and how it is steered. */
  readonly parts: readonly Part<P>[];
  /** What each stage does in its turn: the first step that has something to do, then all are asked again. */
  readonly stages: Readonly<Record<P['stage'], readonly Step<P>[]>>;
  /** What comes before the steps of every stage. */
  readonly first?: readonly Step<P>[];
  /** Why nothing can be asked any more, by how it ended. */
  readonly over: Pick<PhaseWords, 'closed' | 'cancelled'>;
  /** Commands that it takes while it is paused beside those that end the pause; `all`: every one. */
  readonly whilePaused: 'all' | readonly (keyof P['commands'] & string)[];
  readonly bars?: Asking<P>['bars'];
  /** Procedures that it has started and that are not over. */
  readonly children?: (state: P['state']) => readonly StreamId[];
  /** What it looks at beside its rounds and its children. */
  readonly sees?: (state: P['state']) => readonly StreamId[];
  /** Slow work that is wanted. */
  readonly work?: (state: P['state'], context: Context) => readonly Work[];
  /** False while the end of the stage changes nothing: its rounds or people wake it. */
  readonly endsByTime?: (state: P['state']) => boolean;
  /** What else time changes, and when. */
  readonly wakes?: (state: P['state'], context: Context) => readonly (Instant | null)[];
  /** Counts what its owner has to hear about. */
  readonly news?: (state: P['state']) => number;
  readonly copy?: (state: P['state']) => P['state'];
  /** Its budget, line by line, once it has been opened; absent: it plans no money. */
  readonly money?: (state: P['state']) => readonly MoneyLine[];
  /** What somebody sees of what is particular to it, where its kind has no view of its own; absent: nothing. */
  readonly shows?: (state: P['state'], seer: Seer) => Readonly<Record<string, unknown>>;
  /** What a preview supposes where it waits for somebody; absent: what it supposes of every procedure. */
  readonly suppose?: Suppositions<P['state'], NonNullable<P['state']['terms']>>;
}

/** A procedure as a process, with what a preview supposes of it, and its money. */
export interface Procedure<P extends Shape>
  extends Process<P['state'], CommandIn<P['commands']>, EventIn<P['events']>> {
  readonly suppose: Suppositions<P['state'], NonNullable<P['state']['terms']>>;
  /** Its budget, line by line; none before it has been opened. */
  readonly money: (state: P['state']) => readonly MoneyLine[];
}

/** Commands about a pause are taken while it lasts, and so is another hand. */
const ABOUT_PAUSE = ['pause', 'resume', 'cancel', 'handOver'];

/**
 * A procedure as a process: its parts put together, with what every procedure has (guarded phases, stages, rounds,
 * orders that were refused, what it waits for and when it wakes).
 * @throws where two parts decide the same command, or describe the same round, or none does
 */
export function defineProcedure<P extends Shape>(kit: Kit<P>, definition: Definition<P>): Procedure<P> {
  type S = P['state'];
  const { kind, words: said, runners } = kit.rules;
  const { parts, over, whilePaused } = definition;
  const sheets = once(parts.map((p) => p.sheets)) as Record<string, (s: S, r: never, c: Context) => Sheet>;
  const all = [
    stagesAndRounds(kit, {
      sheetOf: (state, round, context) => sheets[round.purpose]!(state, round as never, context),
      ...(definition.bars ? { bars: definition.bars } : {}),
    }),
    ...parts,
    refusals<S>(runners) as unknown as Part<P>,
  ];
  const commands = once(all.map((p) => p.commands)) as Record<string, Handler<S>>;
  const folds = each(all.map((p) => p.folds)) as Record<string, readonly Fold<S>[]>;
  const follows = each(all.map((p) => p.follows)) as Record<string, readonly Follow<S>[]>;
  demandAll(commands, kit.rules.commands, 'decides the command');
  demandAll(folds, kit.rules.events, 'folds the event');
  demandAll(sheets, kit.rules.rounds, 'says what is asked in the round');
  const steps = (stage: P['stage']) => definition.stages[stage];
  const words: PhaseWords = {
    ...{ name: kind, ...over },
    ...(whilePaused === 'all'
      ? {}
      : {
          paused: {
            takes: new Set([...ABOUT_PAUSE, ...whilePaused]),
            noun: said.noun,
          },
        }),
  };

  const children = (state: S) => definition.children?.(state) ?? [];
  const roundsOf = (state: S) => openRounds(state).map((r) => r.id);

  function statusOf(state: S, context: Context): Status {
    const running = state.phase === 'running';
    return {
      stage: state.stage,
      closed: state.phase === 'closed' || state.phase === 'cancelled',
      rounds: [...roundsOf(state), ...children(state)],
      work: running ? (definition.work?.(state, context) ?? []) : [],
      wake: running ? wakeOf(state, context) : null,
      news: definition.news?.(state) ?? 0,
    };
  }

  function wakeOf(state: S, context: Context): Instant | null {
    const ends = definition.endsByTime?.(state) ?? true;
    return soonest(context.now, [
      ends ? state.until : null,
      silenceWake(state, context),
      ...(definition.wakes?.(state, context) ?? []),
    ]);
  }

  return {
    type: kind,
    words: said,
    commands: kit.rules.commands,
    events: kit.rules.events,
    notices: kit.rules.notices,
    wordOf: kit.wordOf as (purpose: string) => string,
    stateVersion: definition.stateVersion,
    initial: definition.initial,
    evolve(state, event: Recorded) {
      for (const fold of folds[event.type]!) fold(state, event.body, event);
      return state;
    },
    decide(state, command: Command, context) {
      const decision = refusalOfPhase(state, command.type, words) ?? commands[command.type]!(state, command, context);
      return decision as Decision<EventIn<P['events']>>;
    },
    due(state, context) {
      if (state.phase !== 'running') return [];
      const due = [...(definition.first ?? []), ...steps(state.stage)];
      return firstOf(...due.map((step) => () => step(state, context)));
    },
    consequences: (state, event: Recorded, context) =>
      (follows[event.type] ?? []).flatMap((follow) => follow(state, event.body, context)),
    watches: (state) => [...roundsOf(state), ...children(state), ...(definition.sees?.(state) ?? [])],
    status: statusOf,
    titleOf: ({ terms }) => (terms === null ? null : kit.rules.title(terms)),
    shownTo: (state, seer) => (state.terms === null ? {} : (definition.shows?.(state, seer) ?? {})),
    freeze: (state) => structuredClone(state),
    thaw: (frozen) => frozen as S,
    copy: definition.copy ?? copyOf,
    suppose: definition.suppose ?? {},
    money: (state) => (state.terms === null ? [] : (definition.money?.(state) ?? [])),
  };
}

type Handler<S> = (state: S, command: Command, context: Context) => Decision<DomainEvent>;
type Fold<S> = (state: S, body: unknown, event: Recorded) => void;
type Follow<S> = (state: S, body: unknown, context: Context) => readonly Consequence[];

/** @throws where a part is missing that has one of the names */
function demandAll(table: object, names: object, does: string): void {
  const missing = Object.keys(names).find((name) => !Object.hasOwn(table, name));
  if (missing !== undefined)
    throw new Error(`No part of the procedure ${does} "${missing}"; write the one that does, or name it in parts.`);
}

/** Tables put together; @throws where two have the same entry. */
function once(tables: readonly (object | undefined)[]): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const [name, entry] of tables.flatMap((t) => Object.entries(t ?? {}))) {
    if (name in whole) throw new Error(`Two parts of a procedure have "${name}"; give it to one of them.`);
    whole[name] = entry;
  }
  return whole;
}

/** Tables put together: for each name all entries, in the order of the tables. */
function each(tables: readonly (object | undefined)[]): Record<string, unknown[]> {
  const whole: Record<string, unknown[]> = {};
  for (const [name, entry] of tables.flatMap((t) => Object.entries(t ?? {}))) {
    whole[name] ??= [];
    whole[name].push(entry);
  }
  return whole;
}
