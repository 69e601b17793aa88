import type { TFunction } from 'i18next';
import type { Task } from '../api/task.ts';

type Silence = Task['policy']['silence'];

/** What is asked where silence has a meaning of its own, and the rule of the house under which it has it. */
export const OWN_SILENCE: Readonly<Record<string, Silence>> = {
  acknowledgement: 'consent',
  endorsement: 'nil',
  nomination: 'nil',
  agreement: 'nil',
  acceptance: 'nil',
  'cycle-mobilisation': 'consent',
  'cycle-ratings': 'nil',
  'cycle-self-ratings': 'nil',
  'cycle-talks': 'nil',
  'cycle-signatures': 'nil',
  'cycle-needs': 'nil',
  'cycle-questions': 'nil',
  'cycle-commitments': 'nil',
  'cycle-approval': 'wait',
  'cycle-changes': 'wait',
  'offering-seats': 'nil',
  'offering-support': 'nil',
  'offering-attendance': 'wait',
  'offering-reaction': 'nil',
  'offering-test': 'nil',
  'offering-transfer': 'nil',
  'offering-coaching': 'nil',
};

/** What it means if nobody answers: terms may say otherwise than the house, and are then said as they are. */
export function silenceOf(t: TFunction, { purpose, policy }: Pick<Task, 'purpose' | 'policy'>): string {
  return OWN_SILENCE[purpose] === policy.silence
    ? t(`answer.silence.about.${purpose}`)
    : t(`answer.silence.by.${policy.silence}`);
}
