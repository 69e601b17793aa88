import type { Instant, StreamId } from '../../contracts/ids.ts';
import type { OrganisationState } from '../organisation/state.ts';
import type { Context } from '../process.ts';
import { Moved } from './again.ts';
import { Session } from './session.ts';
import { type Need, type Sealer, type Stood, type Supply, streamsBy } from './world.ts';

/** What a turn begins with. */
export interface Seeing {
  readonly now: Instant;
  readonly organisation: OrganisationState;
  readonly keys: Sealer;
}

/** The streams that a turn has before it: those that it has locked, and writes to, and those that these watch. */
export class Sight {
  /** Of the streams that are locked, in the order in which they were. */
  readonly sessions = new Map<StreamId, Session>();
  /** What rules are asked with; `now` in it goes on when a later event comes into sight. */
  readonly context: Context;
  readonly #watched = new Map<StreamId, Stood>();
  /** At which version a stream was when it was looked at; 0: it did not exist, and is not looked for again. */
  readonly #lookedAt = new Map<StreamId, number>();
  readonly #keys: Sealer;
  readonly #log: Session[];
  #now: Instant;
  #isReliedOn = false;

  /** `log`: see `Session`. */
  constructor({ now, organisation, keys }: Seeing, log: Session[]) {
    this.#now = now;
    this.#keys = keys;
    this.#log = log;
    const self = this;
    this.context = {
      get now() {
        return self.#now;
      },
      organisation,
      child: (id) => this.#seen(id),
      secretOf: (purpose) => keys.secretOf(purpose),
    };
  }

  /** A rule is asked: what it says rests on what was looked at before. */
  relyOn(): void {
    this.#isReliedOn = true;
  }

  /** A stream that an order creates belongs to the one that gives it, which need not be the main one. */
  open(stood: Stood, owner: StreamId | null): Session {
    this.#watched.delete(stood.stream);
    this.#rememberTime(stood);
    const belongsTo = stood.owner ?? (stood.version === 0 ? owner : null);
    const session = new Session(stood, belongsTo, this.#keys, this.#log);
    this.sessions.set(stood.stream, session);
    return session;
  }

  /** Locks streams that are not locked yet, and looks at what those watch. @throws Moved */
  *lock(streams: readonly StreamId[], owner: StreamId | null): Generator<Need, void, Supply> {
    const fresh = streams.filter((id) => !this.sessions.has(id));
    if (!fresh.length) return;
    const locked = [...(yield* streamsBy('lock', fresh)).values()];
    if (this.#isReliedOn && locked.some((stood) => this.#hasMoved(stood))) {
      throw new Moved(locked.filter((stood) => stood.version > 0).map((stood) => stood.stream));
    }
    const opened = locked.map((stood) => this.open(stood, owner));
    yield* this.watch(opened);
  }

  /** Looks at the streams that these watch, as far as they have not been looked at. */
  *watch(sessions: readonly Session[]): Generator<Need, void, Supply> {
    const wanted = sessions
      .flatMap((session) => session.watches())
      .filter((id) => !this.sessions.has(id) && !this.#lookedAt.has(id));
    if (!wanted.length) return;
    const found = yield* streamsBy('read', [...new Set(wanted)]);
    for (const id of wanted) {
      const stood = found.get(id);
      this.#lookedAt.set(id, stood?.version ?? 0);
      if (!stood) continue;
      this.#watched.set(id, stood);
      this.#rememberTime(stood);
    }
  }

  #seen(stream: StreamId): unknown {
    const stood = this.sessions.get(stream)?.stood ?? this.#watched.get(stream);
    return stood && stood.version > 0 ? stood.state : undefined;
  }

  /** Whether somebody has written to a stream between this turn's look at it and its lock. */
  #hasMoved({ stream, version }: Stood): boolean {
    const seen = this.#lookedAt.get(stream);
    return seen !== undefined && seen !== version;
  }

  /** Nothing happens before what is known to have happened, whatever the clocks of machines say. */
  #rememberTime({ at }: Stood): void {
    this.#now = Math.max(this.#now, at);
  }
}
