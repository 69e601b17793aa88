import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lineLimit } from '../../../domain/cycle/compiling/limits.ts';
import type { CycleState } from '../../../domain/cycle/state.ts';
import { seated } from '../../../domain/offering/seats.ts';
import type { OfferingState } from '../../../domain/offering/state.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import { atExecution, WANTED } from './planned.ts';
import type { CycleRun } from './run.ts';

const reason = 'Something has come up.';
const PEOPLE = [1, 2, 3, 4, 5].flatMap((d) => [4, 5, 6, 7].map((n) => `D${d}-${n}`));
const DAYS = ['2027-03-08', '2027-03-09', '2027-03-10', '2027-06-09', '2027-06-10', '2027-06-12'];
const TERMS = { budget: [{ id: 'general', label: { en: 'x', 'zh-CN': 'x' }, amount: 1_200_000 }], minorChange: 20_000 };

const person = fc.constantFrom(...PEOPLE);
const day = fc.constantFrom(...DAYS);
const which = fc.nat(5);

/** Anything that anybody might ask for, by the place of the line in the plan as it is then. */
const wish = fc.oneof(
  fc.record({ kind: fc.constant('move'), which, day, room: fc.constantFrom('R-1', 'R-2', null) }),
  fc.record({ kind: fc.constant('trainer'), which, trainer: fc.constantFrom('D5-2', 'D5-3', 'D4-2', 'D1-5') }),
  fc.record({ kind: fc.constant('seats'), which, seats: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    kind: fc.constant('participants'),
    which,
    add: fc.array(person, { maxLength: 6 }),
    remove: fc.array(person, { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('cancel'), which }),
  fc.record({ kind: fc.constant('add'), which, day, people: fc.uniqueArray(person, { minLength: 1, maxLength: 5 }) }),
  fc.record({ kind: fc.constant('budget'), amount: fc.integer({ min: 0, max: 3_000_000 }) }),
);
/** What people do meanwhile about a course, by its place in the plan. */
const deed = fc.record({
  what: fc.constantFrom('join', 'leave', 'giveUp', 'accept', 'decline', 'days'),
  which,
  person,
});
const step = fc.record({
  wish,
  emergency: fc.boolean(),
  word: fc.constantFrom('approve', 'reject', 'later'),
  meanwhile: fc.array(deed, { maxLength: 4 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A wish as the body of a change request; null when the plan has no line for it. */
function changeOf(state: CycleState, w: Step['wish']): object | null {
  if (w.kind === 'budget') return { kind: 'budget', line: 'general', amount: (w as { amount: number }).amount };
  const lines = Object.values(state.lines).sort((a, b) => (a.id < b.id ? -1 : 1));
  const line = lines[(w as { which: number }).which % Math.max(1, lines.length)];
  if (!line) return null;
  const offering = line.id;
  const course = state.courses[line.course]!;
  const days = (d: string) => (course.days === 1 ? [d] : [d, DAYS[DAYS.indexOf(d) + 1] ?? d]);
  const v = w as never as { day: string; people: string[]; room: string | null };
  switch (w.kind) {
    case 'move':
      return { kind: 'move', offering, days: days(v.day), room: v.room };
    case 'add':
      return {
        kind: 'add',
        planned: { ...line, days: days(v.day), participants: v.people, seats: Math.max(2, v.people.length) },
      };
    default: {
      const { which: _, ...rest } = w as { which: number };
      return { ...rest, offering };
    }
  }
}

function expectWithinLimits({ state, memory }: CycleRun): void {
  const lines = Object.values(state.lines);
  const cost = lines.reduce((sum, o) => sum + o.cost, 0);
  expect(cost).toBeLessThanOrEqual(lineLimit(state, 'general'));
  for (const o of lines) {
    const { maxSeats, minSeats } = state.courses[o.course]!;
    const room = o.room ? state.rooms[o.room]!.seats : 0;
    expect(o.participants.length).toBeLessThanOrEqual(Math.min(o.seats, maxSeats, room));
    expect(o.seats).toBeLessThanOrEqual(Math.min(maxSeats, room));
    expect(o.participants.length).toBeGreaterThanOrEqual(minSeats);
  }
  const taken = lines.flatMap((o) =>
    o.days.flatMap((d) => [`${o.room} ${d}`, ...[...o.participants, o.trainer!].map((p) => `${p} ${d}`)]),
  );
  expect(new Set(taken).size).toBe(taken.length);
  for (const { person: p, hours } of Object.values(state.trainers)) {
    expect(lines.filter((o) => o.trainer === p).reduce((sum, o) => sum + o.hours, 0)).toBeLessThanOrEqual(hours!);
  }
  expect(memory.refusedOrders).toEqual([]);
}

/** Who is where on which day: whoever has a seat by now, those who are to be asked still, and trainers. */
function expectOnePlace({ state, memory }: CycleRun): void {
  const there = Object.values(state.lines).flatMap(({ id, days, trainer, participants }) => {
    const started = state.offerings[id];
    const course = started && (memory.streams.get(started.stream)?.state as OfferingState);
    const people = !course || course.stage === 'planned' ? participants : seated(course);
    return days.flatMap((d) => [...people, trainer!].map((p) => `${p} ${d}`));
  });
  expect(there.filter((t, i) => there.indexOf(t) < i)).toEqual([]);
}

async function act(
  { state, memory }: CycleRun,
  { what, which: n, person: p }: Step['meanwhile'][number],
): Promise<void> {
  const offerings = Object.values(state.offerings);
  const { stream } = offerings[n % offerings.length]!;
  const course = memory.streams.get(stream)!.state as OfferingState;
  const seats = Object.values(course.rounds).find((r) => r.purpose === 'seats' && !r.concluded)?.id;
  switch (what) {
    case 'days':
      return memory.until(memory.now + (n + 1) * 86_400_000);
    case 'join':
    case 'leave':
      memory.send(stream, what === 'join' ? 'joinWaitingList' : 'leaveWaitingList', { person: p }, p);
      return;
    case 'giveUp':
      memory.send(stream, 'giveUpSeat', { reason }, p);
      return;
    default: {
      if (!seats) return;
      const tasks = [...(memory.streams.get(seats)!.state as RoundState).tasks.values()];
      const task = tasks.findLast((t) => t.assignee === p)?.id ?? tasks[n % tasks.length]?.id;
      if (!task) return;
      memory.send(seats, 'reopen', { task, reason }, 'D1-2');
      const { assignee } = (memory.streams.get(seats)!.state as RoundState).tasks.get(task)!;
      memory.send(seats, 'submit', { task, answer: { comes: what === 'accept' } }, assignee);
    }
  }
}

/** Every offering that runs is a line of the frozen plan, or of a change that was carried out. */
function expectApproved({ state, memory }: CycleRun): void {
  const frozen = state.versions.find((v) => v.version === state.frozen!.version)!.plan.offerings.map((o) => o.id);
  const started = [...memory.streams.keys()].filter((id) => id.startsWith('offering:'));
  const carriedOut = Object.values(state.changes).filter(
    (c) => !['asked', 'rejected', 'failed', 'withdrawn'].includes(c.state),
  );
  const added = carriedOut.flatMap((c) => (c.what.kind === 'add' ? [c.what.planned.id] : []));
  const again = carriedOut.filter((c) => c.what.kind === 'cancel' && c.state === 'undone').length;
  const stray = started.map((id) => id.split('.').at(-1)!).filter((id) => ![...frozen, ...added].includes(id));
  expect(stray.length).toBeLessThanOrEqual(again);
  for (const [id, { planned, result }] of Object.entries(state.offerings)) {
    if (state.lines[id]) expect(planned).toEqual(state.lines[id]);
    else expect(result?.held ?? false).toBe(false);
  }
}

describe('any sequence of changes', () => {
  it('keeps money, seats, rooms, people and hours within their limits, and starts nothing that is not approved', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const run = await atExecution(
          { changes: () => null },
          { terms: { ...TERMS, commitments: [] }, wanted: WANTED },
        );
        for (const { wish: w, emergency, word, meanwhile } of steps) {
          for (const d of meanwhile) await act(run, d);
          const change = changeOf(run.state, w);
          if (!change || run.state.stage !== 'execution') continue;
          run.memory.send(run.id, 'requestChange', { change, emergency, reason }, 'D1-2');
          await run.memory.work();
          const answer = word === 'approve' ? { decision: 'approve' } : { decision: 'reject', comment: 'No.' };
          run.habits = { ...run.habits, changes: () => (word === 'later' ? null : answer) };
          await run.answer();
          expectWithinLimits(run);
          expectApproved(run);
          expectOnePlace(run);
        }
      }),
      { numRuns: 30 },
    );
  });
});
