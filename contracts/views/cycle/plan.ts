import { z } from 'zod';
import { ChangeId } from '../../cycle/changes.ts';
import { Label } from '../../form.ts';
import { PersonId, StreamId } from '../../ids.ts';
import { LimitRef, Plan, PlanCut, PlannedOffering } from '../../planning.ts';
import { Fact } from '../fact.ts';
import { instant, list, names } from './parts.ts';

/** An offering of the plan with those of its people whom the asker may see. */
export const SeenOffering = PlannedOffering.extend({
  participants: z.array(PersonId).describe('Those whom the asker may see'),
  places: z.number().int().describe('How many take part'),
});
export type SeenOffering = z.infer<typeof SeenOffering>;

/** What the plan leaves out, with those of its people whom the asker may see. */
export const SeenCut = PlanCut.extend({
  limit: LimitRef.extend({
    id: LimitRef.shape.id.nullable().describe('null: it may be of somebody, or of money, that the asker does not see'),
  }),
  sentence: PlanCut.shape.sentence.nullable().describe('null where the id of the limit is'),
  lost: PlanCut.shape.lost
    .nullable()
    .describe('null: the asker sees some of the people only, and it is of all of them'),
});

/** A line of the plan as it is now, with the changes that have made it so. */
export const PlanLine = z.object({
  planned: SeenOffering,
  stream: StreamId.nullable().describe('The offering that was started from it'),
  cancelled: z.boolean(),
  changes: z.array(z.object({ id: ChangeId, emergency: z.boolean(), state: z.string(), by: PersonId })),
});

export const PlanView = z
  .object({
    version: z.number().int(),
    versions: z.array(z.object({ version: z.number().int(), digest: z.string(), at: instant })),
    digest: z.string().describe("SHA-256 of the whole plan's JSON with sorted keys and no spaces"),
    at: instant,
    frozen: z.boolean().describe('This version is the approved one'),
    whole: z.boolean().describe('Nothing is left out of it: it hashes to the digest'),
    plan: Plan.extend({ offerings: z.array(z.union([PlannedOffering, SeenOffering])), cuts: z.array(SeenCut) }),
    lines: z.array(PlanLine).describe('The plan as it is now: the version with the changes carried out since'),
    currency: z.string(),
    courses: z.record(z.string(), Label),
    rooms: z.record(z.string(), z.string()),
    providers: z.record(z.string(), z.string()).describe('Provider of each quote'),
    needs: z.record(z.string(), Label).describe('What is left out, as people call it, by need'),
    budgetLines: z.record(z.string(), Label).describe('Budget lines of the plan, by id'),
    names,
  })
  .meta({ id: 'CyclePlan' });
export type PlanView = z.infer<typeof PlanView>;

const Value = z.union([z.string(), z.number(), z.null(), list(z.string())]);
const CutChange = z.object({
  need: z.string(),
  limit: z.object({ kind: z.string(), id: z.string().nullable() }),
  people: list(z.string()),
});
const Moved = z.object({ before: z.number(), after: z.number() });

export const DifferenceView = z
  .object({
    from: z.number().int().nullable().describe('null: there is nothing to compare with'),
    to: z.number().int(),
    since: z.enum(['asked', 'last-look', 'version-before']).describe('Why it is compared with that version'),
    facts: z.array(Fact).describe('What differs, one by one and in words, the totals last'),
    difference: z
      .object({
        added: list(SeenOffering),
        removed: list(SeenOffering),
        changed: list(
          z.object({
            id: z.string(),
            course: z.string(),
            fields: list(z.object({ field: z.string(), before: Value, after: Value })),
            joined: list(z.string()),
            left: list(z.string()),
          }),
        ),
        cuts: z.object({ came: list(CutChange), went: list(CutChange) }),
        totals: z.object({ offerings: Moved, places: Moved, cost: Moved, effect: Moved, cut: Moved }),
      })
      .nullable(),
  })
  .meta({ id: 'PlanDifference' });
export type DifferenceView = z.infer<typeof DifferenceView>;
