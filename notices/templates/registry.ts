import { alarm } from './operations.ts';
import { escalation, invitation, reminder } from './round-asks.ts';
import { delegated, extended, reassigned, reopened, withdrawn } from './round-changes.ts';
import { applicationReceived, ineligible, nominated } from './selection-application.ts';
import { objectionReceived, objectionResolved, publicNotice } from './selection-notice.ts';
import { call, criteriaCorrected, measures, publicity } from './selection-publicity.ts';
import { appointed, result } from './selection-result.ts';

/** Every notice that Rostrum can send, by the name that the outbox carries. */
export const templates = {
  'round.invitation': invitation,
  'round.reminder': reminder,
  'round.escalation': escalation,
  'round.delegated': delegated,
  'round.reassigned': reassigned,
  'round.extended': extended,
  'round.withdrawn': withdrawn,
  'round.reopened': reopened,
  'selection.measures': measures,
  'selection.publicity': publicity,
  'selection.call': call,
  'selection.criteriaCorrected': criteriaCorrected,
  'selection.nominated': nominated,
  'selection.applicationReceived': applicationReceived,
  'selection.ineligible': ineligible,
  'selection.publicNotice': publicNotice,
  'selection.objectionReceived': objectionReceived,
  'selection.objectionResolved': objectionResolved,
  'selection.result': result,
  'selection.appointed': appointed,
  'operations.alarm': alarm,
} as const;

export type TemplateName = keyof typeof templates;
