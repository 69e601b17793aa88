import { seesPerson, seesPlan } from '../../access/sight/cycle.ts';
import type { Plan, PlannedOffering } from '../../contracts/planning.ts';
import type { PlanView, SeenOffering } from '../../contracts/views/cycle.ts';
import { planLines } from '../../domain/cycle/compiling/plan-view.ts';
import type { PlanVersion } from '../../domain/cycle/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { refusing } from '../refused.ts';
import { needName } from './need-name.ts';
import type { CycleReading } from './reading.ts';

/** A version of the plan, the latest when none is named; undefined: there is none that somebody may see. */
export function versionSeen({ state, sight }: CycleReading, version?: number): PlanVersion | undefined {
  const frozen = state.frozen?.version;
  const wanted = version ?? frozen ?? state.versions.at(-1)?.version;
  const found = seesPlan(state, sight) ? state.versions.find((v) => v.version === wanted) : undefined;
  // Before the approval, and for whoever has no part in it, there is no plan yet; drafts are never shown to all.
  const may = found && (sight.whole || found.version === frozen || frozen === undefined || sight.departments.size > 0);
  return may ? found : undefined;
}

/** The same. @throws Refused `not-found` with the reason */
export function versionAsked(reading: CycleReading, version?: number): PlanVersion {
  const found = versionSeen(reading, version);
  if (found) return found;
  const { state, sight } = reading;
  if (version === undefined && sight.whole && state.conflict)
    throw refusing('not-found/no-plan-conflict', { conflict: state.conflict.sentence });
  throw version === undefined
    ? refusing('not-found/no-plan-yet', {})
    : refusing('not-found/no-plan-version', { version });
}

/** A plan with what somebody may see of it: offerings with their departments' people, or once approved all. */
export function planSeen(plan: Plan, reading: CycleReading, approved: boolean): PlanView['plan'] {
  const { sight } = reading;
  if (sight.whole) return plan;
  return {
    ...plan,
    offerings: plan.offerings.flatMap((o) => offeringSeen(o, reading, approved) ?? []),
    cuts: plan.cuts.flatMap((cut) => {
      const people = cut.people.filter((p) => seesPerson(sight, reading.organisation, p));
      // What is lost is lost by all of them: of some it would tell how others stand.
      const lost = people.length === cut.people.length ? cut.lost : null;
      // Whose hours were spent, and what was left of the money, is not said to everybody who is left out for it.
      const limit = { kind: cut.limit.kind, id: null };
      return people.length ? [{ ...cut, people, limit, sentence: null, lost }] : [];
    }),
    budget: sight.roles.includes('leader') ? plan.budget : [],
    trainers: plan.trainers.filter((t) => t.person === sight.person),
  };
}

function offeringSeen(offering: PlannedOffering, reading: CycleReading, approved: boolean): SeenOffering | null {
  const { sight, organisation } = reading;
  const teaches = offering.trainer === sight.person;
  const participants = offering.participants.filter((p) => teaches || seesPerson(sight, organisation, p));
  if (!participants.length && !approved && !sight.roles.includes('leader')) return null;
  return { ...offering, participants, places: offering.participants.length };
}

/** A version of the plan, and the plan line by line as it is now. */
export function planView(reading: CycleReading, version: PlanVersion, names: ReadonlyMap<string, string>): PlanView {
  const { state, sight } = reading;
  const approved = state.frozen?.version === version.version;
  const seen = sight.whole || sight.departments.size > 0 ? state.versions : [version];
  const plan = planSeen(version.plan, reading, approved);
  const lines = planLines(state).flatMap(({ planned, cancelled, changes }) => {
    const line = offeringSeen(planned, reading, state.frozen !== null);
    const stream = state.offerings[planned.id]?.stream ?? null;
    return line ? [{ planned: line, stream, cancelled, changes: [...changes] }] : [];
  });
  const bought = new Set([...plan.offerings, ...lines.map((l) => l.planned)].map((o) => o.quote));
  return {
    version: version.version,
    versions: seen.map(({ version: number, digest, at }) => ({ version: number, digest, at })),
    digest: version.digest,
    at: version.at,
    frozen: approved,
    whole: sight.whole,
    plan,
    lines,
    currency: termsOf(state).currency,
    courses: Object.fromEntries(Object.values(state.courses).map((c) => [c.id, c.title])),
    rooms: Object.fromEntries(Object.values(state.rooms).map((r) => [r.id, r.name])),
    providers: Object.fromEntries(
      Object.values(state.quotes).flatMap((q) => (sight.whole || bought.has(q.id) ? [[q.id, q.provider]] : [])),
    ),
    needs: Object.fromEntries(plan.cuts.map(({ need }) => [need, needName(state, reading.organisation, need)])),
    budgetLines: Object.fromEntries(
      termsOf(state).budget.flatMap((b) => (plan.budget.some(({ line }) => line === b.id) ? [[b.id, b.label]] : [])),
    ),
    names: Object.fromEntries(names),
  };
}

/** The people whom a plan names to somebody: trainers, and the participants whom they may see. */
export function peopleOfPlan(reading: CycleReading, { plan, version }: PlanVersion): string[] {
  const { frozen } = reading.state;
  const seen = planSeen(plan, reading, frozen?.version === version);
  const lines = planLines(reading.state).flatMap(
    ({ planned }) => offeringSeen(planned, reading, frozen !== null) ?? [],
  );
  const people = [...seen.offerings, ...lines].flatMap(({ trainer, participants }) =>
    [trainer ?? [], participants].flat(),
  );
  return [...new Set([...people, ...seen.cuts.flatMap((cut) => cut.people), ...seen.trainers.map((t) => t.person)])];
}
