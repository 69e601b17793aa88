import { defineProcedure } from '../procedure/define.ts';
import { refuse } from '../refuse.ts';
import { away, trainerAwayDue } from './away.ts';
import { changes } from './changes.ts';
import { coaching } from './coaching.ts';
import { datedOf, minimumAt } from './dates.ts';
import { figures } from './figures.ts';
import { followUp, followUpDue, nextFollowUp } from './follow-up.ts';
import { handing } from './handing.ts';
import { invitation, invitationDue } from './invitation.ts';
import { kit, type OfferingShape } from './kit.ts';
import { opened, plannedDue } from './opening.ts';
import { feedbackDue, reaction } from './reaction.ts';
import { seats } from './seats.ts';
import { emptyOffering } from './state.ts';
import { ending, steered } from './steering.ts';
import { support } from './support.ts';
import { teaching, teachingDue } from './teaching.ts';
import { tests } from './tests.ts';
import { waitingList } from './waiting-list.ts';

/** The delivery of one dated run of a course: from the invitation to what people do otherwise afterwards. */
export const offeringProcess = defineProcedure<OfferingShape>(kit, {
  stateVersion: 6,
  initial: emptyOffering,
  parts: [
    ...[opened, handing, invitation, seats, waitingList, away, support, teaching, reaction, tests],
    ...[followUp, coaching, figures, changes, steered, ending],
  ],
  first: [trainerAwayDue],
  stages: {
    planned: [plannedDue],
    invitation: [invitationDue],
    teaching: [teachingDue],
    feedback: [feedbackDue],
    'follow-up': [followUpDue],
    closed: [],
  },
  over: {
    closed: refuse('procedure-closed/course-closed', {}),
    cancelled: refuse('procedure-closed/course-cancelled', {}),
  },
  whilePaused: 'all',
  endsByTime: ({ stage }) => stage === 'planned' || stage === 'invitation' || stage === 'teaching',
  wakes: (state, context) => [
    state.stage === 'invitation' && !state.counted ? minimumAt(datedOf(state), context) : null,
    state.stage === 'follow-up' ? nextFollowUp(state, context) : null,
  ],
  news: (state) => state.news,
});
