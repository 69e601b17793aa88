import type { Plan, PlanCut, PlannedOffering } from '../../contracts/planning.ts';
import { dayAt } from './days.ts';
import { capacityOf, type Draft, type Run, runCost } from './draft.ts';
import { leftOut } from './fill.ts';
import { compareText, limitKey } from './limit.ts';
import { nameOfferings, type Unnamed } from './naming.ts';
import { KnownBlocks, type Reason, reasonFor } from './reason.ts';

/** Effects are told in thousandths of a point; sums of binary fractions are not told at all. */
export function thousandths(points: number): number {
  return Math.round(points * 1000) / 1000;
}

/** Writes a finished draft down as a plan. `bound`: thousandths that no plan promises more of; null: the plan's own. */
export function writePlan(draft: Draft, bound: number | null): Plan {
  const { problem } = draft.layout;
  const offerings = nameOfferings(
    [...draft.runs].map((run) => offeringOf(draft, run)),
    problem.keep,
    problem.before,
  );
  const effect = thousandths(sum(offerings, (o) => o.effect));
  const keptEffect = sum(problem.keep, (o) => o.effect);
  return {
    offerings,
    cuts: cutsOf(draft),
    budget: [...draft.layout.money.keys()].map((line) => ({
      line,
      planned: sum(offerings, (o) => (o.budgetLine === line ? o.cost : 0)),
      limit: problem.budget.find(({ id }) => id === line)!.amount,
    })),
    trainers: draft.layout.teachers.map(({ id }) => ({
      person: id,
      hours: thousandths(sum(offerings, (o) => (o.trainer === id ? o.hours : 0))),
      limit: problem.trainers.find(({ person }) => person === id)!.hours,
    })),
    effect,
    bound: bound === null ? effect : Math.max(effect, thousandths(keptEffect + bound / 1000)),
  };
}

function sum(offerings: readonly PlannedOffering[], figure: (o: PlannedOffering) => number): number {
  return offerings.reduce((total, offering) => total + figure(offering), 0);
}

function offeringOf({ layout }: Draft, run: Run): Unnamed {
  const series = layout.series[run.series]!;
  const seats = run.seats.map((seat) => layout.seats[seat]!);
  const claims = seats.flatMap((seat) => seat.claims);
  return {
    course: series.course.id,
    needs: [...new Set(claims.map(({ demand }) => demand.need))].sort(compareText),
    days: series.stretches[run.stretch]!.map((place) => dayAt(layout.span, place)),
    room: run.hall === null ? null : layout.halls[run.hall]!.room.id,
    trainer: run.teacher === null ? null : layout.teachers[run.teacher]!.id,
    quote: series.quote?.id ?? null,
    seats: capacityOf(layout, series, run.hall),
    participants: seats.map(({ person }) => person).sort(compareText),
    cost: runCost(layout, series, run.hall, seats.length),
    budgetLine: series.line,
    hours: series.course.hours,
    effect: thousandths(claims.reduce((total, { effect }) => total + effect, 0)),
  };
}

/** One cut for every need and limit, with everybody whom it hits. */
function cutsOf(draft: Draft): PlanCut[] {
  const cuts = new Map<string, { need: string; people: string[]; reason: Reason; lost: number }>();
  const known = new KnownBlocks(draft);
  for (const seat of leftOut(draft)) {
    const reason = reasonFor(draft, seat, known);
    for (const { demand, effect } of seat.claims) {
      const key = `${demand.need}|${limitKey(reason.limit)}|${reason.sentence}`;
      const cut = cuts.get(key) ?? { need: demand.need, people: [], reason, lost: 0 };
      cuts.set(key, cut);
      cut.people.push(seat.person);
      cut.lost += effect;
    }
  }
  return [...cuts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { need, people, reason, lost }]) => ({
      need,
      people: people.sort(compareText),
      limit: reason.limit,
      sentence: reason.sentence,
      lost: thousandths(lost),
    }));
}
