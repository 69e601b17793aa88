import { z } from 'zod';
import { ApprovalStep, Approver } from '../../cycle/events.ts';
import { CommitmentTerms, CycleStage, Method } from '../../cycle/terms.ts';
import { Label } from '../../form.ts';
import { PersonId, StreamId } from '../../ids.ts';
import { RefusedOrderLine } from '../../orders.ts';
import { Code } from '../../organisation.ts';
import { DayWindow, Money, PlanConflict } from '../../planning.ts';
import { Trouble } from '../../trouble.ts';
import { instant } from './parts.ts';

/** A cycle in a list. */
export const CycleLine = z.object({
  id: z.string(),
  title: Label,
  period: DayWindow,
  stage: CycleStage,
  digest: z.string().nullable().describe('The hash of the approved plan'),
  paused: z.boolean(),
  cancelled: z.boolean(),
  closed: z.boolean(),
});
export type CycleLine = z.infer<typeof CycleLine>;
export const CycleList = z.object({ cycles: z.array(CycleLine) }).meta({ id: 'CycleList' });

/** What somebody is in a cycle. */
export const CYCLE_ROLES = [
  'operations',
  'auditor',
  'head',
  'speaker',
  'leader',
  'management',
  'hr',
  'approver',
  'trainer',
  'participant',
] as const;
export const CycleRole = z.enum(CYCLE_ROLES);
export type CycleRole = z.infer<typeof CycleRole>;

/** When a stage of a cycle runs. */
export const StageDates = z.object({
  stage: CycleStage,
  state: z.enum(['done', 'current', 'ahead']),
  start: instant.nullable(),
  end: instant.nullable(),
  runs: z.number().int().describe('How often it has begun'),
});
export type StageDates = z.infer<typeof StageDates>;

/** How far a department has come. */
export const DepartmentLine = z.object({
  department: Code,
  name: Label.nullable(),
  asked: PersonId.nullable(),
  why: z.enum(['head', 'away', 'left', 'nobody']).describe('Why that person was asked'),
  mobilised: z.enum(['accepted', 'delegated', 'declined', 'silent']).nullable().describe('null: no answer yet'),
  speaker: PersonId.nullable(),
  speakerName: z.string().nullable(),
  returned: z
    .enum(['needs', 'nil', 'silent'])
    .nullable()
    .describe('A nil return says that nothing is needed; silence says nothing. null: not yet'),
  ratings: z
    .object({ done: z.number().int(), open: z.number().int(), missing: z.number().int() })
    .nullable()
    .describe('People by whether they are rated; missing was given up. null: nobody was asked'),
  needs: z.number().int().describe('Needs that stand or wait'),
});

const Waiting = z.object({
  round: StreamId.nullable(),
  purpose: z.string().nullable(),
  people: z.array(z.string()).describe('The first 200 by id'),
  count: z.number().int(),
  what: z.string().nullable().describe('What operations have to do'),
});

/** What only operations see: how the machinery of the cycle stands. */
const Machinery = z.object({
  trouble: Trouble.nullable().describe('Why time does not act in it; null: it does'),
  waiting: z.array(Waiting).describe('Whom and what the cycle waits for'),
  rounds: z.array(
    z.object({ id: StreamId, purpose: z.string(), number: z.number().int(), due: instant, concluded: z.boolean() }),
  ),
  ratings: z
    .object({ rated: z.number().int(), missing: z.number().int(), apart: z.number().int() })
    .nullable()
    .describe('Elements of people; null: the gaps are not worked out yet'),
  needs: z.record(z.string(), z.number().int()).describe('Needs by state'),
  merged: z.number().int(),
  sources: z.record(z.string(), z.number().int()).describe('Merged needs by source'),
  plans: z.record(z.string(), z.number().int()).describe('Development plans of people, by state'),
  compiling: z.boolean().describe('A plan is being compiled, or waits for it'),
  conflict: PlanConflict.nullable(),
  commitments: z.array(
    CommitmentTerms.pick({ id: true, kind: true, leader: true, text: true }).extend({
      answer: z.enum(['given', 'partly', 'refused', 'silent']).nullable(),
      amount: z.number().nullable(),
      by: PersonId.nullable().describe('Who has answered, the leader or somebody in their place'),
      withdrawn: z.boolean(),
    }),
  ),
  approval: z
    .object({
      step: ApprovalStep,
      version: z.number().int(),
      approvers: z.array(Approver),
      missing: z.array(z.object({ person: PersonId, department: Code.nullable() })),
    })
    .nullable(),
  approvals: z.array(
    z.object({
      step: ApprovalStep,
      version: z.number().int(),
      person: PersonId,
      department: Code.nullable(),
      answer: z.enum(['approved', 'conditions', 'returned', 'deemed', 'passed']),
      touches: z.array(z.string()),
    }),
  ),
  offerings: z.object({ started: z.number().int(), concluded: z.number().int() }),
  changesOpen: z.number().int(),
  refusedOrders: z.array(RefusedOrderLine).describe('Orders that were refused, to be given again or dropped'),
});

/** A cycle as everybody may see it, with what concerns the asker, and for operations how it stands inside. */
export const CycleView = z
  .object({
    id: z.string(),
    title: Label,
    company: Label,
    period: DayWindow,
    currency: z.string(),
    previous: z.string().nullable(),
    stage: CycleStage,
    paused: z.boolean(),
    closed: z.boolean(),
    cancelled: z.boolean(),
    until: instant.nullable().describe('When the stage ends, or should; null: time does not end it'),
    timetable: z.array(StageDates),
    toolkit: z.array(Method.extend({ version: z.number().int(), since: instant })),
    mine: z.object({ roles: z.array(CycleRole), departments: z.array(Code).describe('Those the asker sees') }),
    departments: z.array(DepartmentLine).describe('For operations and approvers all; for heads and speakers theirs'),
    returns: z
      .object({
        needs: z.number().int(),
        nil: z.number().int(),
        silent: z.number().int(),
        open: z.number().int(),
      })
      .describe('Departments by what they have returned'),
    plan: z
      .object({
        version: z.number().int(),
        digest: z.string(),
        at: instant,
        frozen: z.boolean(),
        offerings: z.number().int(),
        places: z.number().int(),
        cost: Money,
        effect: z.number().describe('Weighted gap points promised'),
        cut: z.number().int().describe('People left out, counted once for each need'),
      })
      .nullable()
      .describe('Once approved for everybody, before for whoever has a part in it'),
    machinery: Machinery.nullable(),
  })
  .meta({ id: 'Cycle' });
export type CycleView = z.infer<typeof CycleView>;
