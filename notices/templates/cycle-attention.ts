import { z } from 'zod';
import { CYCLE_ATTENTIONS, type CycleAttention } from '../../contracts/notices/cycle.ts';
import type { AttentionWords } from './attention.ts';
import { FRONT_ATTENTION } from './cycle-front-attention.ts';
import { NEEDS_ATTENTION } from './cycle-needs-attention.ts';
import { PLAN_ATTENTION } from './cycle-plan-attention.ts';
import { Count, Link, type Title as Naming, Title, template } from './template.ts';

const Attention = z.object({
  cycleTitle: Title,
  /** Which of the words below. */
  what: z.enum(CYCLE_ATTENTIONS),
  /** What it is about: a department, a commitment, a change request, a step, a stage, an offering. */
  about: Title.nullish(),
  /** Names of people, limits, needs or posts. */
  names: z.array(Title).default([]),
  count: Count.nullish(),
  link: Link.default('/'),
});
type Attention = z.infer<typeof Attention>;

/** What has happened and waits for operations, and how to mend it; each part of the cycle has its words in its own file. */
const WORDS: Readonly<Record<CycleAttention, AttentionWords>> = {
  ...FRONT_ATTENTION,
  ...NEEDS_ATTENTION,
  ...PLAN_ATTENTION,
};

/** To operations: what waits in a cycle, and how to mend it. */
export const cycleAttention = template(Attention, {
  en: (f, say) => {
    const { short, what, mend } = WORDS[f.what];
    return {
      subject: `${filled(short.en, f, say.title)}: ${say.title(f.cycleTitle)}`,
      body: [
        `“${say.title(f.cycleTitle)}”: ${filled(what.en, f, say.title)}`,
        ...list(f, say.title),
        f.count != null && `In all: ${f.count}.`,
        `How to mend it: ${filled(mend.en, f, say.title)}`,
      ],
      action: { label: 'Open the cycle', path: f.link },
    };
  },
  'zh-CN': (f, say) => {
    const { short, what, mend } = WORDS[f.what];
    return {
      subject: `${filled(short['zh-CN'], f, say.title)}：${say.title(f.cycleTitle)}`,
      body: [
        `“${say.title(f.cycleTitle)}”：${filled(what['zh-CN'], f, say.title)}`,
        ...list(f, say.title),
        f.count != null && `合计：${f.count}。`,
        `处理方法：${filled(mend['zh-CN'], f, say.title)}`,
      ],
      action: { label: '打开周期', path: f.link },
    };
  },
});

function filled(text: string, { about }: Attention, title: (t: Naming) => string): string {
  return text.replaceAll('{about}', () => (about ? title(about) : '-'));
}

function list({ names }: Attention, title: (t: Naming) => string) {
  return names.length ? [{ list: names.map(title) }] : [];
}
