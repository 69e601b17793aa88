import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { explainMerge } from '../../../domain/cycle/summary/explained.ts';
import { mergeNeeds } from '../../../domain/cycle/summary/merging.ts';
import { prioritiesOf, priorityOfNeed, thirdOf } from '../../../domain/cycle/summary/priorities.ts';
import { atNeeds, CONFIRMING, stated } from './needing.ts';
import type { CycleRun, Habits } from './run.ts';

async function atSummary(habits: Habits = {}): Promise<CycleRun> {
  const run = await atNeeds({ ...CONFIRMING, ...habits });
  return run.to('summary');
}

const partition = (run: CycleRun) =>
  Object.values(run.state.merged)
    .map((m) => [...m.needs].sort().join('+'))
    .sort();

const needs = fc.array(
  fc.record({
    element: fc.constantFrom(null, 'welding', 'safety'),
    level: fc.constantFrom(3, 4),
    course: fc.constantFrom(null, 'C-1', 'C-2'),
  }),
  { maxLength: 40 },
);

const numbered = (list: readonly { element: string | null; level: number; course: string | null }[]) =>
  list.map((n, i) => ({
    ...n,
    level: n.element === null ? null : n.level,
    need: `N-${String(i + 1).padStart(5, '0')}`,
  }));

describe('merging by rule', () => {
  test('puts needs of the same element and level together, and keeps who asked', async () => {
    const run = await atSummary();
    expect(Object.values(run.state.merged).map((m) => [m.id, m.element, m.level, m.needs.length])).toEqual([
      ['M-0001', 'coaching', 5, 5],
      ['M-0002', 'safety', 4, 5],
      ['M-0003', 'welding', 5, 5],
    ]);
    const explained = explainMerge(run.state, 'M-0003')!;
    expect(explained).toMatchObject({ why: 'same-element', people: ['D1-6', 'D2-6', 'D3-6', 'D4-6', 'D5-6'] });
    expect(explained.askedBy.map((a) => a.department)).toEqual(['D1', 'D2', 'D3', 'D4', 'D5']);
  });

  test('loses no need, names none twice, and mixes neither elements nor levels', () => {
    fc.assert(
      fc.property(needs, (list) => {
        const all = numbered(list);
        const merged = mergeNeeds(all);
        expect(merged.flatMap((m) => m.needs).sort()).toEqual(all.map((n) => n.need));
        const keys = merged.map((m) => {
          const own = all.filter((n) => m.needs.includes(n.need));
          const [first] = own;
          const same = own.every((n) => n.element === first!.element && n.level === first!.level);
          expect(same && (m.element !== null || own.every((n) => n.course === first!.course))).toBe(true);
          if (first!.element === null && first!.course === null) return first!.need;
          return first!.element === null ? first!.course : `${first!.element} ${first!.level}`;
        });
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('comes to the same partition whether needs come at once or in two parts', () => {
    fc.assert(
      fc.property(needs, fc.nat(40), (list, cut) => {
        const all = numbered(list);
        const first = mergeNeeds(all.slice(0, cut));
        const rest = mergeNeeds(all.slice(cut), first, first.length);
        const both = new Map([...first, ...rest].map((m) => [m.id, m]));
        expect([...both.values()].map((m) => m.needs)).toEqual(mergeNeeds(all).map((m) => m.needs));
      }),
    );
  });

  test('takes a need that comes back from its author into the summary', async () => {
    const run = await atNeeds(CONFIRMING);
    await run.send('stateNeed', stated({ problem: '' }), 'D2-1');
    await run.to('summary');
    expect(Object.keys(run.state.merged)).toHaveLength(3);
    await run.submit('questions', 'N-00016', { named: true, problem: 'Machines stand still.' });
    expect(run.state.merged['M-0004']).toMatchObject({ element: 'planning', level: 3, needs: ['N-00016'] });
    await run.send('withdrawNeed', { need: 'N-00016', reason: 'Solved otherwise.' }, 'D2-1');
    expect(run.state.merged['M-0004']).toBeUndefined();
  });
});

describe('merging and splitting by hand', () => {
  test('is recorded with its reason and undone by the other', async () => {
    const run = await atSummary();
    const before = structuredClone(run.state.merged);
    await run.send('mergeNeeds', { merged: ['M-0002', 'M-0003'], reason: 'One course covers both.' });
    expect(run.state.merged['M-0002']).toMatchObject({ element: null, level: null });
    expect(explainMerge(run.state, 'M-0002')!.why).toBe('by-hand');
    await run.send('splitNeed', { merged: 'M-0002', needs: before['M-0003']!.needs, reason: 'Two courses after all.' });
    expect(Object.values(run.state.merged).map(({ id: _, ...m }) => m)).toEqual(
      expect.arrayContaining(Object.values(before).map(({ id: _, ...m }) => m)),
    );
    expect(run.events('NeedSplit')[0]).toHaveProperty('reason');
  });

  test('any merge is undone by the split that names what it took in', async () => {
    const run = await atSummary();
    await run.send('splitNeed', { merged: 'M-0001', needs: [], reason: 'Each for itself.' });
    const pick = fc.uniqueArray(fc.nat(6), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(pick, async (picked) => {
        const ids = Object.keys(run.state.merged).sort();
        const chosen = picked.map((i) => ids[i]!);
        const before = partition(run);
        const parts = chosen.map((id) => run.state.merged[id]!.needs);
        await run.send('mergeNeeds', { merged: chosen, reason: 'Trying it out.' });
        expect(partition(run)).not.toEqual(before);
        for (const part of parts.slice(1)) {
          await run.send('splitNeed', { merged: chosen[0], needs: part, reason: 'Not so.' });
        }
        expect(partition(run)).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ['mergeNeeds', { merged: ['M-0001', 'M-0009'] }, /no merged need M-0009/],
    ['mergeNeeds', { merged: ['M-0001', 'M-0001'] }, /two different/],
    ['splitNeed', { merged: 'M-0001', needs: ['N-00002'] }, /does not hold N-00002/],
    [
      'splitNeed',
      { merged: 'M-0001', needs: ['N-00001', 'N-00004', 'N-00007', 'N-00010', 'N-00013'] },
      /all of M-0001/,
    ],
  ])('%s of %j is refused', async (type, body, sentence) => {
    const run = await atSummary();
    expect(run.refused(type, { ...body, reason: 'Trying it out.' })).toMatch(sentence);
  });
});

describe('priorities', () => {
  test('are three times the urgency and the third of the order; law and contract come first', () => {
    expect([1, 2, 3, 4, 5, 6].map((rank) => thirdOf(rank, 6))).toEqual([1, 1, 2, 2, 3, 3]);
    expect([1, 2].map((rank) => thirdOf(rank, 2))).toEqual([1, 2]);
    expect(thirdOf(1, 1)).toBe(1);
    expect(thirdOf(null, 4)).toBe(2);
    expect(priorityOfNeed({ urgency: 2, must: false, rank: 1 }, 9)).toBe(4);
    expect(priorityOfNeed({ urgency: 3, must: false, rank: 9 }, 9)).toBe(9);
    expect(priorityOfNeed({ urgency: 3, must: true, rank: null }, 9)).toBe(1);
  });

  test('of a merged need is that of the most urgent need in it', async () => {
    const run = await atNeeds(CONFIRMING);
    await run.send('stateNeed', stated({ element: 'welding', people: ['D2-6'], urgency: 1 }), 'D2-1');
    await run.to('summary');
    const priorities = prioritiesOf(run.state);
    expect([...priorities]).toEqual([
      ['M-0001', 7],
      ['M-0002', 7],
      ['M-0003', 3],
    ]);
    expect(explainMerge(run.state, 'M-0003')!.priority).toBe(3);
  });
});
