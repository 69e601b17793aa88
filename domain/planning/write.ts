import type { Plan, PlanCut, PlannedOffering } from '../../contracts/planning.ts';
import { dayAt } from './days.ts';
import { capacityOf, type Draft, type Run, runCost } from './draft.ts';
import { leftOut } from './fill.ts';
import { compareText, limitKey } from './limit.ts';
import { nameOfferings, type Unnamed } from './naming.ts';
import { KnownBlocks, type Reason, reasonFor } from './reason.ts';
import { type Claim, metClaims } from './seat.ts';

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

function offeringOf(draft: Draft, run: Run): Unnamed {
  const { layout } = draft;
  const series = layout.series[run.series]!;
  const seats = run.seats.map((seat) => layout.seats[seat]!);
  const days = daysOf(draft, run);
  const claims = seats.flatMap((seat) => metClaims(seat, days));
  return {
    course: series.course.id,
    needs: [...new Set(claims.map(({ demand }) => demand.need))].sort(compareText),
    days,
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
  const add = (person: string, { demand, effect }: Claim, reason: Reason) => {
    const key = `${demand.need}|${limitKey(reason.limit)}|${reason.sentence}`;
    const cut = cuts.get(key) ?? { need: demand.need, people: [], reason, lost: 0 };
    cuts.set(key, cut);
    cut.people.push(person);
    cut.lost += effect;
  };
  const known = new KnownBlocks(draft);
  for (const seat of leftOut(draft)) {
    const reason = reasonFor(draft, seat, known);
    for (const claim of [...seat.claims, ...seat.riders]) add(seat.person, claim, reason);
  }
  for (const seat of draft.layout.seats) {
    const run = draft.runOf(seat.index);
    if (!run || seat.riders.length === 0) continue;
    const met = metClaims(seat, daysOf(draft, run));
    for (const claim of seat.riders.filter((rider) => !met.includes(rider))) add(seat.person, claim, otherDays(claim));
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

function daysOf({ layout }: Draft, run: Run): string[] {
  return layout.series[run.series]!.stretches[run.stretch]!.map((place) => dayAt(layout.span, place));
}

function otherDays({ demand: { need, course, window } }: Claim): Reason {
  const sentence = `They take ${course} for a need that must stand, on other days than ${window!.from} to ${window!.to}.`;
  return { limit: { kind: 'window', id: need }, sentence };
}
