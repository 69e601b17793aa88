import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Instant, StreamId } from '../../../contracts/ids.ts';
import { RoundPolicy } from '../../../contracts/round.ts';
import { addDuration, isWorkdayNumber } from '../../../domain/calendar/workday.ts';
import { wallTimeOf } from '../../../domain/calendar/zone.ts';
import { personTime } from '../../../domain/organisation/directory.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import { Memory } from '../../../domain/turn/memory.ts';
import { reviews } from '../../harness/story.ts';
import { company } from '../selection/company.ts';

const ROUND: StreamId = 'round:r';
const HOUR = 3_600_000;
const ORGANISATION = company();
const PLACE = personTime(ORGANISATION, 'D1-1');
const START = Date.parse('2027-01-06T10:00:00+08:00');
const reason = 'A flood.';

const later = (at: Instant, days: number) => addDuration(at, { kind: 'business', days }, PLACE);
const offsets = fc.uniqueArray(fc.integer({ min: -12, max: 6 }), { maxLength: 6 });
const to = fc.constantFrom('assignee', 'manager', 'owner');

/** A round of two people who say nothing; `hold`: when it is put on hold, and for how many business days. */
async function silent(
  offsetsOf: readonly number[],
  tos: readonly string[],
  days: number,
  hold: { readonly at: Instant; readonly days: number } | null,
) {
  const memory = new Memory(ORGANISATION, START);
  const ladder = offsetsOf.map((n, i) => ({ offset: `${n}bd`, to: tos[i % tos.length] }));
  const policy = RoundPolicy.parse({ ladder, silence: 'nil', grace: '3bd' });
  const due = later(Date.parse('2027-01-06T18:00:00+08:00'), days);
  const tasks = ['D2-2', 'D3-2'].map((assignee) => ({ id: assignee, assignee }));
  expect(memory.send(ROUND, 'open', { spec: { ...reviews(due), policy }, tasks }, 'D1-1')).toBeNull();
  if (hold) {
    await memory.until(hold.at);
    if ((memory.streams.get(ROUND)!.state as RoundState).phase === 'open') {
      expect(memory.send(ROUND, 'hold', { reason }, 'D1-1')).toBeNull();
      const before = memory.notices.length;
      await memory.until(later(hold.at, hold.days));
      expect(memory.notices).toHaveLength(before);
      expect(memory.send(ROUND, 'release', { reason }, 'D1-1')).toBeNull();
    }
  }
  await memory.until(START + 200 * 24 * HOUR);
  const lapsed = memory.streams.get(ROUND)!.events.filter((e) => e.type === 'TasksLapsed');
  return [
    ...memory.notices.map((n) => ({ what: `${n.template} to ${n.to} ${n.about.rung ?? ''}`, at: n.notBefore })),
    ...lapsed.map(({ at, body }) => ({ what: `lapsed ${JSON.stringify(body)}`, at })),
  ];
}

test('held for some business days, a round does afterwards what it would have done, that much later and nothing twice', async () => {
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 30 });
  await fc.assert(
    fc.asyncProperty(
      ...([offsets, fc.array(to, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 15 })] as const),
      ...([minutes, fc.integer({ min: 1, max: 20 })] as const),
      async (rungs, tos, days, after, holdDays) => {
        const at = START + after * 60_000;
        fc.pre(isWorkdayNumber(wallTimeOf(at, PLACE.timeZone).day, PLACE.calendar));
        const plain = await silent(rungs, tos, days, null);
        const held = await silent(rungs, tos, days, { at, days: holdDays });
        const moved = plain.map((p) => (p.at <= at ? p : { ...p, at: later(p.at, holdDays) }));
        expect(held).toEqual(moved);
      },
    ),
    // A rung before the invitation, held over a weekend.
    { numRuns: Number(process.env.FC_RUNS ?? 200), examples: [[[-4], ['assignee'], 3, 0, 4]] },
  );
});
