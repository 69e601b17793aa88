import { z } from 'zod';
import { Change, ChangeEffect, ChangeId } from '../cycle/changes.ts';
import { CycleEffect } from '../cycle/effect.ts';
import { ApprovalStep, Approver } from '../cycle/events.ts';
import { Merged, MergedId, NeedFacts, NeedQuestion, Proposal, Sourcing } from '../cycle/needs.ts';
import { CommitmentTerms, CyclePurpose, CycleStage, CycleTerms, Method } from '../cycle/terms.ts';
import { Label } from '../form.ts';
import { PersonId, StreamId } from '../ids.ts';
import { Code } from '../organisation.ts';
import { Course, DayWindow, Money, Plan, PlanConflict, PlannedOffering, Quote, Room } from '../planning.ts';

const instant = z.number().int().describe('Procedure time, milliseconds since 1970');
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const names = z.record(z.string(), z.string()).describe('Names of the people in it, by id');
const elements = z.record(z.string(), Label).describe('Names of the elements of ability in it, by id');

/** A cycle in a list. */
export const CycleLine = z.object({
  id: z.string(),
  title: Label,
  period: DayWindow,
  stage: CycleStage,
  digest: z.string().nullable().describe('The hash of the approved plan'),
  paused: z.boolean(),
  closed: z.boolean(),
});
export type CycleLine = z.infer<typeof CycleLine>;
export const CycleList = z.object({ cycles: z.array(CycleLine) }).meta({ id: 'CycleList' });

/** What somebody is in a cycle. */
export const CYCLE_ROLES = [
  'operations',
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

/** What opening a cycle now would bring about: the whole timetable and every message of its rounds. */
export const CyclePreview = z
  .object({
    refusal: z.string().nullable().describe('Why it cannot be opened like this; null: it can'),
    stages: list(
      z.object({
        stage: CycleStage,
        start: instant,
        end: instant,
        latestStart: instant,
        latestEnd: instant.describe('When nobody answers early, and silence has been given its meaning'),
      }),
    ),
    messages: list(
      z.object({
        stage: CycleStage,
        purpose: CyclePurpose,
        template: z.string(),
        rung: z.number().int().nullable().describe('Which reminder, 0 the first; null: none'),
        at: instant,
        timeZone: z.string(),
        local: z.string().describe('By the clock where these people are'),
        people: list(PersonId),
        tasks: z.number().int(),
        atMost: z.boolean().describe('Who is asked depends on answers to come: these people at most'),
      }),
    ),
    total: z.number().int(),
    days: list(z.object({ day: z.string(), messages: z.number().int(), people: z.number().int() })),
    mostInAll: list(z.object({ person: PersonId, messages: z.number().int() })),
    mostInADay: list(z.object({ person: PersonId, day: z.string(), messages: z.number().int() })),
  })
  .meta({ id: 'CyclePreview' });
export type CyclePreview = z.infer<typeof CyclePreview>;

const Waiting = z.object({
  round: StreamId.nullable(),
  purpose: z.string().nullable(),
  people: z.array(z.string()).describe('The first 200 by id'),
  count: z.number().int(),
  what: z.string().nullable().describe('What operations have to do'),
});

/** What only operations see: how the machinery of the cycle stands. */
const Machinery = z.object({
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

/** The gaps of the people whom the asker may see, exactly as reckoned; missing is null, never 0. */
export const GapsView = z
  .object({
    gaps: z.array(
      z.object({
        person: PersonId,
        post: z.string(),
        element: Code,
        importance: z.number(),
        required: z.number(),
        rated: z.number().nullable(),
        gap: z.number().nullable(),
        weighted: z.number().nullable(),
        status: z.enum(['rated', 'missing']),
      }),
    ),
    employees: z.array(
      z.object({
        person: PersonId,
        ratedElements: z.number().int(),
        missingElements: z.number().int(),
        importanceSum: z.number().nullable(),
        weightedGapSum: z.number().nullable(),
        weightedMeanGap: z.number().nullable(),
        largestGapElement: z.string().nullable(),
      }),
    ),
    departments: z
      .array(
        z.object({
          department: Code,
          element: Code,
          employeesRequired: z.number().int(),
          employeesRated: z.number().int(),
          gapSum: z.number().nullable(),
          weightedGapSum: z.number().nullable(),
          meanGap: z.number().nullable(),
          rank: z.number().int().nullable(),
        }),
      )
      .describe('Over the people in `employees` alone'),
    pairs: z
      .array(
        z.object({
          person: PersonId,
          element: Code,
          supervisor: z.number(),
          self: z.number(),
          difference: z.number(),
          flagged: z.boolean(),
        }),
      )
      .describe("The supervisor's rating beside the own one, where there are both"),
    elements,
    names,
  })
  .meta({ id: 'CycleGaps' });
export type GapsView = z.infer<typeof GapsView>;

export const NEED_STATES = ['proposed', 'stated', 'sent-back', 'confirmed', 'dropped', 'withdrawn'] as const;

export const NeedLine = NeedFacts.extend({
  state: z.enum(NEED_STATES),
  rank: z.number().int().nullable().describe("Its place in the head's order, 1 first"),
  by: PersonId.nullable().describe('null: the ratings found it'),
  goal: z.string().nullable(),
  problem: z.string().nullable().describe('The problem of the business behind it'),
  question: z.object({ what: NeedQuestion, answered: z.boolean() }).nullable().describe('Why it was sent back'),
  merged: MergedId.nullable(),
  outcome: z
    .enum(['planned', 'cut', 'sent-back', 'coached', 'withdrawn'])
    .nullable()
    .describe('Where it ends by the approved plan; null before'),
});
export type NeedLine = z.infer<typeof NeedLine>;

export const NeedsView = z
  .object({
    needs: z.array(NeedLine),
    departments: z.array(DepartmentLine.pick({ department: true, name: true, returned: true, needs: true })),
    elements,
    names,
  })
  .meta({ id: 'CycleNeeds' });
export type NeedsView = z.infer<typeof NeedsView>;

export const MergedView = z
  .object({
    merged: z.array(
      Merged.extend({
        departments: z.array(Code).describe('Who asked'),
        people: z.number().int(),
        urgency: z.number().int().describe('The most urgent of its needs'),
        must: z.boolean(),
        handwork: z.enum(['merged', 'split']).nullable().describe('Made by hand'),
      }),
    ),
    elements,
  })
  .meta({ id: 'CycleMerged' });
export type MergedView = z.infer<typeof MergedView>;

const Trainer = z.object({
  person: PersonId,
  name: z.string().nullable(),
  courses: z.array(Code),
  topics: z.array(z.string()),
  hours: z.number().describe('That they may teach in the cycle'),
  until: z.string().nullable().describe('The last day of the appointment; null: named by operations'),
});

export const SourcingView = z
  .object({ sourcing: z.array(Sourcing), quotes: z.array(Quote), trainers: z.array(Trainer) })
  .meta({ id: 'CycleSourcing' });
export type SourcingView = z.infer<typeof SourcingView>;

/** What the plan is made of. */
export const CatalogueView = z
  .object({ courses: z.array(Course), rooms: z.array(Room), quotes: z.array(Quote), trainers: z.array(Trainer) })
  .meta({ id: 'CycleCatalogue' });
export type CatalogueView = z.infer<typeof CatalogueView>;

/** An offering of the plan with those of its people whom the asker may see. */
export const SeenOffering = PlannedOffering.extend({
  participants: z.array(PersonId).describe('Those whom the asker may see'),
  places: z.number().int().describe('How many take part'),
});
export type SeenOffering = z.infer<typeof SeenOffering>;

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
    plan: Plan.extend({ offerings: z.array(z.union([PlannedOffering, SeenOffering])) }),
    lines: z.array(PlanLine).describe('The plan as it is now: the version with the changes carried out since'),
    currency: z.string(),
    courses: z.record(z.string(), Label),
    rooms: z.record(z.string(), z.string()),
    providers: z.record(z.string(), z.string()).describe('Provider of each quote'),
    names,
  })
  .meta({ id: 'CyclePlan' });
export type PlanView = z.infer<typeof PlanView>;

const Value = z.union([z.string(), z.number(), z.null(), list(z.string())]);
const CutChange = z.object({
  need: z.string(),
  limit: z.object({ kind: z.string(), id: z.string() }),
  people: list(z.string()),
});
const Moved = z.object({ before: z.number(), after: z.number() });

export const DifferenceView = z
  .object({
    from: z.number().int().nullable().describe('null: there is nothing to compare with'),
    to: z.number().int(),
    since: z.enum(['asked', 'last-look', 'version-before']).describe('Why it is compared with that version'),
    sentences: z.array(z.string()),
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

export const ResourcesView = z
  .object({
    currency: z.string(),
    lines: z
      .array(
        z.object({
          line: Code,
          label: Label,
          limit: z.number(),
          committed: z.number().nullable().describe('null: nobody was asked'),
          planned: z.number(),
          used: z.number(),
        }),
      )
      .describe('Money in the smallest unit of the currency'),
    rooms: z
      .array(
        z.object({
          room: Code,
          name: z.string(),
          committed: z.boolean().nullable(),
          planned: z.number(),
          used: z.number(),
        }),
      )
      .describe('In days'),
    trainers: z
      .array(
        z.object({
          person: PersonId,
          name: z.string().nullable(),
          limit: z.number(),
          planned: z.number(),
          used: z.number(),
        }),
      )
      .describe('In hours of teaching'),
    time: z
      .object({ asked: z.number(), committed: z.number(), planned: z.number(), used: z.number() })
      .describe("Hours of people's time"),
  })
  .meta({ id: 'CycleResources' });
export type ResourcesView = z.infer<typeof ResourcesView>;

export const ChangesView = z
  .object({
    changes: z.array(
      z.object({
        id: ChangeId,
        what: z.union([Change, z.object({ kind: z.literal('add'), planned: SeenOffering })]),
        offering: z.string().nullable(),
        by: PersonId,
        emergency: z.boolean(),
        effect: ChangeEffect,
        approver: PersonId.nullable(),
        state: z.enum(['asked', 'applied', 'confirmed', 'rejected', 'undone', 'withdrawn']),
        round: StreamId,
        task: z.string(),
        before: SeenOffering.nullable(),
        after: SeenOffering.nullable(),
      }),
    ),
    names,
  })
  .meta({ id: 'CycleChanges' });
export type ChangesView = z.infer<typeof ChangesView>;

/** Promised against measured; what fewer people than the privacy threshold are behind is null. */
export const EffectView = CycleEffect.extend({
  currency: z.string(),
  recorded: z
    .object({ offerings: z.number().int(), promised: z.number(), measured: z.number().nullable() })
    .nullable()
    .describe('As the ledger has it, once the stage is over'),
  courses: z.record(z.string(), Label),
}).meta({ id: 'CycleEffect' });
export type EffectView = z.infer<typeof EffectView>;

export const ProposalsView = z
  .object({ proposals: z.array(Proposal.extend({ kept: z.boolean() })), elements, names })
  .meta({ id: 'CycleProposals' });
export type ProposalsView = z.infer<typeof ProposalsView>;

/** The next cycle's terms as this one leaves them. */
export const NextTermsView = z.object({ terms: CycleTerms }).meta({ id: 'NextTerms' });
