import type { Agreement, Sentence } from './statistics.ts';

const KRIPPENDORFF = 'Krippendorff, Content Analysis, 2nd ed., 2004, ch. 11';
const SHROUT = 'Shrout and Fleiss, Psychological Bulletin 86, 1979, 420-428';
const KENDALL = 'Kendall, Rank Correlation Methods, 4th ed., 1970, ch. 6';

/** A sentence on each statistic that could be computed, and one on those that could not. */
export function agreementSentences(a: Omit<Agreement, 'sentences'>): Sentence[] {
  return [
    ...alphaSentence(a.alpha.interval),
    ...singleSentence(a.icc['2,1'] ?? a.icc['1,1']),
    ...averageSentence(a.icc['2,k'] ?? a.icc['1,k']),
    ...kendallSentence(a.kendall_w),
    ...(a.complete ? [] : [missing]),
  ];
}

const missing: Sentence = {
  statistic: 'missing',
  en: 'Not every reviewer has scored every application, so ICC (2,·), ICC (3,·) and W cannot be computed.',
  'zh-CN': '并非每位评审都评了每份申请，因此无法计算 ICC (2,·)、ICC (3,·) 和 W。',
  source: SHROUT,
};

function alphaSentence(value: number | null): Sentence[] {
  if (value === null) return [];
  const [en, zh] =
    value >= 0.8
      ? ['the scores can be relied on', '评分可靠']
      : value >= 0.667
        ? ['the scores allow tentative conclusions only', '评分只能支持初步结论']
        : ['the scores of single reviewers should not be relied on', '不宜依赖单个评审的评分'];
  return [
    {
      statistic: 'alpha',
      en: `Krippendorff's alpha (interval) is ${value.toFixed(2)}, where 1 is perfect agreement and 0 is chance: ${en}.`,
      'zh-CN': `克里彭多夫 α（定距）为 ${value.toFixed(2)}（1 为完全一致，0 为随机）：${zh}。`,
      source: KRIPPENDORFF,
    },
  ];
}

function singleSentence(value: number | null): Sentence[] {
  if (value === null) return [];
  const share = percent(value);
  return [
    {
      statistic: 'icc-single',
      en: `About ${share} % of the differences between single scores come from the applications, the rest from the reviewers.`,
      'zh-CN': `单个评分之间的差异约有 ${share} % 来自申请本身，其余来自评审。`,
      source: SHROUT,
    },
  ];
}

function averageSentence(value: number | null): Sentence[] {
  if (value === null) return [];
  const share = percent(value);
  return [
    {
      statistic: 'icc-average',
      en: `In the averages over reviewers, about ${share} % of the differences come from the applications.`,
      'zh-CN': `取各评审平均后，差异约有 ${share} % 来自申请本身。`,
      source: SHROUT,
    },
  ];
}

function kendallSentence(value: number | null): Sentence[] {
  if (value === null) return [];
  const [en, zh] = value >= 0.7 ? ['strongly', '高度'] : value >= 0.5 ? ['moderately', '中等程度'] : ['weakly', '很少'];
  return [
    {
      statistic: 'kendall-w',
      en: `Kendall's W is ${value.toFixed(2)}: the reviewers agree ${en} about the order.`,
      'zh-CN': `肯德尔 W 为 ${value.toFixed(2)}：评审对先后次序${zh}一致。`,
      source: KENDALL,
    },
  ];
}

function percent(value: number): string {
  return (100 * Math.max(0, value)).toFixed(0);
}
