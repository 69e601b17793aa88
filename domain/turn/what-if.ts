import type { Instant, PersonId, StreamId } from '../../contracts/ids.ts';
import type { TaskChange, WhatIf } from '../../contracts/views/what-if.ts';
import { processOf } from '../kinds.ts';
import type { OrganisationState } from '../organisation/state.ts';
import type { RoundState } from '../round/state.ts';
import { Memory } from './memory.ts';
import type { Standing } from './memory-streams.ts';
import type { Rights } from './rights.ts';

/** A stream as it stands, with what the engine knows of it. */
export interface Placed extends Standing {
  readonly stream: StreamId;
  readonly state: unknown;
}

/** Everything that a command may reach, at one instant. */
export interface Scene {
  readonly now: Instant;
  readonly organisation: OrganisationState;
  readonly streams: readonly Placed[];
  readonly rights: Rights;
}

/** A command that is asked about and not sent. */
export interface Supposed {
  readonly stream: StreamId;
  readonly type: string;
  readonly body: unknown;
  readonly actor: PersonId;
}

/** At most so many lines of a kind are told; the numbers are of all. */
const MOST_LINES = 500;

/**
 * What a command would bring about: the procedure as it stands is played twice in memory up to an instant, with the
 * command and without, by the very rules that run live. Nobody answers meanwhile, silence is given its meaning, and slow
 * work is not done: where the procedure waits for it, both end there.
 */
export function whatIf(scene: Scene, { stream, type, body, actor }: Supposed, until: Instant): Promise<WhatIf> {
  return compared(played(scene), played(scene), (memory) => memory.send(stream, type, body, actor), until);
}

function played({ now, organisation, streams, rights }: Scene): Memory {
  const memory = new Memory(organisation, now);
  memory.rights = rights;
  for (const { stream, state, ...standing } of streams) memory.put(stream, state, standing);
  return memory;
}

async function compared(
  without: Memory,
  withIt: Memory,
  send: (memory: Memory) => ReturnType<Memory['send']>,
  until: Instant,
): Promise<WhatIf> {
  const refused = send(withIt);
  if (refused) return { refusal: refused.detail, stages: [], tasks: [], money: [], more: NOBODY, fewer: NOBODY };
  const stages = stageChanges(without, withIt);
  const tasks = taskChanges(without, withIt);
  await without.until(until);
  await withIt.until(until);
  const money = moneyChanges(without, withIt);
  const [before, after] = [letters(without), letters(withIt)];
  return { refusal: null, stages, tasks, money, more: surplus(after, before), fewer: surplus(before, after) };
}

const NOBODY: WhatIf['more'] = { messages: 0, people: 0, lines: [] };

interface Timetabled {
  readonly plan?: Readonly<Record<string, { readonly start: Instant; readonly end: Instant }>>;
  readonly stage?: string;
  readonly until?: Instant | null;
}

/** The stages whose beginning or end is another one, of every procedure that it reaches. */
function stageChanges(without: Memory, withIt: Memory): WhatIf['stages'] {
  return [...withIt.streams.values()].flatMap(({ stream, state }) => {
    const after = spansOf(state as Timetabled);
    const before = spansOf((without.streams.get(stream)?.state ?? {}) as Timetabled);
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((stage) => {
      const [was, is] = [before[stage] ?? null, after[stage] ?? null];
      return was?.start === is?.start && was?.end === is?.end ? [] : [{ stream, stage, before: was, after: is }];
    });
  });
}

function spansOf({ plan, stage, until }: Timetabled): Record<string, { start: Instant | null; end: Instant | null }> {
  const current = stage === undefined ? {} : { [stage]: { start: plan?.[stage]?.start ?? null, end: until ?? null } };
  return { ...plan, ...current };
}

/** The budget lines that hold, or plan, another sum in the end. */
function moneyChanges(without: Memory, withIt: Memory): WhatIf['money'] {
  return [...withIt.streams.values()].flatMap(({ stream, state }) => {
    const after = linesOf(stream, state);
    const before = linesOf(stream, without.streams.get(stream)?.state);
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((line) => {
      const [was, is] = [before.get(line) ?? null, after.get(line) ?? null];
      const same = was?.limit === is?.limit && was?.planned === is?.planned;
      return same ? [] : [{ stream, line, before: was, after: is }];
    });
  });
}

function linesOf(stream: StreamId, state: unknown): Map<string, { limit: number; planned: number }> {
  const lines = state === undefined ? [] : (processOf(stream).money?.(state) ?? []);
  return new Map(lines.map(({ line, limit, planned }) => [line, { limit, planned }]));
}

/** What becomes at once of the tasks in each round: how many come, go, and are due at another time. */
function taskChanges(without: Memory, withIt: Memory): TaskChange[] {
  return [...withIt.streams.values()].flatMap(({ stream, state }) => {
    if (!stream.startsWith('round:')) return [];
    const before = openIn(without.streams.get(stream)?.state as RoundState | undefined);
    const after = openIn(state as RoundState);
    const added = [...after.keys()].filter((id) => !before.has(id));
    const gone = [...before.keys()].filter((id) => !after.has(id));
    const moved = [...after].filter(([id, due]) => before.has(id) && before.get(id) !== due);
    if (!added.length && !gone.length && !moved.length) return [];
    const dues = moved.map(([, due]) => due);
    const last = dues.length ? dues.reduce((a, b) => Math.max(a, b)) : null;
    return [{ round: stream, added: added.length, gone: gone.length, moved: moved.length, movedTo: last }];
  });
}

function openIn(round: RoundState | undefined): Map<string, Instant> {
  const open = [...(round?.desks.values() ?? [])].flatMap((desk) => [...desk.open]);
  return new Map(open.map((id) => [id, round!.tasks.get(id)!.due]));
}

interface Letter {
  readonly template: string;
  readonly to: PersonId;
  /** The hour at which it may go out. */
  readonly at: Instant;
}

function letters({ notices }: Memory): Letter[] {
  return notices.map(({ template, to, notBefore }) => ({ template, to, at: notBefore }));
}

/** The letters of one play that the other has not: by template and hour, the earliest first. */
function surplus(some: readonly Letter[], others: readonly Letter[]): WhatIf['more'] {
  const left = new Map<string, number>();
  const nameOf = ({ template, to, at }: Letter) => `${template} ${to} ${at}`;
  for (const letter of others) left.set(nameOf(letter), (left.get(nameOf(letter)) ?? 0) + 1);
  const only = some.filter((letter) => {
    const name = nameOf(letter);
    const count = left.get(name) ?? 0;
    left.set(name, count - 1);
    return count <= 0;
  });
  const lines = new Map<string, { template: string; at: Instant; people: PersonId[] }>();
  for (const { template, to, at } of only) {
    const key = `${template} ${at}`;
    const line = lines.get(key) ?? { template, at, people: [] };
    line.people.push(to);
    lines.set(key, line);
  }
  return {
    messages: only.length,
    people: new Set(only.map((l) => l.to)).size,
    lines: [...lines.values()].sort((a, b) => a.at - b.at || (a.template < b.template ? -1 : 1)).slice(0, MOST_LINES),
  };
}

/** The streams that those of a scene look at and that are not in it. */
export function missingIn(streams: readonly Placed[]): StreamId[] {
  const there = new Set(streams.map((s) => s.stream));
  const watched = streams.flatMap(({ stream, state }) => processOf(stream).watches(state));
  return [...new Set(watched)].filter((id) => !there.has(id));
}
