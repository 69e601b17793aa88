import type { Label } from '../../contracts/form.ts';
import type { Speech, Title } from './template.ts';

/** What a round is for, by the code it was opened with. */
const PURPOSES: Readonly<Record<string, Label>> = {
  review: { en: 'expert review', 'zh-CN': '专家评审' },
  lecture: { en: 'trial lecture', 'zh-CN': '试讲' },
  endorsement: { en: 'endorsement', 'zh-CN': '支持表态' },
  nomination: { en: 'nomination', 'zh-CN': '提名' },
  agreement: { en: 'agreement of the line manager', 'zh-CN': '直接主管意见' },
  screening: { en: 'screening', 'zh-CN': '资格审查' },
  objection: { en: 'objection', 'zh-CN': '异议' },
  acknowledgement: { en: 'acknowledgement of the management measures', 'zh-CN': '管理办法确认' },
  confirmation: { en: 'confirmation', 'zh-CN': '确认' },
  rating: { en: 'ability rating', 'zh-CN': '能力评定' },
  need: { en: 'training need', 'zh-CN': '培训需求' },
  approval: { en: 'approval', 'zh-CN': '审批' },
  commitment: { en: 'resource commitment', 'zh-CN': '资源承诺' },
  feedback: { en: 'course feedback', 'zh-CN': '课程反馈' },
  renewal: { en: 'renewal of the appointment', 'zh-CN': '续聘' },
};

/** A known code in the reader's words; any other purpose as it was given. */
export function showPurpose(purpose: Title, speech: Speech): string {
  const known = typeof purpose === 'string' ? PURPOSES[purpose] : undefined;
  return speech.title(known ?? purpose);
}
