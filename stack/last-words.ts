/** What is kept of the end of what a process prints, in characters. */
const KEPT = 4_000;
/** A message is not a page. */
const LONGEST = 500;

/** What a process said last: for whoever hears that it has ended, where its log may be out of reach. */
export class LastWords {
  #end = '';

  /** Hears what it prints, in whatever pieces it comes. */
  hear(printed: string): void {
    this.#end = (this.#end + printed).slice(-KEPT);
  }

  /**
   * The message of its last fatal entry; else the error that Node ended it with; else its last line. Empty when it has
   * said nothing.
   */
  get sentence(): string {
    const lines = this.#end.split('\n').filter((line) => line.trim());
    const entries = lines.map(entryIn);
    const fatal = entries.findLast((entry) => entry && entry.level >= FATAL)?.msg;
    const thrown = lines.findLast((line) => /^\w*Error\b.*: /.test(line));
    return (fatal ?? thrown ?? entries.at(-1)?.msg ?? lines.at(-1) ?? '').trim().slice(0, LONGEST);
  }
}

/** How pino writes that a process cannot go on. */
const FATAL = 60;

/** The entry in a line of JSON; undefined when it is none. */
function entryIn(line: string): { level: number; msg: string } | undefined {
  try {
    const { level, msg } = JSON.parse(line);
    return typeof level === 'number' && typeof msg === 'string' ? { level, msg } : undefined;
  } catch {
    return undefined;
  }
}
