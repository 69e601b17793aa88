import { isDeepStrictEqual } from 'node:util';
import { beforeAll, expect, test } from '@jest/globals';
import type { Answer, Field, Form } from '../../../contracts/form.ts';
import { processTypeOf, type StreamId } from '../../../contracts/ids.ts';
import { processOf } from '../../../domain/kinds.ts';
import type { OfferingState } from '../../../domain/offering/state.ts';
import type { Recorded, Rejection } from '../../../domain/process.ts';
import { formOf } from '../../../domain/round/forms.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import type { Ordered } from '../../../domain/turn/made.ts';
import type { Memory } from '../../../domain/turn/memory.ts';
import { everyKind } from './stories.ts';
import type { Given } from './tape.ts';

const OPS = 'D1-2';
const DAY = 86_400_000;
const reason = 'For a reason.';
/** The first that a memory is sent. */
const THE_COMMAND = 'c-1-test';

/** Every kind of order that a procedure gives: to whom, what, and what its refusal means. */
const KINDS = [
  'cycle orders addTasks to round (tell)',
  'cycle orders addTasks to round (undo)',
  'cycle orders cancel to offering (undo)',
  'cycle orders change to offering (undo)',
  'cycle orders close to round (moot)',
  'cycle orders end to offering (moot)',
  'cycle orders extend to round (moot)',
  'cycle orders hold to round (moot)',
  'cycle orders offerSeats to offering (tell)',
  'cycle orders open to offering (tell)',
  'cycle orders open to round (undo)',
  'cycle orders pause to offering (moot)',
  'cycle orders reassign to round (tell)',
  'cycle orders reform to round (tell)',
  'cycle orders reform to round (undo)',
  'cycle orders release to round (moot)',
  'cycle orders resume to offering (moot)',
  'cycle orders withdraw to round (moot)',
  'cycle orders withdraw to round (tell)',
  'offering orders addTasks to round (tell)',
  'offering orders addTasks to round (undo)',
  'offering orders close to round (moot)',
  'offering orders extend to round (moot)',
  'offering orders open to round (undo)',
  'offering orders reassign to round (tell)',
  'offering orders withdraw to round (moot)',
  'offering orders withdraw to round (tell)',
  'selection orders addTasks to round (tell)',
  'selection orders addTasks to round (undo)',
  'selection orders bar to round (moot)',
  'selection orders close to round (moot)',
  'selection orders extend to round (moot)',
  'selection orders fill to round (tell)',
  'selection orders hold to round (moot)',
  'selection orders open to round (undo)',
  'selection orders release to round (moot)',
  'selection orders withdraw to round (moot)',
];

/** What may become of a child in the moment between the look of its owner and its lock. */
type Move = (memory: Memory, child: StreamId) => Rejection | null;

const NOTHING_TO_DO: Rejection = {
  ...{ rejected: true, code: 'nothing-to-do', detail: '' },
  because: { key: 'none', facts: {} },
};

const MOVES: Readonly<Record<string, Readonly<Record<string, Move>>>> = {
  round: {
    'is answered': (memory, round) => {
      const state = memory.streams.get(round)!.state as RoundState;
      const task = [...state.tasks.values()].find((t) => t.state === 'open');
      if (!task) return NOTHING_TO_DO;
      const answer = anyAnswer(formOf(state.spec!, task));
      return memory.send(round, 'submit', { task: task.id, answer }, task.assignee);
    },
    closes: (memory, round) => memory.send(round, 'close', { reason }, OPS),
    'is put on hold': (memory, round) => memory.send(round, 'hold', { reason }, OPS),
    'goes on': (memory, round) => memory.send(round, 'release', { reason }, OPS),
    'has its tasks taken back': (memory, round) => memory.send(round, 'withdraw', { tasks: 'all', reason }, OPS),
    'has a task handed back': (memory, round) => {
      const { tasks } = memory.streams.get(round)!.state as RoundState;
      const task = [...tasks.values()].find((t) => t.state === 'open');
      return task ? memory.send(round, 'decline', { task: task.id, reason }, task.assignee) : NOTHING_TO_DO;
    },
  },
  offering: {
    'gets a seat back': (memory, offering) => {
      const { seats } = memory.streams.get(offering)!.state as OfferingState;
      return memory.send(offering, 'giveUpSeat', { reason }, Object.keys(seats)[0] ?? OPS);
    },
    'goes to its next stage': (memory, offering) => {
      const { stage } = memory.streams.get(offering)!.state as OfferingState;
      return memory.send(offering, 'finishStage', { stage, reason }, OPS);
    },
    'is over': (memory, offering) => memory.send(offering, 'cancel', { reason }, 'system'),
  },
};

/** Something that a form takes, and that the texts of private fields take as well. */
function anyAnswer({ fields }: Form): Answer {
  return Object.fromEntries(fields.map((field) => [field.key, anyOf(field)]));
}

function anyOf(field: Field): Answer[string] {
  switch (field.kind) {
    case 'score':
      return field.min;
    case 'choice':
      return field.options[0]!.value;
    case 'text':
      return reason.padEnd(field.minLength, '.');
    case 'flag':
      return true;
    case 'date':
      return '2026-11-16';
    case 'people':
      return ['D2-2'];
    case 'ids':
      return [];
  }
}

let kinds: ReadonlyMap<string, Given>;
beforeAll(async () => {
  kinds = await everyKind();
});

/** What came of a deed that was done once more. */
interface Came {
  readonly memory: Memory;
  /** Why the command was refused; null: it was accepted, or it was time that acted. */
  readonly refusal: Rejection | null;
}

async function again({ deed }: Given, memory: Memory): Promise<Came> {
  const outcome = await deed(memory);
  const refusal = typeof outcome === 'object' && outcome !== null ? (outcome as Rejection) : null;
  return { memory, refusal };
}

/** Lets something become of the child of an order after its owner has looked and before it is locked. */
async function race(given: Given, happens: (memory: Memory, child: StreamId) => Rejection | null) {
  const memory = given.before();
  const child = given.ordered.order.to;
  let happened: Rejection | null | undefined;
  let next: readonly StreamId[] | undefined;
  const watch = (streams: readonly StreamId[]) => {
    if (happened !== undefined) next ??= streams;
    else if (streams.includes(child)) happened = happens(memory, child);
    memory.meanwhile = watch;
  };
  memory.meanwhile = watch;
  const came = await again(given, memory);
  memory.meanwhile = null;
  return { ...came, happened: happened === null, decidedAgain: next?.includes(child) ?? false };
}

const eventsOf = (memory: Memory, stream: StreamId): readonly Recorded[] => memory.streams.get(stream)?.events ?? [];

function isMoot({ order, refused }: Ordered): boolean {
  return typeof order.refused === 'object' && order.refused.moot.includes(refused!.code);
}

/** What is wrong with how things stand after a turn, as sentences. */
function wrongs({ memory, refusal }: Came): string[] {
  const wrong: string[] = [];
  const refused = memory.orders.filter((o) => o.refused && !isMoot(o)).map((o) => o.key);
  const undone = new Set(memory.orders.filter((o) => o.refused && o.order.refused === 'undo').map((o) => o.key));
  const said: string[] = [];
  for (const { stream, events, base, state } of memory.streams.values()) {
    const { copy, evolve, freeze } = processOf(stream);
    const versions = events.map((e) => e.version - base.version);
    if (versions.some((v, i) => v !== i + 1)) wrong.push(`${stream} has the versions ${versions}`);
    const again = events.reduce(evolve, copy(base.state));
    if (!isDeepStrictEqual(freeze(again), freeze(state))) wrong.push(`${stream} stands otherwise than its events say`);
    for (const { body, command } of events.filter((e) => e.type === 'OrderRefused')) {
      const { key } = body as { key: string };
      said.push(key);
      if (undone.has(key) && command === THE_COMMAND) wrong.push(`whoever caused ${key} was not refused`);
    }
    if (refusal && events.some((e) => e.command === THE_COMMAND)) wrong.push(`${stream} has heard a refused command`);
  }
  if (refused.sort().join() !== said.sort().join()) wrong.push(`${refused} were refused, and ${said} are told of`);
  const alarms = memory.notices.filter((n) => n.template === 'operations.orderRefused').map((n) => n.about.key);
  for (const key of said) if (!alarms.includes(key)) wrong.push(`nobody was told of ${key}`);
  return wrong;
}

test('every kind of order is among them', () => {
  const found = [...kinds.values()].map(({ kind }) => kind.replace(/ \w+: /, ' orders '));
  expect([...new Set(found)].sort()).toEqual(KINDS);
});

test('an order to a child that has moved meanwhile is decided once more, and a refusal means what it says', async () => {
  const wrong: string[] = [];
  for (const given of kinds.values()) {
    const { from, order } = given.ordered;
    for (const [what, move] of Object.entries(MOVES[processTypeOf(order.to)]!)) {
      const came = await race(given, (memory, child) =>
        memory.streams.has(child) ? move(memory, child) : NOTHING_TO_DO,
      );
      if (!came.happened) continue;
      const { memory } = came;
      const found = came.decidedAgain ? [] : ['it was decided by how it looked before'];
      found.push(...wrongs(came));
      const before = refusals(memory);
      for (let day = 0; day < 3; day++) {
        memory.poke(from);
        await memory.until(memory.now + DAY);
      }
      if (refusals(memory) > before + 1) found.push(`time orders it again and again: ${before}, ${refusals(memory)}`);
      wrong.push(...found.map((w) => `${given.kind}, which ${what}: ${w}`));
    }
  }
  expect(wrong).toEqual([]);
});

function refusals(memory: Memory): number {
  return [...memory.streams.keys()].flatMap((s) => eventsOf(memory, s)).filter((e) => e.type === 'OrderRefused').length;
}

test('an order to a stream of others is refused, and nothing is written there', async () => {
  const wrong: string[] = [];
  for (const given of kinds.values()) {
    const { from, order } = given.ordered;
    const came = await race(given, (memory, child) => {
      if (!memory.streams.has(child)) memory.put(child, processOf(child).initial(child), { version: 1 });
      memory.streams.get(child)!.owner = 'cycle:of-others';
      return null;
    });
    const told = eventsOf(came.memory, from)
      .filter((e) => e.type === 'OrderRefused')
      .map((e) => e.body as { to: string; code: string });
    const isTold = told.some((o) => o.to === order.to && o.code === 'not-yours');
    const found = isTold || came.refusal?.code === 'not-yours' ? [] : ['it is not refused'];
    if (eventsOf(came.memory, order.to).some((e) => e.command?.startsWith(`${from}@`)))
      found.push('something was written');
    found.push(...wrongs(came));
    wrong.push(...found.map((w) => `${given.kind}: ${w}`));
  }
  expect(wrong).toEqual([]);
});
