import { expect, test } from '@jest/globals';
import { offeringView } from '../../../domain/offering/view.ts';
import type { RoundState } from '../../../domain/round/state.ts';
import { Course, OPS, PEOPLE, TRAINER } from './scenario.ts';

const seen = (c: Course, person: string, team: string[] = [], operations = false) =>
  offeringView(
    c.state,
    { person, team, all: operations },
    (id) => c.memory.streams.get(id)?.state as RoundState | undefined,
  );

test('everybody sees what is theirs, and operations see all', async () => {
  const c = await new Course().open().to('closed');
  expect(seen(c, OPS, [], true).participants.map((p) => p.person)).toEqual(PEOPLE);
  expect(seen(c, OPS, [], true).result).toMatchObject({ gapClosed: 25.5 });
  expect(seen(c, TRAINER).participants).toHaveLength(6);
  expect(seen(c, TRAINER)).toMatchObject({ reaction: { overall: 4 }, result: null });
  expect(seen(c, TRAINER).participants[0]).toMatchObject({ present: true, transfer: null });
  expect(seen(c, 'D2-1', ['D2-2', 'D2-3']).participants.map((p) => p.person)).toEqual(['D2-2', 'D2-3']);
  expect(seen(c, 'D2-1', ['D2-2']).participants[0]!.transfer).toEqual([
    { supervisor: 4, own: null },
    { supervisor: 4, own: null },
  ]);
  expect(seen(c, 'D2-2').participants).toEqual([
    expect.objectContaining({
      person: 'D2-2',
      seat: 'accepted',
      transfer: [
        { supervisor: null, own: 5 },
        { supervisor: null, own: 5 },
      ],
    }),
  ]);
  expect(seen(c, 'D5-7')).toMatchObject({ participants: [], reaction: null, result: null, waiting: [] });
});

test('small groups are hidden from operations too', async () => {
  const c = new Course({
    transfer: (t) =>
      t.form === 'supervisor' ? { transfer: 4, ...(t.about === 'D2-2' ? { e_2_A_1_a: 4 } : {}) } : null,
  });
  await c.open().to('closed');
  expect(c.state.result!.gapClosed).toBe(4.25);
  expect(seen(c, OPS, [], true).result).toMatchObject({ gapBefore: null, gapClosed: null, open: [] });
});

test('who waits sees the place in the list; operations see what they have to do', async () => {
  const c = new Course({ seats: (t) => ({ comes: t.assignee === 'D2-2' }) }).open();
  await c.to('invitation');
  c.answer();
  c.change('seats', { seats: 1 });
  c.send('joinWaitingList', { person: 'D5-5' });
  expect(seen(c, 'D5-5').participants).toEqual([expect.objectContaining({ seat: 'waiting', waits: 1 })]);
  await c.until('2027-04-02');
  expect(seen(c, OPS, [], true).waiting.at(-1)!.what).toMatch(/^Only 1 of the 4 seats/);
});

test('whoever is asked the same in several rounds is waited for once', async () => {
  const c = await new Course({ transfer: () => null }).open().to('follow-up');
  await c.until('2027-07-20');
  const open = Object.values(c.state.rounds).filter((r) => r.purpose === 'transfer' && !r.concluded);
  const waiting = seen(c, OPS, [], true).waiting.filter((w) => w.purpose === 'transfer');
  expect(open.length).toBeGreaterThan(0);
  expect(waiting.length).toBeLessThanOrEqual(1);
  for (const { people } of waiting) expect(new Set(people).size).toBe(people.length);
});
