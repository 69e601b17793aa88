import type { Label } from '../../contracts/form.ts';
import { type HouseReason, type HouseReasonCode, isHouseReason } from '../../contracts/reasons.ts';
import type { Locale } from '../../notices/reader.ts';

/** The reasons that the engine itself gives, in words; `{about}` is what the reason is about. */
const WORDS: Readonly<Record<HouseReasonCode, Label>> = {
  'applicant-left': { en: 'The applicant has left the company.', 'zh-CN': '申请人已离职。' },
  'application-changed': { en: 'The application has changed.', 'zh-CN': '申请内容已变更。' },
  'application-withdrawn': { en: 'The application was withdrawn.', 'zh-CN': '申请已撤回。' },
  'change-request': { en: 'Change request {about}', 'zh-CN': '变更申请 {about}' },
  'conflict-arisen': {
    en: 'A change in the organisation keeps you from it; somebody else takes it over.',
    'zh-CN': '因组织调整您需要回避，改由其他人员处理。',
  },
  'conflict-declared': { en: 'The reviewer has declared a conflict of interest.', 'zh-CN': '评审专家已申报回避。' },
  'course-cancelled': { en: 'The course was cancelled.', 'zh-CN': '课程已取消。' },
  'course-gone-on': { en: 'The course has gone on.', 'zh-CN': '课程已进入后续环节。' },
  'course-moved': { en: 'The course was moved.', 'zh-CN': '课程已改期。' },
  'cycle-cancelled': { en: 'The cycle was cancelled.', 'zh-CN': '周期已取消。' },
  'procedure-cancelled': { en: 'The procedure was cancelled.', 'zh-CN': '流程已取消。' },
  'procedure-gone-on': { en: 'The procedure has gone on.', 'zh-CN': '流程已进入后续环节。' },
  'procedure-paused': { en: 'The procedure is paused.', 'zh-CN': '流程已暂停。' },
  'procedure-resumed': { en: 'The procedure goes on.', 'zh-CN': '流程已恢复。' },
  'cycle-gone-on': { en: 'The cycle has gone on.', 'zh-CN': '周期已进入后续环节。' },
  'cycle-paused': { en: 'The cycle is paused.', 'zh-CN': '周期已暂停。' },
  'cycle-resumed': { en: 'The cycle goes on.', 'zh-CN': '周期已恢复。' },
  'date-moved': { en: 'The date was moved.', 'zh-CN': '时间安排已调整。' },
  'employee-gone': {
    en: 'The employee has left the company or holds another post now.',
    'zh-CN': '该员工已离职或已调岗。',
  },
  'gap-closed': { en: 'The new ratings no longer show this gap.', 'zh-CN': '最新评定结果已不再显示该差距。' },
  'handed-over': { en: 'Somebody else runs it from now on.', 'zh-CN': '已由他人接手负责。' },
  'handler-replaced': { en: 'Somebody else decides the objection.', 'zh-CN': '已改由其他人员裁定该异议。' },
  'idp-changed': { en: 'The development plan has changed.', 'zh-CN': '个人发展计划已变更。' },
  'judge-applied': {
    en: 'You have applied yourself; somebody else decides.',
    'zh-CN': '您本人已提交申请，改由其他人员处理。',
  },
  'judge-objected': {
    en: 'You have objected yourself; somebody else decides.',
    'zh-CN': '您本人已提出异议，改由其他人员裁定。',
  },
  'need-changed': { en: 'The need has changed.', 'zh-CN': '需求已变更。' },
  'person-left': { en: 'The person has left the company.', 'zh-CN': '该员工已离职。' },
  'post-new': { en: 'The post is new to the round.', 'zh-CN': '新增岗位。' },
  'request-withdrawn': { en: 'The request was withdrawn.', 'zh-CN': '申请已撤回。' },
  'responsible-changed': { en: 'The responsible person has changed.', 'zh-CN': '责任人已变更。' },
  'review-waived-full-panel': {
    en: 'Everybody reviews each application; nobody takes the place.',
    'zh-CN': '全体专家均已参与评审，不再补足。',
  },
  'review-waived-nobody-left': { en: 'Nobody is left to take the place.', 'zh-CN': '已无可接替的评审专家。' },
  'reviewer-matched': { en: 'Another reviewer has been matched.', 'zh-CN': '已改由其他专家评审。' },
  'reviewer-replaced': { en: 'Another reviewer takes the place.', 'zh-CN': '已由其他专家接替评审。' },
  'scale-changed': { en: 'The rating scale has changed.', 'zh-CN': '评定标准已更新。' },
  'screener-replaced': { en: 'Somebody else screens the application.', 'zh-CN': '已改由其他人员审查该申请。' },
  'seat-gone': { en: 'The seat is not needed any more.', 'zh-CN': '该名额已不再需要。' },
  'selection-cancelled': { en: 'The selection was cancelled.', 'zh-CN': '选拔已取消。' },
  'selection-gone-on': { en: 'The selection has gone on.', 'zh-CN': '选拔已进入后续环节。' },
  'selection-paused': { en: 'The selection is paused.', 'zh-CN': '选拔已暂停。' },
  'selection-resumed': { en: 'The selection goes on.', 'zh-CN': '选拔已恢复。' },
  'speaker-left': { en: 'The person asked before has left the company.', 'zh-CN': '原联系人已离职。' },
  'supervisor-away': {
    en: 'The supervisor is on leave until after the answer was due; somebody else answers in their place.',
    'zh-CN': '直接主管休假至答复期限之后，改由他人代为答复。',
  },
  'supervisor-changed': { en: 'The employee has another supervisor now.', 'zh-CN': '该员工的直接主管已变更。' },
  'was-absent': { en: 'You were not there.', 'zh-CN': '您未参加课程。' },
};

/** A reason of the engine in the reader's language. */
export function sayReason({ code, about = '' }: HouseReason, locale: Locale): string {
  return WORDS[code][locale].replace('{about}', () => about);
}

/** The words of a reason that an event holds: people's as they are once unsealed, the engine's in the reader's language. */
export function reasonWords(reason: unknown, locale: Locale): string | null {
  if (isHouseReason(reason)) return sayReason(reason, locale);
  return typeof reason === 'string' && reason !== '' ? reason : null;
}
