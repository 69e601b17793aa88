import type { PersonId, StreamId } from '../../../contracts/ids.ts';
import type { PlannedOffering } from '../../../contracts/planning.ts';
import { termsOf } from '../../procedure/standing.ts';
import { askedOf } from '../commitments/commitments.ts';
import { type CycleState, latestPlan } from '../state.ts';
import { hoursLimit, lineLimit } from './limits.ts';

/** Money of one budget line, in the smallest unit. */
export interface LineView {
  readonly line: string;
  readonly limit: number;
  /** What leaders have committed to it; null: nobody was asked. */
  readonly committed: number | null;
  readonly planned: number;
  readonly used: number;
}

/** Days of one room. */
export interface RoomView {
  readonly room: string;
  /** Its leader has opened it; null: nobody was asked. */
  readonly committed: boolean | null;
  readonly planned: number;
  readonly used: number;
}

/** Hours of one trainer. */
export interface HoursView {
  readonly person: PersonId;
  readonly limit: number;
  readonly planned: number;
  readonly used: number;
}

export interface ResourcesView {
  readonly lines: readonly LineView[];
  readonly rooms: readonly RoomView[];
  readonly trainers: readonly HoursView[];
  /** Hours of people's time: asked for from leaders, committed by them, planned, and used by whoever was there. */
  readonly time: {
    readonly asked: number;
    readonly committed: number;
    readonly planned: number;
    readonly used: number;
  };
}

/**
 * What was planned, committed and used, side by side. `costOf` says what an offering that is not over has cost so far;
 * without it only those that are over count.
 */
export function resourcesView(state: CycleState, costOf: (stream: StreamId) => number = () => 0): ResourcesView {
  const planned = plannedLines(state);
  const used = Object.values(state.offerings);
  const held = used.filter((o) => o.result?.held);
  return {
    lines: termsOf(state).budget.map(({ id }) => ({
      line: id,
      limit: lineLimit(state, id),
      committed: committedTo(state, id),
      planned: sum(planned.filter((o) => o.budgetLine === id).map((o) => o.cost)),
      used: sum(used.filter((o) => o.planned.budgetLine === id).map((o) => o.result?.cost ?? costOf(o.stream))),
    })),
    rooms: Object.keys(state.rooms).map((room) => ({
      room,
      committed: isOpened(state, room),
      planned: sum(planned.filter((o) => o.room === room).map((o) => o.days.length)),
      used: sum(held.filter((o) => o.planned.room === room).map((o) => o.planned.days.length)),
    })),
    trainers: Object.values(state.trainers).map(({ person, hours }) => ({
      person,
      limit: hoursLimit(state, person) ?? hours ?? termsOf(state).sourcing.trainerHours,
      planned: sum(planned.filter((o) => o.trainer === person).map((o) => o.hours)),
      used: sum(held.filter((o) => o.planned.trainer === person).map((o) => o.planned.hours)),
    })),
    time: {
      ...timeOf(state),
      planned: sum(planned.map((o) => o.hours * o.participants.length)),
      used: sum(held.map((o) => o.planned.hours * o.result!.present.length)),
    },
  };
}

/** The lines of the plan as they are: the latest version's, or once it is frozen the approved ones with their changes. */
export function plannedLines(state: CycleState): readonly PlannedOffering[] {
  return state.frozen ? Object.values(state.lines) : (latestPlan(state)?.plan.offerings ?? []);
}

function committedTo(state: CycleState, line: string): number | null {
  const asked = termsOf(state).commitments.filter((c) => c.kind === 'budget' && c.line === line);
  return asked.length ? sum(asked.map((c) => standing(state, c.id))) : null;
}

function standing(state: CycleState, id: string): number {
  const said = state.commitments[id];
  return said && !said.withdrawn ? (said.amount ?? 0) : 0;
}

function isOpened(state: CycleState, room: string): boolean | null {
  const asked = termsOf(state).commitments.filter((c) => c.kind === 'venue' && c.room === room);
  if (!asked.length) return null;
  return asked.every(({ id }) => state.commitments[id]?.answer === 'given' && !state.commitments[id]?.withdrawn);
}

function timeOf(state: CycleState): { asked: number; committed: number } {
  const asked = termsOf(state).commitments.filter((c) => c.kind === 'time');
  return { asked: sum(asked.map((c) => askedOf(state, c))), committed: sum(asked.map((c) => standing(state, c.id))) };
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
