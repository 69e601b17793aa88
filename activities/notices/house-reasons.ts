import { SYSTEM } from '../../contracts/ids.ts';
import type { Locale } from '../../notices/reader.ts';

/** The reasons that the engine itself gives for what it does to a round, in Chinese; each is a sentence in domain/. */
const IN_CHINESE: Readonly<Record<string, string>> = {
  'The reviewer has declared a conflict of interest.': '评审专家已申报回避。',
  'Another reviewer has been matched.': '已改由其他专家评审。',
  'The application has changed.': '申请内容已变更。',
  'The application was withdrawn.': '申请已撤回。',
  'The date was moved.': '时间安排已调整。',
  'The selection has gone on.': '选拔已进入后续环节。',
  'The cycle has gone on.': '周期已进入后续环节。',
  'The cycle is paused.': '周期已暂停。',
  'The cycle goes on.': '周期已恢复。',
  'The cycle was cancelled.': '周期已取消。',
  'The person asked before has left the company.': '原联系人已离职。',
  'The employee has another supervisor now.': '该员工的直接主管已变更。',
  'The employee has left the company or holds another post now.': '该员工已离职或已调岗。',
  'The development plan has changed.': '个人发展计划已变更。',
  'The rating scale has changed.': '评定标准已更新。',
  'The post is new to the round.': '新增岗位。',
  'The need has changed.': '需求已变更。',
  'The request was withdrawn.': '申请已撤回。',
  'The course was moved.': '课程已改期。',
  'The course was cancelled.': '课程已取消。',
  'The course has gone on.': '课程已进入后续环节。',
  'The seat is not needed any more.': '该名额已不再需要。',
  'The responsible person has changed.': '责任人已变更。',
  'The person has left the company.': '该员工已离职。',
  'You were not there.': '您未参加课程。',
};

/** A reason as the reader is told it: people's own words stay as they are, the engine's are in the reader's language. */
export function sayReason(reason: string | null, actor: string, locale: Locale): string | null {
  if (reason === null || actor !== SYSTEM || locale === 'en') return reason;
  return IN_CHINESE[reason] ?? reason;
}

/** True when the engine's reason can be told in Chinese. */
export function isKnownReason(reason: string): boolean {
  return Object.hasOwn(IN_CHINESE, reason);
}
