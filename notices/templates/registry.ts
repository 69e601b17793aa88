import type { z } from 'zod';
import { type NoticeName, noticesOf } from '../../contracts/notices/all.ts';
import type { Letter } from '../letter.ts';
import type { Reader } from '../reader.ts';
import { cycleAttention } from './cycle-attention.ts';
import { departmentSilent, methodChanged, mobilisation, planDisputed, speaker, steered } from './cycle-front.ts';
import { changeDecided, planFrozen } from './cycle-plan.ts';
import { absent, attention as courseAttention } from './offering-attention.ts';
import { cancelled as courseCancelled, moved, removed } from './offering-changes.ts';
import {
  away,
  invitation as courseInvitation,
  noSeat,
  passedOver,
  seat,
  support,
  waiting,
} from './offering-invitation.ts';
import { briefing, released, trainer, trainerChanged } from './offering-trainer.ts';
import { alarm, procedureHandedOver, role } from './operations.ts';
import { orderRefused } from './refused-order.ts';
import { escalation, invitation, reminder } from './round-asks.ts';
import { delegated, extended, handedOver, reassigned, reopened, withdrawn } from './round-changes.ts';
import { agreement, applicationReceived, ineligible, lateAllowed } from './selection-application.ts';
import { attention } from './selection-attention.ts';
import { news } from './selection-news.ts';
import { nominated, nominationAnswered } from './selection-nomination.ts';
import { noticeMoved, objectionReceived, objectionResolved, publicNotice } from './selection-notice.ts';
import { call, criteriaCorrected, measures, publicity } from './selection-publicity.ts';
import { appointed, result } from './selection-result.ts';
import { steered as selectionSteered } from './selection-steered.ts';
import { cancelled, decisionReturned, reviewer, unreached } from './selection-team.ts';
import { link } from './session.ts';
import type { Template } from './template.ts';

/** A letter of the table that nobody writes, or one that is written and not in it, is an error of the compiler. */
type Writing = Readonly<Record<NoticeName, { facts: z.ZodType; write: (facts: never, reader: Reader) => Letter }>>;

/** Every letter of the house, by the name that the outbox carries. */
export const templates = {
  'round.invitation': invitation,
  'round.reminder': reminder,
  'round.escalation': escalation,
  'round.delegated': delegated,
  'round.reassigned': reassigned,
  'round.handedOver': handedOver,
  'round.extended': extended,
  'round.withdrawn': withdrawn,
  'round.reopened': reopened,
  'selection.measures': measures,
  'selection.publicity': publicity,
  'selection.call': call,
  'selection.criteriaCorrected': criteriaCorrected,
  'selection.nominated': nominated,
  'selection.nominationAnswered': nominationAnswered,
  'selection.unreached': unreached,
  'selection.lateAllowed': lateAllowed,
  'selection.applicationReceived': applicationReceived,
  'selection.agreement': agreement,
  'selection.ineligible': ineligible,
  'selection.reviewer': reviewer,
  'selection.decisionReturned': decisionReturned,
  'selection.publicNotice': publicNotice,
  'selection.objectionReceived': objectionReceived,
  'selection.objectionResolved': objectionResolved,
  'selection.noticeMoved': noticeMoved,
  'selection.result': result,
  'selection.appointed': appointed,
  'selection.steered': selectionSteered,
  'selection.cancelled': cancelled,
  'selection.attention': attention,
  'selection.news': news,
  'offering.invitation': courseInvitation,
  'offering.seat': seat,
  'offering.passedOver': passedOver,
  'offering.waiting': waiting,
  'offering.noSeat': noSeat,
  'offering.away': away,
  'offering.support': support,
  'offering.trainer': trainer,
  'offering.briefing': briefing,
  'offering.released': released,
  'offering.trainerChanged': trainerChanged,
  'offering.moved': moved,
  'offering.cancelled': courseCancelled,
  'offering.removed': removed,
  'offering.absent': absent,
  'offering.attention': courseAttention,
  'cycle.mobilisation': mobilisation,
  'cycle.speaker': speaker,
  'cycle.methodChanged': methodChanged,
  'cycle.planDisputed': planDisputed,
  'cycle.steered': steered,
  'cycle.departmentSilent': departmentSilent,
  'cycle.planFrozen': planFrozen,
  'cycle.changeDecided': changeDecided,
  'cycle.attention': cycleAttention,
  'operations.alarm': alarm,
  'operations.orderRefused': orderRefused,
  'operations.handedOver': procedureHandedOver,
  'operations.role': role,
  'session.link': link,
} as const satisfies Writing;

const known = new Map<string, Template>(Object.entries(templates) as unknown as [string, Template][]);

/** Who writes a letter, of the house or of a kind from outside; undefined where nobody does. */
export function templateOf(name: string): Template | undefined {
  return known.get(name);
}

/**
 * Who writes the letters of a kind from outside.
 * @throws where one of its letters is written by nobody, or twice
 */
export function admitTemplates(kind: string, of: Readonly<Record<string, Template>>): void {
  const missing = noticesOf(kind).find((name) => !Object.hasOwn(of, name));
  if (missing !== undefined) throw new Error(`Nobody writes the letter "${missing}"; give it its template.`);
  for (const [name, template] of Object.entries(of)) {
    if (known.has(name)) throw new Error(`Who writes the letter "${name}" has been said already.`);
    known.set(name, template);
  }
}
