import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { HomeTerms } from '../../contracts/procedure.ts';
import type { Refusing } from './orders.ts';
import type { Calling } from './rounds.ts';

/** `unopened`: nothing was ever written to the stream; `closed` and `cancelled`: it is over. */
export type Phase = 'unopened' | 'running' | 'paused' | 'cancelled' | 'closed';

/** What every procedure's state holds, folded alike in all of them. */
export interface Standing<
  Stage extends string = string,
  Purpose extends string = string,
  Terms extends HomeTerms = HomeTerms,
> extends Calling<Purpose>,
    Refusing {
  readonly stream: StreamId;
  phase: Phase;
  /** Who opened it; null: the engine. */
  owner: PersonId | null;
  terms: Terms | null;
  stage: Stage;
  /** How often each stage has begun. */
  runs: Partial<Record<Stage, number>>;
  /** When the stage began. */
  startedAt: Instant;
  /** When the stage ends, or should; null: time does not end it. */
  until: Instant | null;
  /** A person has ended the stage before its time. */
  finished: boolean;
  pausedAt: Instant | null;
  /** The rounds that the pause has put on hold; others may be on hold for a reason of their own. */
  held: readonly StreamId[];
}

/** A procedure to whose stream nothing was ever written; `stage`: the one that it begins with. */
export function unopened<Stage extends string>(stream: StreamId, stage: Stage) {
  return {
    stream,
    phase: 'unopened' as Phase,
    owner: null,
    terms: null,
    stage,
    runs: {},
    startedAt: 0,
    until: null,
    finished: false,
    pausedAt: null,
    held: [],
    rounds: {},
    refusedOrders: {},
  };
}

/** The terms of a procedure that has been opened. @throws where it has not */
export function termsOf<Terms>({ stream, terms }: { readonly stream: StreamId; readonly terms: Terms | null }): Terms {
  if (terms === null) throw new Error(`${stream} has not been opened.`);
  return terms;
}

/** True when time has ended the stage, or a person has. */
export function isOver({ finished, until }: Pick<Standing, 'finished' | 'until'>, now: Instant): boolean {
  return finished || (until !== null && now >= until);
}
