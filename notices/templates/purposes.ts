import type { CyclePurpose } from '../../contracts/cycle/terms.ts';
import { entryOf } from '../../contracts/entry.ts';
import type { Label } from '../../contracts/form.ts';
import type { KindName } from '../../contracts/kinds.ts';
import type { OfferingPurpose } from '../../contracts/offering/terms.ts';
import type { RoundWord } from '../../contracts/selection/terms.ts';
import type { Speech, Title } from './template.ts';

/** What the rounds of a selection are for, by the words for it. */
const OF_SELECTION: Readonly<Record<RoundWord, Label>> = {
  acknowledgement: { en: 'acknowledgement of the management measures', 'zh-CN': '管理办法确认' },
  endorsement: { en: 'endorsement', 'zh-CN': '支持表态' },
  nomination: { en: 'nomination', 'zh-CN': '提名' },
  agreement: { en: 'agreement of the line manager', 'zh-CN': '直接主管意见' },
  screening: { en: 'screening', 'zh-CN': '资格审查' },
  conflict: { en: 'declaration of conflicts of interest', 'zh-CN': '回避申报' },
  review: { en: 'expert review', 'zh-CN': '专家评审' },
  discussion: { en: 'discussion of differing reviews', 'zh-CN': '评审分歧讨论' },
  panel: { en: 'decision of the panel', 'zh-CN': '评审会决定' },
  objection: { en: 'objection', 'zh-CN': '异议' },
  acceptance: { en: 'acceptance of the appointment', 'zh-CN': '接受聘任' },
};

const OF_OFFERING: Readonly<Record<`offering-${OfferingPurpose}`, Label>> = {
  'offering-seats': { en: 'your seat in a course', 'zh-CN': '培训名额确认' },
  'offering-support': { en: 'what a participant is to bring back', 'zh-CN': '训前沟通' },
  'offering-attendance': { en: 'attendance', 'zh-CN': '考勤' },
  'offering-reaction': { en: 'course feedback', 'zh-CN': '课程反馈' },
  'offering-test': { en: 'test scores', 'zh-CN': '测试成绩' },
  'offering-transfer': { en: 'what came of a course at work', 'zh-CN': '培训成果在岗应用' },
  'offering-coaching': { en: 'on-the-job coaching', 'zh-CN': '在岗辅导' },
};

const OF_CYCLE: Readonly<Record<`cycle-${CyclePurpose}`, Label>> = {
  'cycle-mobilisation': { en: "your department's part in the training plan", 'zh-CN': '部门动员' },
  'cycle-ratings': { en: 'ability ratings of your people', 'zh-CN': '下属能力评定' },
  'cycle-self-ratings': { en: 'your own ability rating', 'zh-CN': '能力自评' },
  'cycle-talks': { en: 'performance talks and development plans', 'zh-CN': '绩效面谈与个人发展计划' },
  'cycle-signatures': { en: 'your development plan', 'zh-CN': '个人发展计划确认' },
  'cycle-needs': { en: 'training needs of your department', 'zh-CN': '部门培训需求' },
  'cycle-questions': { en: 'a question about a training need', 'zh-CN': '培训需求补充说明' },
  'cycle-commitments': { en: 'resource commitment', 'zh-CN': '资源承诺' },
  'cycle-approval': { en: 'approval of the training plan', 'zh-CN': '培训计划审批' },
  'cycle-changes': { en: 'change request to the training plan', 'zh-CN': '培训计划变更申请' },
};

/** What the rounds of each kind of process are for: a kind without its words is an error of the compiler. */
const OF_KIND = {
  organisation: {},
  round: {},
  selection: OF_SELECTION,
  offering: OF_OFFERING,
  cycle: OF_CYCLE,
} as const satisfies Readonly<Record<KindName, Readonly<Record<string, Label>>>>;

const purposes: Record<string, Label> = Object.assign({}, ...Object.values(OF_KIND));

/**
 * What the rounds of a kind from outside are for, by the code that they are opened with.
 * @throws where a code has its words already
 */
export function admitPurposes(of: Readonly<Record<string, Label>>): void {
  for (const [code, label] of Object.entries(of)) {
    if (Object.hasOwn(purposes, code))
      throw new Error(`What "${code}" is for has been said already; choose another word.`);
    purposes[code] = label;
  }
}

/** A known code in the reader's words; any other purpose as it was given. */
export function showPurpose(purpose: Title, speech: Speech): string {
  const known = typeof purpose === 'string' ? entryOf(purposes, purpose) : undefined;
  return speech.title(known ?? purpose);
}
