import type { Actor, Instant, StreamId } from '../../../contracts/ids.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import type { Memory } from '../../../domain/turn/memory.ts';

/** A command that somebody sent, and when. */
interface Given {
  readonly at: Instant;
  readonly stream: StreamId;
  readonly type: string;
  readonly body: unknown;
  readonly actor: Actor;
  /** What it was answered: null, or the code of the refusal. */
  readonly outcome: string | null;
}

/** Writes down every command that people send from now on. */
function listen(memory: Memory): Given[] {
  const given: Given[] = [];
  const send = memory.send.bind(memory);
  memory.send = (stream, type, body, actor) => {
    const kept = JSON.parse(JSON.stringify(body));
    const refused = send(stream, type, body, actor);
    if (actor !== 'system') {
      given.push({ at: memory.now, stream, type, body: kept, actor, outcome: refused?.code ?? null });
    }
    return refused;
  };
  return given;
}

/** Time acts at its hours, as it does while Temporal is there; slow work waits. */
export function lookUntil(memory: Memory, until: Instant): void {
  for (let looks = 0; looks < 5_000; looks++) {
    const { wake } = memory;
    if (wake === null || wake > until) break;
    memory.now = Math.max(memory.now, wake);
    for (const { stream } of [...memory.streams.values()].filter((s) => s.wake === wake)) memory.poke(stream);
  }
  memory.now = Math.max(memory.now, until);
}

/** Whether somebody was asked for what they answer: whoever is written to, is so by a look. */
function isAsked({ streams }: Memory, { stream, body }: Given): boolean {
  const stood = streams.get(stream);
  if (!stream.startsWith('round:')) return true;
  const { task } = body as { task?: string };
  return Boolean(stood?.version) && (task === undefined || (stood!.state as RoundState).tasks.has(task));
}

/** Steps of a story: so many hours on, or to just after the next hour at which time would act. */
export type Step = number | 'hour';

/** Moves on without crossing more than one hour at which time acts, by so many milliseconds; where to. */
function next({ now, wake }: Memory, step: Step, beyond: number): Instant {
  const hour = wake === null ? now : Math.max(now, wake);
  return step === 'hour' ? hour + beyond : Math.min(now + step * HOUR, wake === null ? Infinity : hour + beyond);
}

const HOUR = 3_600_000;

/** One step of a story: what people sent in it, if anything, and when it was over. */
export interface Moment {
  readonly at: Instant;
  readonly given: readonly Given[];
}

/**
 * Plays a story with a look at every hour at which time acts, so before whatever is sent; writes down each moment. Each is
 * further beyond its hour than all before it together: whoever is asked later has as much longer, which is not to matter.
 */
export async function played<Run extends { readonly memory: Memory }>(
  run: Run,
  steps: readonly (readonly [Step, (run: Run) => unknown])[],
): Promise<Moment[]> {
  const { memory } = run;
  const heard = listen(memory);
  const moments: Moment[] = [];
  for (const [n, [step, act]] of steps.entries()) {
    const given = heard.length;
    const at = next(memory, step, 2 ** n);
    lookUntil(memory, at);
    await act(run);
    await memory.work();
    moments.push({ at, given: heard.slice(given) });
  }
  return moments;
}

/** The same commands at the same instants, but that the look of the hour comes after each and not before it. */
export async function again(memory: Memory, root: StreamId, moments: readonly Moment[]): Promise<(string | null)[]> {
  const outcomes: (string | null)[] = [];
  for (const { at, given } of moments) {
    memory.now = at;
    for (const one of given) {
      if (!isAsked(memory, one)) memory.poke(root);
      outcomes.push(memory.send(one.stream, one.type, one.body, one.actor)?.code ?? null);
    }
    memory.poke(root);
    await memory.work();
  }
  return outcomes;
}

/** What the commands of a story were answered. */
export const outcomesOf = (moments: readonly Moment[]) => moments.flatMap((m) => m.given.map((g) => g.outcome));

/**
 * Reminders are as late as whoever looks: rungs that were missed are said with the latest one, and what comes due for the
 * night waits for the morning. That is meant, so which of them came is left out.
 */
const REMINDING = ['RemindersSent', 'round.reminder', 'round.escalation'];

/** Whose letter waits for a civil hour depends on the hour at which it was written. */
const UNTOLD = ['waits'];
const YEAR_2020 = 1_577_836_800_000;

/** Without instants: what is counted from the hour at which the engine came to something is as much later as that. */
const plain = (value: unknown) =>
  JSON.stringify(value, (key, item) =>
    UNTOLD.includes(key) ? undefined : typeof item === 'number' && item > YEAR_2020 ? 'an instant' : item,
  );

/**
 * Tasks whose silence is given its meaning at several hours are told of in one event by whoever comes late. When a round
 * goes on, the due dates that move are told one by one; tasks that were given at different hours by whoever looked at each
 * have several, where whoever came late gave them one.
 */
function eachOf(body: unknown): unknown[] {
  const { tasks, means, moved } = body as { tasks?: unknown[]; means?: string; moved?: unknown };
  if (means && tasks) return tasks.map((task) => ({ task, means }));
  return Array.isArray(moved) ? [{ ...(body as object), moved: [...new Set(moved.map(plain))] }] : [body];
}

/**
 * Everything that happened, stream by stream, but for reminders and for when the engine came to it. What is due at one
 * instant in several streams comes in any order, as it does from Temporal's timers.
 */
export function factsOf(memory: Memory): object {
  return Object.fromEntries(
    [...memory.streams.values()]
      .filter((s) => s.version > 0)
      .map((s) => [
        s.stream,
        s.events
          .filter((e) => !REMINDING.includes(e.type))
          .flatMap((e) => eachOf(e.body).map((body) => plain([e.type, e.actor, body])))
          .sort(),
      ])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}

/** Every letter but reminders: to whom, which, and what it says. */
export function lettersOf(memory: Memory): string[] {
  const told = memory.notices.filter((n) => !REMINDING.includes(n.template));
  return told.map(({ to, template, about }) => plain([to, template, about])).sort();
}
