import { type CycleSight, seesPlan } from '../../access/sight/cycle.ts';
import { CYCLE_STAGES } from '../../contracts/cycle/terms.ts';
import type { StreamId } from '../../contracts/ids.ts';
import type { Trouble } from '../../contracts/trouble.ts';
import type { CycleView } from '../../contracts/views/cycle.ts';
import type { Desk, Progress } from '../../db/views/cycles.ts';
import { planWanted } from '../../domain/cycle/compiling/compiling.ts';
import { plannedLines } from '../../domain/cycle/compiling/resources-view.ts';
import { openOfferings } from '../../domain/cycle/execution/execution.ts';
import { place } from '../../domain/cycle/kit.ts';
import { type CycleState, latestPlan, type PlanVersion } from '../../domain/cycle/state.ts';
import { refusalLines } from '../../domain/procedure/refused-orders.ts';
import { stageDates } from '../../domain/procedure/stage-dates.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { countBy, needCounts } from './counts.ts';
import { departmentLines, returnsOf } from './departments.ts';
import type { CycleReading } from './reading.ts';
import { waitingOf } from './waiting.ts';

/** What a view is made of besides the cycle itself. */
export interface Surroundings {
  readonly names: ReadonlyMap<string, string>;
  /** Whoever has open tasks in the cycle's rounds; only operations are told. */
  readonly desks: readonly Desk[];
  /** How far each department is with the ratings of its people. */
  readonly ratings: ReadonlyMap<string, Progress>;
  readonly trouble: Trouble | null;
}

/** The people whose names the view shows: those who speak for departments. */
export function peopleShown(state: CycleState): string[] {
  return Object.values(state.departments).flatMap((d) => d.speaker ?? []);
}

/** The latest round of supervisors' ratings; undefined when none was opened. */
export function ratingRoundOf(state: CycleState): StreamId | undefined {
  return Object.values(state.rounds).findLast((r) => r.purpose === 'ratings')?.id;
}

/** A cycle as somebody sees it. */
export function cycleView(reading: CycleReading, { names, desks, ratings, trouble }: Surroundings): CycleView {
  const { state, organisation, sight } = reading;
  const { title, company, period, currency, previous } = termsOf(state);
  return {
    id: state.stream,
    title,
    company,
    period,
    currency,
    previous,
    stage: state.stage,
    paused: state.phase === 'paused',
    closed: state.phase === 'closed' || state.phase === 'cancelled',
    cancelled: state.phase === 'cancelled',
    until: state.until,
    timetable: stageDates(state, CYCLE_STAGES),
    toolkit: Object.values(state.toolkit).map(({ method, version, since }) => ({ ...method, version, since })),
    mine: { roles: [...sight.roles], departments: [...sight.departments].sort() },
    departments: departmentLines(state, organisation, sight, names, ratings),
    returns: returnsOf(state),
    plan: planOutline(state, sight),
    machinery: sight.all ? machineryOf(reading, desks, trouble) : null,
  };
}

function planOutline(state: CycleState, sight: CycleSight): CycleView['plan'] {
  const shown = state.frozen ? state.versions.find((v) => v.version === state.frozen?.version) : latestPlan(state);
  return shown && seesPlan(state, sight) ? outlineOf(state, shown) : null;
}

function outlineOf(state: CycleState, { version, digest, at, plan }: PlanVersion): CycleView['plan'] {
  const lines = plannedLines(state);
  const sum = (figure: (o: (typeof lines)[number]) => number) => lines.reduce((total, o) => total + figure(o), 0);
  return {
    version,
    digest,
    at,
    frozen: state.frozen !== null,
    offerings: lines.length,
    places: sum((o) => o.participants.length),
    cost: sum((o) => o.cost),
    effect: Math.round(sum((o) => o.effect) * 10_000) / 10_000,
    cut: plan.cuts.reduce((total, cut) => total + cut.people.length, 0),
  };
}

function machineryOf(
  { state, organisation }: CycleReading,
  desks: readonly Desk[],
  trouble: Trouble | null,
): CycleView['machinery'] {
  const { findings, approval, conflict } = state;
  return {
    trouble,
    waiting: waitingOf(state, organisation, desks),
    rounds: Object.values(state.rounds).map(({ id, purpose, number, due, concluded }) => {
      return { id, purpose, number, due, concluded };
    }),
    ratings: findings && { rated: findings.rated, missing: findings.missing, apart: findings.apart },
    needs: { ...needCounts(state).byState },
    merged: Object.keys(state.merged).length,
    sources: countBy(Object.values(state.sourcing).map((s) => s.source)),
    plans: countBy(Object.values(state.idps).map((i) => i.state)),
    compiling: place(state.stage) <= place('compiling') && planWanted(state),
    conflict,
    commitments: termsOf(state).commitments.map(({ id, kind, leader, text }) => {
      const { answer = null, amount = null, by = null, withdrawn = false } = state.commitments[id] ?? {};
      return { id, kind, leader, text, answer, amount, by, withdrawn };
    }),
    approval: approval && { ...approval, approvers: [...approval.approvers], missing: [...approval.missing] },
    approvals: state.approvals.map(({ step, version, person, department, answer, touches }) => {
      return { step, version, person, department, answer, touches: [...touches] };
    }),
    offerings: {
      started: Object.keys(state.offerings).length,
      concluded: Object.keys(state.offerings).length - openOfferings(state).length,
    },
    refusedOrders: refusalLines(state),
    changesOpen: Object.values(state.changes).filter((c) => c.state === 'asked').length,
  };
}
