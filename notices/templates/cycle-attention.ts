import type { CycleAttention } from '../../contracts/notices/cycle.ts';
import { type AttentionWords, attentionTemplate } from './attention.ts';
import { FRONT_ATTENTION } from './cycle-front-attention.ts';
import { NEEDS_ATTENTION } from './cycle-needs-attention.ts';
import { PLAN_ATTENTION } from './cycle-plan-attention.ts';

/** What has happened and waits for operations, and how to mend it; each part of the cycle has its words in its own file. */
const WORDS: Readonly<Record<CycleAttention, AttentionWords>> = {
  ...FRONT_ATTENTION,
  ...NEEDS_ATTENTION,
  ...PLAN_ATTENTION,
};

/** To operations: what waits in a cycle, and how to mend it. */
export const cycleAttention = attentionTemplate(WORDS, { en: 'Open the cycle', 'zh-CN': '打开周期' });
