import { z } from 'zod';
import {
  AgreementMatter,
  ConflictMatter,
  DiscussionMatter,
  ObjectionMatter,
  PanelMatter,
  ReviewMatter,
  ScreeningMatter,
} from './application.ts';
import {
  AttendanceMatter,
  CoachingMatter,
  ReactionMatter,
  SeatMatter,
  SupportMatter,
  TestMatter,
  TransferMatter,
} from './course.ts';
import { MobilisationMatter, NeedsMatter, QuestionMatter } from './needs.ts';
import { RatingsMatter, SelfRatingsMatter, SignatureMatter, TalkMatter } from './people.ts';
import { ApprovalMatter, ChangeMatter, CommitmentMatter } from './plan.ts';
import { AcceptanceMatter, AcknowledgementMatter, EndorsementMatter, NominationMatter } from './selection.ts';

/** What a task is about, by what its round is for: what somebody has to know to answer it, and no more than they may see. */
export const Matter = z
  .discriminatedUnion('purpose', [
    AcknowledgementMatter,
    EndorsementMatter,
    NominationMatter,
    AgreementMatter,
    ScreeningMatter,
    ConflictMatter,
    ReviewMatter,
    DiscussionMatter,
    PanelMatter,
    ObjectionMatter,
    AcceptanceMatter,
    MobilisationMatter,
    RatingsMatter,
    SelfRatingsMatter,
    TalkMatter,
    SignatureMatter,
    NeedsMatter,
    QuestionMatter,
    CommitmentMatter,
    ApprovalMatter,
    ChangeMatter,
    SeatMatter,
    SupportMatter,
    AttendanceMatter,
    ReactionMatter,
    TestMatter,
    TransferMatter,
    CoachingMatter,
  ])
  .meta({ id: 'Matter' });
export type Matter = z.infer<typeof Matter>;

/** The matter of rounds of one purpose. */
export type MatterOf<P extends Matter['purpose']> = Extract<Matter, { purpose: P }>;
