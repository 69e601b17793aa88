import type { StreamId } from '../../contracts/ids.ts';

/**
 * A child has moved since it was looked at, and something was decided by how it looked: the turn is to be taken again
 * with it locked first. All that were locked with it are named, so that the next attempt finds none of them moved.
 */
export class Moved extends Error {
  readonly streams: readonly StreamId[];

  constructor(streams: readonly StreamId[]) {
    super(`${streams.join(', ')} moved meanwhile.`);
    this.streams = streams;
  }
}

/**
 * The hour of a stream above this one has come: it takes its turn first, and then this turn is taken again. A course that
 * was to close a round at nine closes it before an answer of ten past nine, whether or not anybody has looked meanwhile.
 */
export class Overdue extends Error {
  readonly stream: StreamId;

  constructor(stream: StreamId) {
    super(`The hour of ${stream} has come.`);
    this.stream = stream;
  }
}
