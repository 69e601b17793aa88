import type { Instant, StreamId } from '../../contracts/ids.ts';
import { processOf } from '../kinds.ts';
import type { Recorded } from '../process.ts';
import type { Above } from './given.ts';
import type { Late, Stood } from './world.ts';

/** A stream that lives in memory alone. */
export interface Stream extends Stood {
  readonly events: Recorded[];
  owner: StreamId | null;
  at: Instant;
  trouble: boolean;
  closed: boolean;
  /** What its owner has heard of. */
  news: number;
  /** When it wakes next: as it stood at the end of its last turn. */
  wake: Instant | null;
  /** What its events are folded from. */
  base: { readonly state: unknown; readonly version: number };
}

/** Where a stream stands that is put into memory, beside its state. */
export type Standing = Partial<Pick<Stream, 'version' | 'owner' | 'at' | 'closed' | 'news' | 'wake'>>;

/** All streams that live in memory, by their ids. */
export class MemoryStreams extends Map<StreamId, Stream> {
  /** One that nobody has written to is empty. */
  at(id: StreamId): Stream {
    let stream = this.get(id);
    if (!stream) {
      const { initial } = processOf(id);
      stream = {
        ...{ stream: id, state: initial(id), version: 0, owner: null, at: 0, trouble: false },
        ...{ events: [], closed: false, news: 0, wake: null, base: { state: initial(id), version: 0 } },
      };
      this.set(id, stream);
    }
    return stream;
  }

  /** The streams above one that wait for an hour, the topmost first. */
  above({ owner }: Stream): Above[] {
    const stream = owner === null ? undefined : this.get(owner);
    if (!stream) return [];
    const { wake } = stream;
    return [
      ...this.above(stream),
      ...(wake === null || stream.closed || stream.trouble ? [] : [{ stream: stream.stream, wake }]),
    ];
  }

  /** Those below one whose hour has come, the first first. */
  lateBelow(main: StreamId, now: Instant): Late[] {
    const below = ({ owner }: Stream): boolean => owner !== null && (owner === main || below(this.get(owner)!));
    return [...this.values()]
      .filter((s) => s.wake !== null && s.wake <= now && !s.closed && !s.trouble && below(s))
      .map((s) => ({ stream: s.stream, owner: s.owner!, wake: s.wake! }))
      .sort((a, b) => a.wake - b.wake);
  }

  /** What a turn that failed has folded is void: every stream is folded anew from its events. */
  forget(): void {
    for (const stream of this.values()) {
      stream.state = this.foldAnew(stream);
      stream.version = stream.base.version + laterOf(stream).length;
    }
  }

  foldAnew(stream: Stream): unknown {
    const { copy, evolve } = processOf(stream.stream);
    return laterOf(stream).reduce(evolve, copy(stream.base.state));
  }
}

/** The events that are not in what the stream is folded from. */
function laterOf({ events, base }: Stream): Recorded[] {
  return events.filter((e) => e.version > base.version);
}
