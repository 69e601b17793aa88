import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Instant, PersonId } from '../../../contracts/ids.ts';
import type { RoundEvent } from '../../../contracts/round.ts';
import { isWorkdayNumber } from '../../../domain/calendar/workday.ts';
import { wallTimeOf } from '../../../domain/calendar/zone.ts';
import { personTime } from '../../../domain/organisation/directory.ts';
import { placeOf } from '../../../domain/round/place.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import type { Memory } from '../../../domain/turn/memory.ts';
import { CONFIRMING } from '../cycle/needing.ts';
import { atExecution, YES } from '../cycle/planned.ts';
import { CYCLE, CycleRun, OPS } from '../cycle/run.ts';
import { Course } from '../offering/scenario.ts';
import { ID, Scenario } from '../selection/scenario.ts';
import { lived, pauses, scattered, silence, some, ZONES } from './living.ts';

const HOUR = 3_600_000;
const CLOCKS = ['16:00', '17:30', '18:00'];

interface Due {
  readonly what: string;
  readonly due: Instant;
  readonly round: RoundState;
  /** Where one of them works a working day ends then, or where the round is at home. */
  readonly people: readonly PersonId[];
}

/** What was due when, as the events of all rounds say. */
function dues({ streams }: Memory): Due[] {
  const rounds = [...streams.values()].filter(({ stream, version }) => stream.startsWith('round:') && version > 0);
  return rounds.flatMap(({ stream, state, events }) => {
    const round = state as RoundState;
    const everybody = [...new Set([...round.tasks.values()].map((t) => t.assignee))];
    const one = (what: string, due: Instant | null, people: readonly PersonId[]): Due[] =>
      due === null ? [] : [{ what: `${stream} ${what}`, due, round, people }];
    return events.flatMap((recorded) => {
      const { type, body } = recorded as unknown as RoundEvent;
      switch (type) {
        case 'RoundOpened':
          // What is asked of one person is due where that person works.
          return one(type, body.due, everybody.length === 1 ? everybody : []);
        case 'TasksAdded':
          return body.tasks.flatMap((t) => one(`${type} ${t.id}`, t.due, [t.assignee]));
        case 'TasksReassigned':
          return one(type, body.due, [body.to]);
        case 'TasksExtended':
          return one(type, body.due, []);
        case 'RoundReleased':
          // What was past by less than a day when it stood still stays past.
          return body.moved
            .filter(({ becomes }) => becomes > recorded.at)
            .flatMap(({ becomes, people }) => one(type, becomes, people ?? everybody));
        default:
          return [];
      }
    });
  });
}

/** The hours at which working days end, where the round is at home and where the person works; of a course its first hour. */
function uncivil(memory: Memory, ends: string): string[] {
  const { organisation } = memory;
  const [hours, minutes] = ends.split(':').map(Number);
  const endMs = hours! * HOUR + minutes! * 60_000;
  return dues(memory).flatMap(({ what, due, people, round }) => {
    const places = [placeOf(round.spec!, organisation), ...people.map((p) => personTime(organisation, p))];
    const isEnd = places.some((place) => {
      const { day, ms } = wallTimeOf(due, place.timeZone);
      return ms === endMs && isWorkdayNumber(day, place.calendar);
    });
    const begins = round.spec!.owner?.startsWith('offering:') && wallTimeOf(due, places[0]!.timeZone).ms === 9 * HOUR;
    return isEnd || begins ? [] : [`${what}: ${new Date(due).toISOString()}`];
  });
}

const opens = fc.integer({ min: 0, max: 40 * 24 * 60 }).map((minutes) => minutes * 60_000);
const clock = fc.constantFrom(...CLOCKS);
const zone = fc.constantFrom(...ZONES);
const RUNS = { numRuns: Number(process.env.FC_RUNS ?? 12) };

test('whatever a cycle asks is due when a working day ends, at any hour at which it is opened, in any zone, with any pauses', async () => {
  await fc.assert(
    fc.asyncProperty(opens, pauses, clock, zone, silence, async (after, stops, dayEnds, timeZone, every) => {
      const run = new CycleRun({ ...CONFIRMING });
      run.habits = some({ ...run.habits, ...YES }, every);
      run.memory.organisation = scattered(run.memory.organisation);
      run.memory.now += after;
      await run.open({ dayEnds, timeZone });
      await lived(run, CYCLE, 120, stops, OPS);
      expect(uncivil(run.memory, dayEnds)).toEqual([]);
    }),
    RUNS,
  );
});

test('so is what its approval, its changes and its courses ask', async () => {
  await fc.assert(
    fc.asyncProperty(pauses, silence, async (stops, every) => {
      const run = await atExecution({ ...CONFIRMING, ...YES });
      run.habits = some(run.habits, every);
      run.memory.organisation = scattered(run.memory.organisation);
      await lived(run, CYCLE, 150, stops, OPS);
      expect(uncivil(run.memory, '18:00')).toEqual([]);
    }),
    RUNS,
  );
});

test('so is what a selection asks', async () => {
  await fc.assert(
    fc.asyncProperty(opens, pauses, clock, zone, silence, async (after, stops, dayEnds, timeZone, every) => {
      const s = new Scenario();
      s.habits = some(s.habits, every);
      s.memory.organisation = scattered(s.memory.organisation);
      s.memory.now += after;
      await s.start({ dayEnds, timeZone });
      await s.to('call');
      for (const person of ['D2-2', 'D3-2', 'D4-2', 'D5-2', 'D2-3']) await s.apply(person);
      await lived(s, ID, 120, stops, OPS);
      expect(uncivil(s.memory, dayEnds)).toEqual([]);
    }),
    RUNS,
  );
});

test('so is what a course asks, however late it begins to ask', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 60 * 24 * 40 }), silence, clock, async (minutes, every, dayEnds) => {
      const course = new Course({}, Date.parse('2027-03-01T00:00:00+08:00') + minutes * 60_000);
      course.habits = some(course.habits, every);
      course.memory.organisation = scattered(course.memory.organisation);
      course.open({}, { dayEnds });
      for (let step = 0; step < 150; step++) if (!course.answer() && !(await course.memory.sleep())) break;
      expect(uncivil(course.memory, dayEnds)).toEqual([]);
    }),
    RUNS,
  );
});
