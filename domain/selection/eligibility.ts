import type { Label } from '../../contracts/form.ts';
import type { Instant } from '../../contracts/ids.ts';
import type { Eligibility, PerformanceRule } from '../../contracts/selection/terms.ts';
import type { Person } from '../organisation/state.ts';
import type { Agreement } from './state.ts';
import { localDay } from './timetable.ts';

/** Why an application may not go forward, or not without a person's word. */
export const REASONS = {
  left: { en: 'You no longer work here.', 'zh-CN': '您已不在职。' },
  grade: {
    en: 'Your grade is not among those who may apply, and you are no technical backbone or named expert.',
    'zh-CN': '您的职级不在申请范围内，且非技术骨干或指定专家。',
  },
  service: { en: 'Your time in the company is too short.', 'zh-CN': '您的司龄不足。' },
  'service-nearly': { en: 'Your time in the company is a little short.', 'zh-CN': '您的司龄略有不足。' },
  performance: { en: 'Your performance record is below what is asked for.', 'zh-CN': '您的绩效未达到要求。' },
  'performance-missing': { en: 'There is no performance record.', 'zh-CN': '缺少绩效记录。' },
  'agreement-refused': { en: 'Your manager has not agreed to the time needed.', 'zh-CN': '您的主管未同意所需时间。' },
  'agreement-silent': { en: 'Your manager has not answered.', 'zh-CN': '您的主管未答复。' },
  decided: { en: 'Whoever has screened it has decided so.', 'zh-CN': '经审查人员审查，未予通过。' },
} as const satisfies Record<string, Label>;
export type ReasonCode = keyof typeof REASONS;

/** What the rule says of an applicant: reasons against, and doubts that only a person can settle. */
export interface Verdict {
  readonly against: readonly ReasonCode[];
  readonly doubts: readonly ReasonCode[];
}

/** Applies the eligibility rule on a day. What is missing is a doubt, never a zero. */
export function judge(rule: Eligibility, person: Person | undefined, agreement: Agreement, now: Instant): Verdict {
  if (!person?.employed) return { against: ['left'], doubts: [] };
  const against: ReasonCode[] = [];
  const doubts: ReasonCode[] = [];
  if (admittedAs(rule, person) === null) against.push('grade');
  const short = rule.serviceMonths - serviceOf(person, now);
  if (short > rule.serviceMargin) against.push('service');
  else if (short > 0) doubts.push('service-nearly');
  const mean = meanOf(Object.values(person.performance));
  if (rule.performance !== null && mean === null) doubts.push('performance-missing');
  if (rule.performance !== null && mean !== null && mean < rule.performance) against.push('performance');
  if (agreement === 'refused') against.push('agreement-refused');
  if (agreement === 'silent') against.push('agreement-silent');
  return { against, doubts };
}

/** As what somebody is among those who may apply; null: as nothing. */
export function admittedAs(rule: Eligibility, person: Person): 'grade' | 'backbone' | 'expert' | null {
  if (rule.grades.includes(person.grade)) return 'grade';
  if (rule.technicalBackbones && person.technicalBackbone) return 'backbone';
  return rule.experts.includes(person.id) ? 'expert' : null;
}

/** For how many whole months somebody has been in the company. */
export function serviceOf({ hiredOn, timeZone }: Person, now: Instant): number {
  return monthsBetween(hiredOn, localDay(now, timeZone));
}

/** The performance record as a score: the mean of the scores of its latest years; null when there is no record. */
export function performanceScore(rule: PerformanceRule | null, person: Person | undefined): number | null {
  if (!rule || !person) return null;
  const latest = Object.entries(person.performance)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .slice(0, rule.years);
  const scores = latest.flatMap(([, grade]) => rule.scores[String(Math.round(grade)) as '1'] ?? []);
  return meanOf(scores);
}

/** Whole months from one day to another, YYYY-MM-DD. */
function monthsBetween(from: string, to: string): number {
  const [y1, m1, d1] = from.split('-').map(Number) as [number, number, number];
  const [y2, m2, d2] = to.split('-').map(Number) as [number, number, number];
  return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0);
}

function meanOf(values: readonly number[]): number | null {
  return values.length ? values.reduce((sum, v) => sum + v, 0) / values.length : null;
}
