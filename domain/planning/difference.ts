import type { LimitRef, Plan, PlanCut, PlannedOffering } from '../../contracts/planning.ts';

/** One field of an offering before and after. */
export interface FieldChange {
  readonly field:
    | 'days'
    | 'room'
    | 'trainer'
    | 'quote'
    | 'needs'
    | 'seats'
    | 'cost'
    | 'budgetLine'
    | 'hours'
    | 'effect';
  readonly before: string | number | null | readonly string[];
  readonly after: string | number | null | readonly string[];
}

export interface OfferingChange {
  readonly id: string;
  readonly course: string;
  readonly fields: readonly FieldChange[];
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

/** `id` null: whose it is, whoever compares is not to see. */
type KnownLimit = Pick<LimitRef, 'kind'> & { readonly id: LimitRef['id'] | null };

/** People of a need who are left out for a limit, or are no longer. */
export interface CutChange {
  readonly need: string;
  readonly limit: KnownLimit;
  readonly people: readonly string[];
}

/** Totals of both plans; money in the smallest unit, effect in weighted gap points. */
export interface Moved {
  readonly before: number;
  readonly after: number;
}

export interface PlanDifference {
  readonly added: readonly PlannedOffering[];
  readonly removed: readonly PlannedOffering[];
  readonly changed: readonly OfferingChange[];
  readonly cuts: { readonly came: readonly CutChange[]; readonly went: readonly CutChange[] };
  readonly totals: {
    readonly offerings: Moved;
    /** Places taken, all offerings together. */
    readonly places: Moved;
    readonly cost: Moved;
    readonly effect: Moved;
    /** People left out, counted once for each need. */
    readonly cut: Moved;
  };
}

/** A plan, or what somebody may see of it: what its cuts lose is not compared. */
type Compared = Omit<Plan, 'cuts'> & {
  readonly cuts: readonly (Pick<PlanCut, 'need' | 'people'> & { readonly limit: KnownLimit })[];
};

/** What two versions of a plan differ in; an offering is the same one when its name is. */
export function planDifference(before: Compared, after: Compared): PlanDifference {
  const old = new Map(before.offerings.map((o) => [o.id, o]));
  const now = new Map(after.offerings.map((o) => [o.id, o]));
  const moved = (figure: (plan: Compared) => number): Moved => ({ before: figure(before), after: figure(after) });
  return {
    added: after.offerings.filter(({ id }) => !old.has(id)),
    removed: before.offerings.filter(({ id }) => !now.has(id)),
    changed: after.offerings.flatMap((o) => changeOf(old.get(o.id), o)),
    cuts: { came: cutsOnlyIn(after, before), went: cutsOnlyIn(before, after) },
    totals: {
      offerings: moved((plan) => plan.offerings.length),
      places: moved((plan) => plan.offerings.reduce((sum, o) => sum + o.participants.length, 0)),
      cost: moved((plan) => plan.offerings.reduce((sum, o) => sum + o.cost, 0)),
      effect: moved((plan) => plan.effect),
      cut: moved((plan) => plan.cuts.reduce((sum, cut) => sum + cut.people.length, 0)),
    },
  };
}

const FIELDS = ['days', 'room', 'trainer', 'quote', 'needs', 'seats', 'cost', 'budgetLine', 'hours', 'effect'] as const;

function changeOf(before: PlannedOffering | undefined, after: PlannedOffering): OfferingChange[] {
  if (!before) return [];
  const fields = FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map(
    (field): FieldChange => ({ field, before: before[field], after: after[field] }),
  );
  const joined = without(after.participants, before.participants);
  const left = without(before.participants, after.participants);
  if (fields.length + joined.length + left.length === 0) return [];
  return [{ id: after.id, course: after.course, fields, joined, left }];
}

function without(list: readonly string[], other: readonly string[]): string[] {
  const known = new Set(other);
  return list.filter((name) => !known.has(name));
}

/** By need and limit, whatever the sentence says of amounts. */
function cutsOnlyIn(plan: Compared, other: Compared): CutChange[] {
  const known = peopleByCut(other);
  return [...peopleByCut(plan)].flatMap(([key, cut]) => {
    const people = without(cut.people, known.get(key)?.people ?? []);
    return people.length === 0 ? [] : [{ ...cut, people }];
  });
}

function peopleByCut(plan: Compared): Map<string, CutChange> {
  const cuts = new Map<string, CutChange>();
  for (const { need, limit, people } of plan.cuts) {
    const key = `${need}|${limit.kind}:${limit.id ?? ''}`;
    cuts.set(key, { need, limit, people: [...(cuts.get(key)?.people ?? []), ...people] });
  }
  return cuts;
}
