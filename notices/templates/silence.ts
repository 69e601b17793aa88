import { z } from 'zod';
import type { Label } from '../../contracts/form.ts';

/** What counts when nothing is heard, for whoever has only to say yes or no. */
const MEANINGS = {
  'agreement.nil': {
    en: 'If you do not answer in time, the application cannot go forward.',
    'zh-CN': '逾期未答复，该申请将不能进入下一环节。',
  },
  'agreement.consent': {
    en: 'If you do not answer in time, that counts as agreement.',
    'zh-CN': '逾期未答复，视为同意。',
  },
  'acceptance.nil': {
    en: 'You are chosen, and the seat is yours once you accept. If you do not answer in time, it is yours no longer.',
    'zh-CN': '您已入选，接受后即获得名额。逾期未答复，视为放弃名额。',
  },
  'acceptance.consent': {
    en: 'You are chosen. If you do not answer in time, that counts as accepted.',
    'zh-CN': '您已入选。逾期未答复，视为接受。',
  },
} as const satisfies Record<string, Label>;
type Meaning = keyof typeof MEANINGS;

/** Which of them a letter tells; null: none of them. */
export const IfSilent = z
  .enum(Object.keys(MEANINGS) as [Meaning, ...Meaning[]])
  .nullable()
  .default(null);

/** Which of them is so in rounds of a purpose with that policy; null: none. */
export function ifSilentIn(purpose: string, silence: string): Meaning | null {
  const known = `${purpose}.${silence}`;
  return known in MEANINGS ? (known as Meaning) : null;
}

export const ifSilentEn = (meaning: Meaning | null) => meaning !== null && MEANINGS[meaning].en;
export const ifSilentZh = (meaning: Meaning | null) => meaning !== null && MEANINGS[meaning]['zh-CN'];
