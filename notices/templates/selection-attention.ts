import type { SelectionAttention } from '../../contracts/notices/selection.ts';
import { type AttentionWords, attentionTemplate, CALENDAR_ATTENTION } from './attention.ts';

/** What has happened, why the selection waits, and how to mend it; `{about}` is replaced. */
const WORDS: Readonly<Record<SelectionAttention, AttentionWords>> = {
  ...CALENDAR_ATTENTION,
  'measures-refused': {
    short: { en: 'The management measures are not acknowledged', 'zh-CN': '管理办法未获全部确认' },
    what: {
      en: 'The management measures have not been acknowledged by everybody who leads. Nothing opens before they are.',
      'zh-CN': '部分负责人未确认管理办法。全部确认之前，后续环节不会启动。',
    },
    mend: {
      en: 'Talk to these people and change the measures; everybody is asked again about the new version.',
      'zh-CN': '请与以下人员沟通并修改管理办法，新版本将重新征求全体负责人确认。',
    },
  },
  'departments-unreached': {
    short: { en: 'Departments that nobody has reached', 'zh-CN': '部分部门尚未送达' },
    what: {
      en: 'The call closes soon, and in these departments nobody has opened the notice.',
      'zh-CN': '申请即将截止，而以下部门尚无人查阅通知。',
    },
    mend: {
      en: 'Their heads have been told. Speak to them, or move the date on which the call closes.',
      'zh-CN': '已通知部门负责人。请与其沟通，或推迟申请截止时间。',
    },
  },
  'screener-missing': {
    short: { en: 'Nobody left to screen {about}', 'zh-CN': '{about} 缺少审查人' },
    what: {
      en: 'Nobody is left who may screen application {about}. The selection waits for it.',
      'zh-CN': '已无可审查申请 {about} 的人员，选拔因此等待。',
    },
    mend: {
      en: 'Decide the eligibility yourself, with a reason; you must not be involved in the application.',
      'zh-CN': '请由未参与该申请的人员裁定其资格，并说明理由。',
    },
  },
  'handler-missing': {
    short: { en: 'Nobody left to decide the objection {about}', 'zh-CN': '异议 {about} 缺少裁定人' },
    what: {
      en: 'Nobody is left who may decide the objection {about}; the selection waits for it.',
      'zh-CN': '已无可裁定异议 {about} 的人员，选拔因此等待。',
    },
    mend: {
      en: 'Name another handler who has not reviewed, or decide an objection to the screening yourself.',
      'zh-CN': '请增补一名未参与评审的异议处理人；资格审查异议也可由您裁定。',
    },
  },
  'reviewers-short': {
    short: { en: 'Too few reviewers', 'zh-CN': '评审专家不足' },
    what: {
      en: 'There are too few reviewers without a conflict of interest. The review does not open before there are enough.',
      'zh-CN': '无需回避的评审专家不足，评审在补足之前不会开始。',
    },
    mend: {
      en: 'Add reviewers, raise the limits of those there are, or lower the number of reviews for each application.',
      'zh-CN': '请增加评审专家、提高现有专家的评审上限，或减少每份申请的评审份数。',
    },
  },
  'review-waived': {
    short: { en: 'One review less for {about}', 'zh-CN': '{about} 少一份评审' },
    what: {
      en: 'A reviewer of application {about} has dropped out and nobody can take the place: the application has one review less.',
      'zh-CN': '申请 {about} 的一名评审专家退出且无人可以接替，该申请将少一份评审。',
    },
    mend: {
      en: 'The selection goes on. Add reviewers and reopen the review of this application if it should have them all.',
      'zh-CN': '选拔继续进行。如需补足评审，请增加评审专家并重新开启该申请的评审。',
    },
  },
  'no-quorum': {
    short: { en: 'No quorum in the panel', 'zh-CN': '评审会未达法定人数' },
    what: {
      en: 'Too few members of the panel have voted. Those whose ballot is missing are asked once more.',
      'zh-CN': '评审会投票人数未达到法定人数，已再次请未投票的成员投票。',
    },
    mend: {
      en: 'Speak to the members who have not voted; the decision waits for the quorum.',
      'zh-CN': '请与未投票的成员沟通；达到法定人数后方可作出决定。',
    },
  },
  'certificates-missing': {
    short: { en: 'Certificates that were not printed', 'zh-CN': '部分聘书未能生成' },
    what: {
      en: 'The certificates of some people could not be printed. They are appointed all the same and have been told so.',
      'zh-CN': '以下人员的聘书未能生成。聘任不受影响，已通知本人。',
    },
    mend: {
      en: 'Write their certificates by hand, and tell whoever looks after Rostrum: its log says what was wrong.',
      'zh-CN': '请为其另行制作聘书，并告知系统管理人员：日志中记有原因。',
    },
  },
  'applicant-left': {
    short: { en: 'An applicant has left: {about}', 'zh-CN': '申请人已离职：{about}' },
    what: {
      en: 'Whoever made application {about} has left the company: the application is out, and what was open about it is taken back.',
      'zh-CN': '申请 {about} 的申请人已离职：该申请已退出选拔，与之相关的待办任务已收回。',
    },
    mend: {
      en: 'The selection goes on by itself, and a seat that has come free goes as the terms say. Should the personnel record be wrong, correct it; until the review opens you can allow a late application.',
      'zh-CN': '选拔将自动继续，空出的名额按选拔方案处理。如人事信息有误，请予更正；评审开始前可允许其补交申请。',
    },
  },
  'judge-left': {
    short: { en: 'Somebody who judges has left', 'zh-CN': '评审人员已离职' },
    what: {
      en: 'Somebody who judges in this selection, or was asked for something, has left the company; what they had not answered is taken back and goes to somebody else where others may answer it:',
      'zh-CN': '以下承担评审、审查等工作或有待办任务的人员已离职；其未完成的任务已收回，可由他人办理的将改由他人办理：',
    },
    mend: {
      en: 'The selection goes on by itself: reviews are matched anew, and a ballot that will not come is not waited for. Name others in their place if there are too few.',
      'zh-CN': '选拔将自动继续：评审将重新分配，不再等待其投票。如人手不足，请增补人员。',
    },
  },
};

/** To operations: what waits in a selection, and how to mend it. */
export const attention = attentionTemplate(WORDS, { en: 'Open the selection', 'zh-CN': '打开选拔' });
