import type { AttentionWords } from './attention.ts';

/** What may wait for operations while needs are summarised and sourced. */
export const NEEDS_ATTENTION = {
  'needs-without-source': {
    short: { en: 'Needs without a source', 'zh-CN': '部分需求没有培训来源' },
    what: {
      en: 'These merged needs have no source: neither an internal trainer nor an outside provider can meet them, and the rules do not allow coaching.',
      'zh-CN': '以下合并需求没有培训来源：内训师和外部机构均无法承担，且规则未允许在岗辅导。',
    },
    mend: {
      en: 'Add a course, a trainer or a quote, and they are sourced anew; or choose a source for them yourself, with a reason. Otherwise they are cut.',
      'zh-CN': '请补充课程、内训师或报价，系统将重新确定来源；也可说明理由后由人工选定。否则这些需求将被削减。',
    },
  },
} satisfies Readonly<Record<string, AttentionWords>>;
