import type { Proposal } from '../../../contracts/cycle/needs.ts';
import type { PlanCut } from '../../../contracts/planning.ts';
import { versionOf } from '../approval/looked.ts';
import { points } from '../effect/measure.ts';
import { linesFor, mergedByNeed, outcomesOf } from '../needs/outcomes.ts';
import type { CycleState, Need } from '../state.ts';

export type Finding = Omit<Proposal, 'id'>;

interface Unmet {
  readonly need: Need;
  readonly outcome: string;
  /** Whom it was not met for. */
  readonly people: readonly string[];
  /** What stood against it, by name. */
  readonly limits: readonly string[];
  /** Weighted gap points that stay open; null: unknown. */
  readonly lost: number | null;
}

/**
 * Needs that were not met, or not for everybody: cut, without a source, sent back and never answered, or in a course
 * that was not held. One finding for each department, element, level and course.
 */
export function unmetNeeds(state: CycleState): Finding[] {
  const groups = new Map<string, Unmet[]>();
  for (const one of unmetIn(state)) {
    const { department, element, level, course } = one.need;
    const key = JSON.stringify([department, element, level, course]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => findingOf(group));
}

function findingOf(group: readonly Unmet[]): Finding {
  const { department, element, level, course } = group[0]!.need;
  const known = group.flatMap((u) => u.lost ?? []);
  const people = distinct(group.flatMap((u) => u.people)).slice(0, 5000);
  return {
    ...{ kind: 'need-unmet', department, element, level, course, trainer: null, people },
    evidence: {
      needs: distinct(group.map((u) => u.need.need)),
      outcomes: distinct(group.map((u) => u.outcome)),
      limits: distinct(group.flatMap((u) => u.limits)),
      lost: known.length ? points(known.reduce((a, b) => a + b, 0)) : null,
      unmet: people.length,
      asked: distinct(group.flatMap((u) => u.need.people)).length,
    },
  };
}

function unmetIn(state: CycleState): Unmet[] {
  const merged = mergedByNeed(state);
  const cuts = state.frozen ? (versionOf(state, state.frozen.version)?.plan.cuts ?? []) : [];
  const outcomes = outcomesOf(state);
  return Object.values(state.needs).flatMap((need): Unmet[] => {
    const outcome = outcomes[need.need]!;
    if (outcome === 'withdrawn' || outcome === 'coached') return [];
    const lines = linesFor(state, need, merged.get(need.need));
    const failed = lines.filter((o) => state.offerings[o.id]?.result?.held === false);
    const served = new Set(lines.filter((o) => !failed.includes(o)).flatMap((o) => o.participants));
    const people = need.people.filter((p) => !served.has(p));
    if (outcome === 'planned' && people.length === 0) return [];
    const own = cuts.filter((c) => c.need === merged.get(need.need)?.id && c.people.some((p) => people.includes(p)));
    const limits = [
      ...limitsOf(state, need, merged.get(need.need)?.id, own),
      ...failed.map((o) => `not held: ${o.id}`),
    ];
    return [{ need, outcome, people, limits, lost: own.length ? lostOf(own, people) : null }];
  });
}

function limitsOf(state: CycleState, need: Need, merged: string | undefined, cuts: readonly PlanCut[]): string[] {
  if (need.state === 'sent-back') return [`question: ${need.question?.what ?? 'unanswered'}`];
  if (need.state !== 'confirmed') return ['not confirmed'];
  const sourcing = merged === undefined ? undefined : state.sourcing[merged];
  if (sourcing?.source === 'none') return [`source: ${sourcing.reason}`];
  const cancelled = Object.values(state.changes)
    .filter((c) => c.what.kind === 'cancel' && merged !== undefined && c.before?.needs.includes(merged))
    .filter((c) => c.state === 'applied' || c.state === 'confirmed')
    .map((c) => `change: ${c.id}`);
  return [...cuts.map((c) => `${c.limit.kind}: ${c.limit.id}`), ...cancelled];
}

/** The points of a cut belong to its people in equal parts. */
function lostOf(cuts: readonly PlanCut[], people: readonly string[]): number {
  const own = new Set(people);
  return cuts.reduce((sum, c) => sum + (c.lost * c.people.filter((p) => own.has(p)).length) / c.people.length, 0);
}

export function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
