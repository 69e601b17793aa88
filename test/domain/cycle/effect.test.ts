import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CycleEffect } from '../../../contracts/cycle/effect.ts';
import { cycleProcess } from '../../../domain/cycle/cycle.ts';
import { effectOf } from '../../../domain/cycle/effect/effect.ts';
import type { ChangeRequest, CycleState } from '../../../domain/cycle/state.ts';
import type { Context } from '../../../domain/process.ts';
import { openSecretOf } from '../../../domain/turn/secret.ts';
import { cycleCompany } from './company.ts';
import { FIVE, FOUR, line, result, yearOf } from './effect-state.ts';
import { CYCLE, START } from './run.ts';

const company = cycleCompany();
const context: Context = { now: START, organisation: company, child: () => undefined, secretOf: openSecretOf };
const measured = (state: CycleState) => CycleEffect.parse(effectOf(state, company));
const none = { answers: 0, mean: null };
const SCRAP = { name: 'Scrap', unit: '%', before: 4.2, after: 3.1 };

describe('promised against measured', () => {
  test('an offering is measured by its result, and a point closed has its price', () => {
    const { offerings, total } = measured(
      yearOf({ approved: [line('O-001')], results: { 'O-001': result({ figures: [SCRAP] }) } }),
    );
    expect(offerings[0]).toMatchObject({
      figures: [SCRAP],
      ...{ promised: 10, measured: 8, cost: 240_000, costPerPoint: 30_000, hidden: false },
      ...{ held: true, fate: null, seats: 12, present: 5, absent: 0 },
      ...{ reaction: { answers: 5, mean: 4.2 }, transfer: { supervisors: { answers: 5, mean: 3.6 } } },
    });
    expect(total).toMatchObject({ offerings: 1, held: 1, promised: 10, promisedOfMeasured: 10, measured: 8 });
  });

  test('what nobody has measured stays unknown, and is compared with nothing', () => {
    const silent = result({
      ...{ gapBefore: null, gapClosed: null, departments: [], reaction: none },
      ...{ learning: { ...none, passed: null }, transfer: [] },
    });
    const { offerings, total } = measured(
      yearOf({
        approved: [line('O-001'), line('O-002', { effect: 7 })],
        results: { 'O-001': silent, 'O-002': result() },
      }),
    );
    expect(offerings[0]).toMatchObject({ measured: null, costPerPoint: null, hidden: false });
    expect(total).toMatchObject({ promised: 17, promisedOfMeasured: 7, measured: 8, costPerPoint: 30_000 });
  });

  test('a gap that has grown has no price', () => {
    const worse = result({ gapClosed: -2, departments: [{ department: 'D1', people: 5, gapClosed: -2 }] });
    const { offerings } = measured(yearOf({ approved: [line('O-001')], results: { 'O-001': worse } }));
    expect(offerings[0]).toMatchObject({ measured: -2, costPerPoint: null });
  });

  test('cancelling makes no promise smaller; what was added promises too', () => {
    const { offerings, total } = measured(
      yearOf({
        approved: [line('O-001'), line('O-002', { effect: 5, course: 'C-SAFE' })],
        lines: [line('O-001', { seats: 8 }), line('O-003', { effect: 2, course: 'C-PLAN' })],
        results: { 'O-001': result() },
      }),
    );
    expect(offerings.map(({ offering, fate, promised, held }) => [offering, fate, promised, held])).toEqual([
      ['O-001', 'changed', 10, true],
      ['O-002', 'cancelled', 5, false],
      ['O-003', 'added', 2, null],
    ]);
    expect(total.promised).toBe(17);
  });

  test('a cancelled line that is held again under another number is promised once', () => {
    const { offerings } = measured(yearOf({ approved: [line('O-001')], lines: [line('O-002')] }));
    expect(offerings.map((o) => o.offering)).toEqual(['O-002']);
  });
});

describe('small groups', () => {
  const small = result({
    ...{ present: FOUR, departments: [], gapClosed: 3, reaction: { answers: 4, mean: null } },
    ...{ transfer: [{ supervisors: { answers: 4, mean: null }, participants: none }] },
  });

  test('are hidden and flagged, and cannot be had by subtracting from the sum', () => {
    const approved = [line('O-001'), line('O-002', { participants: FOUR })];
    const { offerings, total } = measured(yearOf({ approved, results: { 'O-001': result(), 'O-002': small } }));
    expect(offerings[1]).toMatchObject({ measured: null, costPerPoint: null, hidden: true, present: 4 });
    expect(total).toMatchObject({ measured: 8, hidden: true, promisedOfMeasured: 10 });
  });

  test('count in the sum when they are enough people together', () => {
    const approved = ['O-001', 'O-002'].map((id) => line(id, { participants: FOUR }));
    const { total } = measured(yearOf({ approved, results: { 'O-001': small, 'O-002': small } }));
    expect(total.measured).toBe(6);
  });

  test('hide the department beside them too when they are the only ones missing', () => {
    const mixed = result({
      present: [...FIVE, ...FOUR],
      gapClosed: 11,
      departments: [{ department: 'D1', people: 5, gapClosed: 8 }],
    });
    const approved = [line('O-001', { participants: [...FIVE, ...FOUR] })];
    const { departments } = measured(yearOf({ approved, results: { 'O-001': mixed } }));
    expect(departments.map(({ department, measured: m, hidden }) => [department, m, hidden])).toEqual([
      ['D1', null, true],
      ['D2', null, true],
    ]);
  });

  test('a department takes its share of promise and cost by seats', () => {
    const people = [...FIVE, 'D3-3', 'D3-4', 'D3-5', 'D3-6', 'D3-7'];
    const both = result({
      ...{ present: people, gapClosed: 12 },
      departments: [
        { department: 'D1', people: 5, gapClosed: 8 },
        { department: 'D3', people: 5, gapClosed: 4 },
      ],
    });
    const { departments } = measured(
      yearOf({ approved: [line('O-001', { participants: people })], results: { 'O-001': both } }),
    );
    expect(departments).toEqual([
      {
        department: 'D1',
        seats: 5,
        present: 5,
        absent: 0,
        promised: 5,
        measured: 8,
        cost: 120_000,
        costPerPoint: 15_000,
        hidden: false,
      },
      {
        department: 'D3',
        seats: 5,
        present: 5,
        absent: 0,
        promised: 5,
        measured: 4,
        cost: 120_000,
        costPerPoint: 30_000,
        hidden: false,
      },
    ]);
  });
});

describe('whatever the groups', () => {
  const groups = fc.array(
    fc.record({ people: fc.integer({ min: 1, max: 9 }), closed: fc.integer({ min: -5, max: 20 }) }),
    {
      minLength: 1,
      maxLength: 6,
    },
  );

  test('no figure, and no difference of figures, is about fewer people than the threshold', () => {
    fc.assert(
      fc.property(groups, (drawn) => {
        const approved = drawn.map((_, i) => line(`O-00${i + 1}`));
        const results = drawn.map(({ people, closed }) =>
          result({
            ...{ present: Array.from({ length: people }, (_, n) => `D1-${n}`), gapClosed: closed, departments: [] },
            transfer: [{ supervisors: { answers: people, mean: people < 5 ? null : 3 }, participants: none }],
          }),
        );
        const { offerings, total } = measured(
          yearOf({ approved, results: Object.fromEntries(results.map((r, i) => [`O-00${i + 1}`, r])) }),
        );
        const small = drawn.filter((d) => d.people < 5);
        offerings.forEach((o, i) => {
          expect(o.measured).toBe(drawn[i]!.people < 5 ? null : drawn[i]!.closed);
        });
        const shown = offerings.reduce((sum, o) => sum + (o.measured ?? 0), 0);
        const inside = small.reduce((sum, d) => sum + d.people, 0) >= 5;
        const rest = inside ? small.reduce((sum, d) => sum + d.closed, 0) : 0;
        expect(total.measured ?? 0).toBe(shown + rest);
      }),
    );
  });
});

describe('the stage', () => {
  const events = (state: CycleState, now = START) => cycleProcess.due(state, { ...context, now }).map((e) => e.type);

  test('measures when every result is in', () => {
    expect(events(yearOf({ approved: [line('O-001')], results: { 'O-001': result() } }))).toEqual([
      'EffectMeasured',
      'StageStarted',
    ]);
  });

  test('waits for results until its date, then measures what there is', () => {
    const open = { approved: [line('O-001')], results: { 'O-001': null } };
    expect(events(yearOf(open))).toEqual([]);
    expect(events(yearOf({ ...open, more: { until: START } }))).toContain('EffectMeasured');
  });

  test('never leaves an emergency undecided: its date only calls operations, once', () => {
    const emergency = { id: 'C-001', state: 'applied', emergency: true, what: { kind: 'cancel', offering: 'O-001' } };
    const more = { changes: { 'C-001': emergency as unknown as ChangeRequest }, until: START };
    const state = yearOf({ approved: [line('O-001')], results: { 'O-001': result() }, more });
    expect(events(state)).toEqual(['StageOverdue']);
    expect(events({ ...state, overdue: 'effect.1' })).toEqual([]);
    expect(cycleProcess.status(state, context).stage).toBe('effect');
    expect(state.stream).toBe(CYCLE);
  });
});
