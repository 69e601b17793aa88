import { z } from 'zod';
import { Label } from '../form.ts';
import { StreamId } from '../ids.ts';
import { RefusedOrderLine } from '../orders.ts';
import { DurationText, Silence } from '../round.ts';
import { ApplicationCode, MatchShortage, Measures } from '../selection/commands.ts';
import { CriterionFeedback, Standing } from '../selection/events.ts';
import { Criterion, Eligibility, Stage } from '../selection/terms.ts';
import { Trouble } from '../trouble.ts';

const instant = z.number().int().describe('Procedure time, milliseconds since 1970');

export const ROLES = [
  'operations',
  'auditor',
  'applicant',
  'nominee',
  'reviewer',
  'panel',
  'chair',
  'screener',
  'handler',
  'leader',
] as const;

const Candidate = z.object({
  application: ApplicationCode,
  person: z.string(),
  name: z.string().nullable(),
  department: z.string(),
  departmentName: Label,
  topics: z.array(z.string()),
});

/** What only operations see: how the machinery of the selection stands. */
const Machinery = z.object({
  trouble: Trouble.nullable().describe('Why time does not act in it; null: it does'),
  waiting: z
    .array(
      z.object({
        round: StreamId.nullable(),
        purpose: z.string().nullable(),
        people: z.array(z.string()),
        what: z.string().nullable().describe('What operations have to do'),
      }),
    )
    .describe('Whom and what the selection waits for'),
  counts: z.object({
    applications: z.number().int(),
    withdrawn: z.number().int(),
    eligible: z.number().int(),
    ineligible: z.number().int(),
    reviews: z.number().int(),
    waived: z.number().int(),
    objectionsOpen: z.number().int(),
  }),
  rounds: z.array(
    z.object({
      id: StreamId,
      purpose: z.string(),
      number: z.number().int(),
      due: instant,
      concluded: z.boolean(),
    }),
  ),
  endorsements: z
    .object({ supporting: z.array(z.string()), refusing: z.array(z.string()), silent: z.array(z.string()) })
    .nullable(),
  told: z.record(z.string(), z.number().int()).describe('People whom the publicity notice was sent to, by department'),
  reached: z.record(z.string(), z.number().int()).describe('People who have opened it, by department'),
  unreached: z.array(z.string()).nullable().describe('Departments that no notice has reached'),
  reviewers: z.array(z.object({ person: z.string(), limit: z.number().int(), reviews: z.number().int() })),
  shortages: z.array(MatchShortage),
  refusedOrders: z.array(RefusedOrderLine).describe('Orders that were refused, to be given again or dropped'),
  disagreements: z.array(
    z.object({ application: ApplicationCode, reviewers: z.array(z.string()), difference: z.number() }),
  ),
  objections: z.array(
    z.object({
      id: z.string(),
      by: z.string(),
      about: ApplicationCode.nullable(),
      state: z.enum(['open', 'upheld', 'dismissed']),
      handler: z.string().nullable(),
      stage: Stage.nullable(),
      raisedAt: instant,
    }),
  ),
});

/** A selection as everybody may see it, with what concerns the asker, and for operations how it stands inside. */
export const SelectionView = z
  .object({
    id: z.string(),
    title: Label,
    company: Label,
    stage: Stage,
    paused: z.boolean(),
    closed: z.boolean(),
    until: instant.nullable().describe('When the stage ends, or should; null: time does not end it'),
    clockStopped: z.boolean().describe('The objection period stands still while an objection is open'),
    postedUntil: instant
      .nullable()
      .describe(
        'Until when objections were taken as the notice was posted, where one has moved that; null: it has not moved',
      ),
    timetable: z.array(
      z.object({
        stage: Stage,
        state: z.enum(['done', 'current', 'ahead']),
        start: instant.nullable(),
        end: instant.nullable(),
        runs: z.number().int().describe('How often it has begun'),
      }),
    ),
    measures: z.object({ version: z.number().int(), publishedAt: instant, texts: Measures }).nullable(),
    topics: z.array(z.object({ id: z.string(), label: Label })),
    eligibility: Eligibility.omit({ experts: true }),
    criteria: z.array(Criterion),
    criteriaFrozen: z.boolean(),
    seats: z.number().int(),
    blind: z.boolean(),
    objectionPeriod: z.string(),
    agreement: z
      .object({ within: DurationText, silence: Silence })
      .describe('How long the manager of whoever applies has to agree, and what it means when they do not answer'),
    termMonths: z.number().int(),
    endorsements: z
      .array(z.object({ person: z.string(), name: z.string().nullable(), words: z.string().nullable() }))
      .describe('Who stands behind it, once they were asked'),
    mine: z.object({
      eligible: z
        .object({
          answer: z.enum(['yes', 'no', 'unclear']).describe('unclear: a person decides'),
          reasons: z
            .array(
              z.object({
                code: z.string(),
                text: Label,
                mend: Label.nullable().describe('What can be done about it; null: nothing by the asker'),
              }),
            )
            .describe('What speaks against it, or has to be decided by a person'),
          met: z.array(Label).describe('What the asker fulfils of what is asked for'),
        })
        .describe('Whether the asker may apply, by the rule as it stands today'),
      roles: z.array(z.enum(ROLES)),
      application: ApplicationCode.nullable(),
      reviews: z.number().int(),
      objections: z.array(z.object({ id: z.string(), about: ApplicationCode.nullable(), state: z.string() })),
    }),
    candidates: z.array(Candidate).nullable().describe('Posted from the public notice on'),
    appointed: z.array(Candidate.extend({ from: z.string(), until: z.string() })),
    rankings: z
      .array(z.object({ number: z.number().int(), digest: z.string(), at: instant }))
      .nullable()
      .describe('For operations, and for the panel when it decides'),
    machinery: Machinery.nullable(),
  })
  .meta({ id: 'Selection' });
export type SelectionView = z.infer<typeof SelectionView>;

/** As what the asker sees an application; a blind reviewer sees neither name nor department. */
export const SIGHTS = [
  'operations',
  'auditor',
  'applicant',
  'panel',
  'manager',
  'screener',
  'handler',
  'asked',
  'reviewer',
] as const;
export const Sight = z.enum(SIGHTS);
export type Sight = z.infer<typeof Sight>;

/** How an application stands: for its author and for operations. */
const Progress = z.object({
  agreement: z.enum(['asked', 'agreed', 'deemed', 'refused', 'silent', 'unneeded']),
  screening: z.object({ eligible: z.boolean(), reasons: z.array(z.string()) }).nullable(),
  objection: z.enum(['open', 'upheld', 'dismissed']).nullable(),
  result: z
    .object({
      standing: Standing,
      rank: z.number().int().nullable(),
      score: z.number().nullable(),
      criteria: z.array(CriterionFeedback),
      strengths: z.array(z.string()),
      gaps: z.array(z.string()),
    })
    .nullable(),
  offer: z.enum(['open', 'accepted', 'declined']).nullable(),
  appointment: z.object({ from: z.string(), until: z.string(), document: z.string().nullable() }).nullable(),
});

export const ApplicationLine = z.object({
  code: ApplicationCode,
  sight: Sight,
  person: z.string().nullable(),
  name: z.string().nullable(),
  department: z.string().nullable(),
  departmentName: Label.nullable(),
  topics: z.array(z.string()),
  hoursPerMonth: z.number(),
  submittedAt: instant.nullable().describe('null: a blind reviewer asks'),
  late: z.boolean().nullable(),
  withdrawn: z.boolean(),
  progress: Progress.nullable(),
});
export type ApplicationLine = z.infer<typeof ApplicationLine>;
export const ApplicationList = z.object({ applications: z.array(ApplicationLine) }).meta({ id: 'ApplicationList' });

export const ApplicationView = ApplicationLine.extend({
  profile: z.string().nullable().describe('null: its author was erased'),
  outline: z.string().nullable(),
  evidence: z.array(z.object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.number().int() })),
}).meta({ id: 'Application' });
export type ApplicationView = z.infer<typeof ApplicationView>;

/** Why an application stands where it stands. */
export const ExplanationView = z
  .object({
    application: ApplicationCode,
    against: z.string().nullable(),
    rank: z.number().int(),
    of: z.number().int(),
    score: z.number(),
    sentences: z.array(z.string()),
    facts: z.unknown().describe('Criteria, reviews and the comparison as figures'),
  })
  .meta({ id: 'Explanation' });
export type ExplanationView = z.infer<typeof ExplanationView>;

/** Who is written to next, and when. */
export const AgendaView = z
  .object({
    now: instant,
    agenda: z.array(
      z.object({
        round: z.string(),
        purpose: z.string(),
        title: Label,
        person: z.string(),
        name: z.string().nullable(),
        at: instant,
        rung: z.number().int(),
        openTasks: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'Agenda' });
export type AgendaView = z.infer<typeof AgendaView>;

/** What somebody has written of an application and not sent: as much of it as there is. */
export const ApplicationDraft = z
  .object({
    revision: z.number().int().describe('0 when nothing is saved'),
    content: z.record(z.string(), z.unknown()).nullable(),
    savedAt: z.number().int().nullable().describe('By the clock on the wall'),
    files: ApplicationView.shape.evidence.describe('The files in it, by the names that their author gave them'),
  })
  .meta({ id: 'ApplicationDraft' });
export type ApplicationDraft = z.infer<typeof ApplicationDraft>;

/** What reviewers will see of what somebody has written so far, by the rule of the selection. */
export const ReviewersPreview = ApplicationView.omit({ code: true, progress: true })
  .extend({ blind: z.boolean().describe('Name and department are hidden, and files have numbers for names') })
  .meta({ id: 'ReviewersPreview' });
export type ReviewersPreview = z.infer<typeof ReviewersPreview>;
