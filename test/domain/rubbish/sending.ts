import { expect } from '@jest/globals';
import type { ProcessType, StreamId } from '../../../contracts/ids.ts';
import { processTypeOf } from '../../../contracts/ids.ts';
import { processOf } from '../../../domain/kinds.ts';
import { isRejection } from '../../../domain/process.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { type Hostile, hostileCommands } from '../../contracts/rubbish.ts';
import { faultOfEvent, faultOfNotice, faultOfRefusal, faultOfStatus } from './storable.ts';

/** How a stream is spoken to. */
export interface Target {
  readonly memory: Memory;
  readonly stream: StreamId;
  /** Bodies that would be accepted as they are, by type. */
  readonly bodies?: Readonly<Record<string, unknown>>;
  readonly actorOf: (type: string) => string;
  /** Types that are sent; absent: all. */
  readonly types?: readonly string[];
  /** Where the same is sent at several stages: a third of what else would be sent at each, from another one on. */
  readonly stage?: number;
}

/** So often time goes on to its next wake after a command was taken. */
const WAKES = 3;
const STAGES_APART = 3;
/** All that can be made of every command takes long: `ROSTRUM_RUBBISH=all`. Else one in so many, always the same, unless few types are asked. */
const APART = process.env.ROSTRUM_RUBBISH === 'all' ? 1 : 10;

export interface Result {
  readonly sent: number;
  readonly accepted: number;
  readonly faults: readonly string[];
}

/**
 * Sends every hostile command to a stream as it stands, each from the same standing, lets time pass, and tells what
 * went wrong: a rule that failed, an event that breaks its own schema, something that nobody could store.
 */
export async function sendRubbish(target: Target): Promise<Result> {
  const { memory, stream, bodies = {}, actorOf, types, stage } = target;
  const kind: ProcessType = processTypeOf(stream);
  const process = processOf(stream);
  const { commands } = process;
  const apart = (types ? 1 : APART) * (stage === undefined ? 1 : STAGES_APART);
  const faults: string[] = [];
  const played = new Set<string>();
  let [made, sent, accepted] = [0, 0, 0];
  const state = memory.streams.get(stream)?.state ?? process.initial(stream);
  for (const hostile of hostileCommands(kind, bodies)) {
    if (types && !types.includes(hostile.type)) continue;
    if ((made++ + (stage ?? 0)) % apart !== 0) continue;
    sent++;
    const parsed = parse(commands[hostile.type]!, hostile, faults);
    if (!parsed) continue;
    const actor = actorOf(hostile.type);
    const command = { id: 'c-1-rubbish', actor, type: hostile.type, body: parsed.body };
    try {
      const decision = process.decide(state, command, memory.context);
      if (isRejection(decision)) {
        const fault = faultOfRefusal(decision);
        if (fault) faults.push(`${name(hostile)}: ${fault}`);
        continue;
      }
      accepted++;
      // What the contract has made harmless comes to the same a hundred times.
      const outcome = JSON.stringify([hostile.type, decision]);
      if (played.has(outcome)) continue;
      played.add(outcome);
      faults.push(...(await play(memory, stream, hostile, actor)).map((fault) => `${name(hostile)}: ${fault}`));
    } catch (error) {
      faults.push(`${name(hostile)}: ${(error as Error).stack?.split('\n').slice(0, 3).join(' ')}`);
    }
  }
  return { sent, accepted, faults };
}

function parse(
  schema: { safeParse(body: unknown): { success: boolean; data?: unknown } },
  hostile: Hostile,
  faults: string[],
): { readonly body: unknown } | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(JSON.stringify(hostile.body) ?? 'null'));
    return parsed.success ? { body: parsed.data } : undefined;
  } catch (error) {
    faults.push(`${name(hostile)}: the contract failed: ${(error as Error).message}`);
    return undefined;
  }
}

/** A command that is taken: what it and the time after it bring about, in a copy. */
async function play(memory: Memory, stream: StreamId, { type, body }: Hostile, actor: string): Promise<string[]> {
  const copy = copyOf(memory);
  const before = new Map([...copy.streams].map(([id, s]) => [id, s.events.length]));
  const refused = copy.send(stream, type, JSON.parse(JSON.stringify(body)), actor);
  if (refused?.code === 'internal') return [refused.detail];
  for (let n = 0; n < WAKES; n++) if (!(await copy.sleep())) break;
  const events = [...copy.streams].flatMap(([id, s]) => s.events.slice(before.get(id) ?? 0));
  return [
    ...events.flatMap((event) => faultOfEvent(event) ?? []),
    ...copy.notices.flatMap((notice) => faultOfNotice(notice) ?? []),
    ...[...new Set(events.map((e) => e.stream))].flatMap((id) => faultOfStatus(copy.status(id)) ?? []),
  ].slice(0, 3);
}

/** The same streams once more: what happens in the copy leaves the original as it is. */
export function copyOf(memory: Memory): Memory {
  const copy = new Memory(memory.organisation, memory.now);
  for (const [id, stream] of memory.streams) {
    const { freeze, thaw } = processOf(id);
    const state = thaw(JSON.parse(JSON.stringify(freeze(stream.state))));
    copy.streams.set(id, { ...stream, state, events: [...stream.events] });
  }
  return copy;
}

function name({ type, path, what }: Hostile): string {
  return `${type} ${path || 'body'}: ${what}`;
}

/** Sends it all to a stream, of which some is taken, and finds nothing that went wrong. */
export async function expectUnharmed(target: Target): Promise<void> {
  const { sent, accepted, faults } = await sendRubbish(target);
  expect(faults.slice(0, 20)).toEqual([]);
  expect(sent).toBeGreaterThan(100);
  expect(accepted).toBeGreaterThan(0);
}
