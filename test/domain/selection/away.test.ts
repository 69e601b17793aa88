import { expect, test } from '@jest/globals';
import type { Absence } from '../../../domain/organisation/state.ts';
import { DAY, type Habits, ID, Scenario } from './scenario.ts';

const day = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

/** On leave from so many days from now on, for so many days. */
function away(s: Scenario, person: string, days: number, from = 0): void {
  const start = s.memory.now + from * DAY;
  const absence: Absence = { from: day(start), to: day(start + days * DAY), kind: { of: person, $sealed: 'x' } };
  s.hire(person, { absences: [absence] });
}

async function inCall(habits: Habits = {}): Promise<Scenario> {
  return (await new Scenario({ agreements: () => null, ...habits }).start()).to('call');
}
const asked = (s: Scenario) => [...s.round('agreements')!.tasks.values()].map((t) => [t.assignee, t.state] as const);

test('the agreement of a manager on long leave is asked of the next above, and the application goes on', async () => {
  const s = await inCall();
  away(s, 'D2-2', 120);
  await s.apply('D2-5');
  expect(asked(s)).toEqual([['D2-1', 'open']]);
  s.habits.agreements = () => ({ agrees: true });
  await s.answer();
  expect(s.state.applications[s.codeOf('D2-5')]).toMatchObject({ agreement: 'agreed', manager: 'D2-1' });
});

test('a manager who is back in time is asked, and so is one on leave when nobody else is above', async () => {
  const s = await inCall();
  away(s, 'D2-2', 1);
  away(s, 'D1-1', 120);
  await s.apply('D2-5');
  await s.apply('D3-1');
  expect(asked(s)).toEqual([
    ['D2-2', 'open'],
    ['D1-1', 'open'],
  ]);
});

test.each(['falls ill for long', 'leaves the company'])(
  'when the manager who was asked %s, the question goes on with its whole time, and both are told',
  async (what) => {
    const s = await inCall();
    await s.apply('D2-5');
    await s.memory.until(s.memory.now + DAY);
    const before = s.memory.notices.length;
    if (what === 'leaves the company') s.hire('D2-2', { employed: false });
    else away(s, 'D2-2', 120);
    s.memory.poke(ID);
    await s.memory.work();
    expect(asked(s)).toEqual([
      ['D2-2', 'withdrawn'],
      ['D2-1', 'open'],
    ]);
    const [first, second] = [...s.round('agreements')!.tasks.values()];
    expect(second!.due).toBeGreaterThan(first!.due);
    const letters = s.memory.notices.slice(before).map((n) => [n.template, n.to]);
    expect(letters).toContainEqual(['round.invitation', 'D2-1']);
    expect(letters).toContainEqual(['round.withdrawn', 'D2-2']);
    s.memory.poke(ID);
    expect(asked(s)).toHaveLength(2);
    expect(s.memory.refusedOrders).toEqual([]);
  },
);

test('a screener on leave for the whole time is not asked while another is there', async () => {
  const s = await inCall({ agreements: () => ({ agrees: true }), screening: () => null });
  away(s, 'D1-4', 120);
  for (const person of ['D2-2', 'D2-3', 'D3-2', 'D3-3']) await s.apply(person);
  for (const person of ['D2-2', 'D2-3', 'D3-2', 'D3-3']) s.hire(person, { performance: {} });
  await s.to('screening');
  await s.memory.work();
  while (!s.round('screening')?.tasks.size) expect((await s.answer()) || (await s.memory.sleep())).toBe(true);
  expect(new Set([...s.round('screening')!.tasks.values()].map((t) => t.assignee))).toEqual(new Set(['D5-1']));
});
