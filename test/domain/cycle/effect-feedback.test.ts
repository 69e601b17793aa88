import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CycleEvent, Proposal } from '../../../contracts/cycle.ts';
import { cycleProcess } from '../../../domain/cycle/cycle.ts';
import { proposalsOf } from '../../../domain/cycle/feedback/proposals.ts';
import { outcomesOf } from '../../../domain/cycle/needs/outcomes.ts';
import type { CycleState, Need } from '../../../domain/cycle/state.ts';
import { type Context, isRejection, type Recorded } from '../../../domain/process.ts';
import { openSecretOf } from '../../../domain/turn/secret.ts';
import { cycleCompany } from './company.ts';
import { FIVE, FOUR, line, need, result, sourced, type Year, yearOf } from './effect-state.ts';
import { CYCLE, START } from './run.ts';

const company = cycleCompany();
const context: Context = { now: START, organisation: company, child: () => undefined, secretOf: openSecretOf };
const proposals = (year: Year) => proposalsOf(yearOf(year), company).map((p) => Proposal.parse(p));
const ofKind = (year: Year, kind: string) => proposals(year).filter((p) => p.kind === kind);
const cut = { need: 'M-0001', limit: { kind: 'budget', id: 'general' } as const, sentence: 'x' };

describe('a need that was not met', () => {
  test('names the limit and the points that are lost', () => {
    const year = {
      needs: [need('N-00001')],
      merged: { 'M-0001': ['N-00001'] },
      cuts: [{ ...cut, people: [...FIVE, ...FOUR, 'D3-5'], lost: 20 }],
    };
    expect(proposals(year)).toEqual([
      {
        ...{ id: 'P-001', kind: 'need-unmet', department: 'D1', element: 'welding', level: 5 },
        ...{ course: null, trainer: null, people: FIVE },
        evidence: { needs: ['N-00001'], outcomes: ['cut'], limits: ['budget: general'], lost: 10, unmet: 5, asked: 5 },
      },
    ]);
  });

  test('is proposed for those alone who have no seat', () => {
    const year = {
      needs: [need('N-00001')],
      merged: { 'M-0001': ['N-00001'] },
      approved: [line('O-001', { participants: FIVE.slice(0, 3) })],
      cuts: [{ ...cut, people: FIVE.slice(3), lost: 4 }],
    };
    expect(ofKind(year, 'need-unmet')).toMatchObject([
      { people: FIVE.slice(3), evidence: { outcomes: ['planned'], lost: 4, unmet: 2, asked: 5 } },
    ]);
  });

  test('may have been sent back, without a source, or in a course that was not held', () => {
    const year = {
      needs: [
        need('N-00001', { state: 'sent-back', department: 'D2', element: null }),
        need('N-00002', { department: 'D3', element: 'planning' }),
        need('N-00003'),
        need('N-00004', { state: 'withdrawn', department: 'D4' }),
        need('N-00005', { state: 'dropped', department: 'D5' }),
      ],
      merged: { 'M-0001': ['N-00003'], 'M-0002': ['N-00002'] },
      sourcing: [sourced('M-0002', { source: 'none', reason: 'no-course', course: null })],
      approved: [line('O-001')],
      results: { 'O-001': result({ held: false, present: [] }) },
    };
    expect(ofKind(year, 'need-unmet').map((p) => [p.department, p.evidence.limits])).toEqual([
      ['D1', ['not held: O-001']],
      ['D2', ['question: unanswered']],
      ['D3', ['source: no-course']],
    ]);
  });
});

describe('a gap that is still open', () => {
  test('is that of people after their course, by department and element', () => {
    const open = ['D1-3', 'D1-4'].map((person) => ({ person, element: 'welding', gap: 0.75 }));
    const year = { approved: [line('O-001')], results: { 'O-001': result({ open }) } };
    expect(ofKind(year, 'gap-open')).toMatchObject([
      {
        ...{ department: 'D1', element: 'welding', people: ['D1-3', 'D1-4'] },
        evidence: {
          offerings: ['O-001'],
          openAfterCourse: 2,
          gapAfterCourse: 1.5,
          unaddressed: 0,
          unaddressedPoints: null,
        },
      },
    ]);
  });

  test('is a diagnosed one that nobody took up, less those who had a seat', () => {
    const diagnosed = [{ department: 'D1', element: 'welding', level: 5, people: [...FIVE, 'D1-1'], points: 12 }];
    const findings = { departments: [], diagnosed, rated: 6, missing: 0, apart: 0 };
    expect(ofKind({ approved: [line('O-001')], more: { findings } }, 'gap-open')).toMatchObject([
      { people: ['D1-1'], level: 5, evidence: { unaddressed: 1, unaddressedPoints: 2, openAfterCourse: 0 } },
    ]);
  });
});

describe('courses and trainers', () => {
  const answered = (reaction: number, answers = 5) => ({ reaction: { answers, mean: reaction }, transfer: [] });

  test('a course that enough people found poor is to be dropped', () => {
    const year = { approved: [line('O-001')], results: { 'O-001': result(answered(2.4)) } };
    expect(ofKind(year, 'drop-course')).toMatchObject([
      {
        course: 'C-WELD',
        evidence: { offerings: ['O-001'], reaction: 2.4, reactionAnswers: 5, poorBelow: 3, cost: 240_000 },
      },
    ]);
    expect(ofKind({ ...year, results: { 'O-001': result(answered(2.4, 4)) } }, 'drop-course')).toEqual([]);
  });

  test('so is one of which nothing is used at work', () => {
    const transfer = [{ supervisors: { answers: 5, mean: 1.8 }, participants: { answers: 5, mean: 2.2 } }];
    const year = { approved: [line('O-001')], results: { 'O-001': result({ transfer }) } };
    expect(ofKind(year, 'drop-course')).toMatchObject([{ evidence: { transfer: 2, transferAnswers: 10 } }]);
  });

  test('a good one is to be held again for those who missed it', () => {
    const year = { approved: [line('O-001')], results: { 'O-001': result({ absent: ['D2-4'] }) } };
    expect(ofKind(year, 'repeat-course')).toMatchObject([
      { course: 'C-WELD', people: ['D2-4'], evidence: { absent: 1, waiting: 0, measured: 8, promised: 10 } },
    ]);
    expect(ofKind({ ...year, results: { 'O-001': result() } }, 'repeat-course')).toEqual([]);
  });

  test('a trainer whom participants found poor is to be trained', () => {
    const poor = result({ trainer: { answers: 6, mean: 2.5 } });
    expect(ofKind({ approved: [line('O-001')], results: { 'O-001': poor } }, 'train-trainer')).toMatchObject([
      { trainer: 'D2-3', evidence: { offerings: ['O-001'], trainerMean: 2.5, answers: 6 } },
    ]);
  });

  test('an element that nobody of the house could teach asks for a trainer', () => {
    const passed = [{ source: 'internal', reason: 'no-trainer' }] as const;
    const sourcing = ['M-0001', 'M-0002'].map((m) => sourced(m, { source: 'outside', passed: [...passed], cost: 100 }));
    const year = { merged: { 'M-0001': ['N-00001'], 'M-0002': ['N-00002'] }, sourcing };
    expect(ofKind(year, 'train-trainer')).toMatchObject([
      {
        element: 'welding',
        trainer: null,
        evidence: { merged: ['M-0001', 'M-0002'], reasons: ['no-trainer'], cost: 200 },
      },
    ]);
  });
});

/** Folds what the process says, as the engine does. */
function told(state: CycleState, events: readonly CycleEvent[], at = START): CycleState {
  return events.reduce(
    (s, e) =>
      cycleProcess.evolve(s, {
        ...e,
        stream: CYCLE,
        version: 1,
        schema: 1,
        at,
        actor: 'system',
        command: null,
      } as Recorded<CycleEvent>),
    structuredClone(state),
  );
}

describe('the stage', () => {
  const needs = [need('N-00001'), need('N-00002', { department: 'D2', people: FOUR })];
  const year = {
    needs,
    merged: { 'M-0001': ['N-00001'] },
    approved: [line('O-001')],
    results: { 'O-001': result({ reaction: { answers: 5, mean: 3.5 } }) },
  };
  const begun = () => {
    const state = yearOf({ ...year, more: { stage: 'feedback', until: START + 1 } });
    return told(state, cycleProcess.due(state, context));
  };
  const settle = (state: CycleState, keep: boolean, proposal = 'P-001') =>
    cycleProcess.decide(
      state,
      { id: 'c-00000001', actor: 'D1-2', type: 'settleProposal', body: { proposal, keep, reason: 'not needed' } },
      context,
    );

  test('makes proposals once', () => {
    const state = begun();
    expect(Object.keys(state.proposals)).toEqual(['P-001']);
    expect(cycleProcess.due(state, context)).toEqual([]);
  });

  test('drops a proposal and takes it back, and says no to what is so already or does not exist', () => {
    let state = begun();
    expect(settle(state, true)).toMatchObject({ code: 'already-so' });
    expect(settle(state, false, 'P-077')).toMatchObject({ code: 'not-found' });
    const dropped = settle(state, false);
    if (isRejection(dropped)) throw new Error(dropped.detail);
    state = told(state, dropped);
    expect(state.proposals['P-001']).toMatchObject({ kept: false });
    expect(settle(state, true)).toMatchObject([{ type: 'ProposalSettled' }]);
  });

  test('closes the cycle at its date, with the end of every need', () => {
    const state = begun();
    const closed = told(state, cycleProcess.due(state, { ...context, now: START + 1 }));
    expect(closed).toMatchObject({
      phase: 'closed',
      stage: 'closed',
      outcomes: { 'N-00001': 'planned', 'N-00002': 'cut' },
    });
    expect(cycleProcess.due(closed, context)).toEqual([]);
  });

  test('numbers on from what the cycle before has proposed', () => {
    const carried = { 'P-004': { ...proposals(year)[0]!, id: 'P-004', kept: true } };
    const state = yearOf({ ...year, more: { stage: 'feedback', proposals: carried } });
    expect(Object.keys(told(state, cycleProcess.due(state, context)).proposals)).toEqual(['P-005']);
  });
});

describe('every need', () => {
  const states = ['proposed', 'stated', 'sent-back', 'confirmed', 'dropped', 'withdrawn'] as const;
  const years = fc
    .array(fc.record({ state: fc.constantFrom(...states), group: fc.nat(5), people: fc.subarray(FIVE) }), {
      maxLength: 20,
    })
    .chain((drawn) =>
      fc.record({
        drawn: fc.constant(drawn),
        sources: fc.array(fc.constantFrom('internal', 'outside', 'coaching', 'none'), { minLength: 5, maxLength: 5 }),
        seats: fc.array(
          fc.record({ group: fc.integer({ min: 1, max: 5 }), people: fc.subarray(FIVE, { minLength: 1 }) }),
          {
            maxLength: 5,
          },
        ),
      }),
    )
    .map(({ drawn, sources, seats }): Year => {
      const needs: Need[] = drawn.map(({ state, people }, i) =>
        need(`N-${String(i + 1).padStart(5, '0')}`, { state, people }),
      );
      const groups = [1, 2, 3, 4, 5].map((g) => [
        `M-000${g}`,
        needs.filter((_, i) => drawn[i]!.group === g).map((n) => n.need),
      ]);
      return {
        needs,
        merged: Object.fromEntries(groups),
        sourcing: sources.map((source, i) => sourced(`M-000${i + 1}`, { source: source as 'internal' })),
        approved: seats.map(({ group, people }, i) =>
          line(`O-00${i + 1}`, { needs: [`M-000${group}`], participants: people }),
        ),
      };
    });

  test('ends in exactly one of planned, cut, sent back, coached, withdrawn', () => {
    fc.assert(
      fc.property(years, (year) => {
        const state = yearOf(year);
        const outcomes = outcomesOf(state);
        expect(Object.keys(outcomes).sort()).toEqual(Object.keys(state.needs).sort());
        for (const n of Object.values(state.needs)) {
          const end = outcomes[n.need];
          const merged = Object.values(state.merged).find((m) => m.needs.includes(n.need));
          const seated = Object.values(state.lines).some(
            (o) =>
              merged &&
              o.needs.includes(merged.id) &&
              (!n.people.length || o.participants.some((p) => n.people.includes(p))),
          );
          const gone = n.state === 'withdrawn' || n.state === 'dropped';
          const expected = [
            ...(gone ? ['withdrawn'] : []),
            ...(n.state === 'sent-back' ? ['sent-back'] : []),
            ...(!gone && n.state !== 'sent-back' && seated ? ['planned'] : []),
          ];
          if (expected.length) expect([end]).toEqual(expected);
          else expect(['cut', 'coached']).toContain(end);
        }
      }),
    );
  });

  test('that is not withdrawn, coached or met for everybody is in a proposal', () => {
    fc.assert(
      fc.property(years, (year) => {
        const state = yearOf(year);
        const named = new Set(
          proposalsOf(state, company).flatMap((p) => (p.evidence.needs as string[] | undefined) ?? []),
        );
        for (const [id, end] of Object.entries(outcomesOf(state))) {
          if (end === 'cut' || end === 'sent-back') expect(named).toContain(id);
          if (end === 'withdrawn' || end === 'coached') expect(named).not.toContain(id);
        }
      }),
    );
  });
});
