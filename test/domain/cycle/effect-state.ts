import type { NeedFacts, Sourcing } from '../../../contracts/cycle.ts';
import { CycleTerms } from '../../../contracts/cycle.ts';
import { LATEST } from '../../../contracts/ids.ts';
import type { OfferingResult } from '../../../contracts/offering/result.ts';
import { Course, type PlanCut, type PlannedOffering } from '../../../contracts/planning.ts';
import { type CycleState, emptyCycle, type Need } from '../../../domain/cycle/state.ts';
import { CYCLE, cycleTerms, type Terms } from './run.ts';

/** People of two departments of the small company, five and four of them; D3-5 alone of a third. */
export const FIVE = ['D1-3', 'D1-4', 'D1-5', 'D1-6', 'D1-7'];
export const FOUR = ['D2-4', 'D2-5', 'D2-6', 'D2-7'];

export function line(id: string, parts: Partial<PlannedOffering> = {}): PlannedOffering {
  return {
    id,
    course: 'C-WELD',
    needs: ['M-0001'],
    days: ['2027-04-06'],
    room: 'R-1',
    trainer: 'D2-3',
    quote: null,
    seats: 12,
    participants: FIVE,
    cost: 250_000,
    budgetLine: 'general',
    hours: 8,
    effect: 10,
    ...parts,
  };
}

const mean = (answers: number, value: number | null) => ({ answers, mean: value });

export function result(parts: Partial<OfferingResult> = {}): OfferingResult {
  return {
    held: true,
    seats: 12,
    invited: 5,
    present: FIVE,
    absent: [],
    reaction: mean(5, 4.2),
    learning: { answers: 5, mean: 80, passed: 5 },
    transfer: [{ supervisors: mean(5, 3.6), participants: mean(5, 4) }],
    gapBefore: 20,
    gapClosed: 8,
    departments: [{ department: 'D1', people: 5, gapClosed: 8 }],
    open: [],
    coached: 0,
    cost: 240_000,
    figures: [],
    ...parts,
  };
}

export function need(id: string, parts: Partial<Need> = {}): Need {
  const facts: NeedFacts = {
    need: id,
    department: 'D1',
    origin: 'gap',
    element: 'welding',
    level: 5,
    course: null,
    people: FIVE,
    urgency: 1,
    must: false,
    diagnosed: true,
  };
  return { ...facts, by: null, goal: null, problem: null, state: 'confirmed', rank: 1, question: null, ...parts };
}

export function sourced(merged: string, parts: Partial<Sourcing> = {}): Sourcing {
  return {
    ...{ merged, source: 'internal', course: 'C-WELD', quote: null, reason: 'trainer-qualified' },
    ...{ passed: [], trainers: ['D2-3'], cost: 250_000, quotes: [] },
    ...parts,
  };
}

export interface Year {
  readonly terms?: Terms;
  /** Lines as approved. */
  readonly approved?: readonly PlannedOffering[];
  /** Lines as changes have left them; the approved ones when not given. */
  readonly lines?: readonly PlannedOffering[];
  readonly cuts?: readonly PlanCut[];
  readonly results?: Readonly<Record<string, OfferingResult | null>>;
  readonly needs?: readonly Need[];
  /** Merged need to its needs. */
  readonly merged?: Readonly<Record<string, readonly string[]>>;
  readonly sourcing?: readonly Sourcing[];
  readonly more?: Partial<CycleState>;
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]) => Object.fromEntries(rows.map((r) => [r.id, r]));

/** A cycle whose plan is approved and whose offerings have come to these results. */
export function yearOf({
  terms = {},
  approved = [],
  lines = approved,
  cuts = [],
  results = {},
  needs = [],
  merged = {},
  sourcing = [],
  more = {},
}: Year = {}): CycleState {
  const parsed = CycleTerms.parse(cycleTerms(terms));
  const plan = { offerings: [...approved], cuts: [...cuts], budget: [], trainers: [], effect: 0, bound: 0 };
  const started = [...approved, ...lines.filter((l) => !approved.some((a) => a.id === l.id))];
  return {
    ...emptyCycle(CYCLE),
    phase: 'running',
    owner: 'D1-2',
    terms: parsed,
    timetable: parsed.timetable,
    stage: 'effect',
    runs: { execution: 1, effect: 1 },
    until: LATEST,
    courses: byId(parsed.courses.map((c) => Course.parse(c))),
    versions: [{ version: 1, digest: 'a'.repeat(64), plan, at: 0 }],
    frozen: { version: 1, digest: 'a'.repeat(64), at: 0 },
    lines: byId(lines),
    offerings: Object.fromEntries(
      started
        .filter((o) => o.id in results)
        .map((planned) => [
          planned.id,
          { stream: `offering:plan-2027.${planned.id}`, planned, result: results[planned.id]! },
        ]),
    ),
    needs: Object.fromEntries(needs.map((n) => [n.need, n])),
    merged: Object.fromEntries(
      Object.entries(merged).map(([id, of]) => [
        id,
        { id, element: 'welding', level: 5, course: null, needs: [...of] },
      ]),
    ),
    sourcing: Object.fromEntries(sourcing.map((s) => [s.merged, s])),
    ...more,
  };
}
