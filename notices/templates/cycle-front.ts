import { z } from 'zod';
import type { Label } from '../../contracts/form.ts';
import { StandIns, standInEn, standInZh } from './stand-in.ts';
import { At, Count, Day, Link, Title, template, Words } from './template.ts';

const Mobilisation = z.object({
  procedureTitle: Title,
  /** The departments that the reader is asked about. */
  departments: z.array(Title).min(1),
  standsInFor: StandIns,
  /** The days that the plan covers. */
  from: Day,
  to: Day,
  answerBy: At,
  ratingsBy: At.nullish(),
  needsBy: At.nullish(),
  /** What the company wants to be good at in this period. */
  priorities: z.array(Title).default([]),
  link: Link.default('/desk'),
});

/** To a head: what is asked of the department, why, and by when. */
export const mobilisation = template(Mobilisation, {
  en: (f, say) => ({
    subject: `Your department's part in ${say.title(f.procedureTitle)} (by ${say.brief(f.answerBy)})`,
    body: [
      `“${say.title(f.procedureTitle)}” decides which training your people get from ${say.day(f.from)} to ${say.day(f.to)}. You are asked to answer for:`,
      { list: f.departments.map(say.title) },
      standInEn(f.standsInFor, say),
      'Budget, rooms and trainers go to the needs that departments put forward.',
      'This is what is asked:',
      {
        list: [
          `by ${say.at(f.answerBy)}: say whether your department takes part, and who speaks for it`,
          ...(f.ratingsBy ? [`by ${say.at(f.ratingsBy)}: supervisors rate the abilities of their people`] : []),
          ...(f.needsBy ? [`by ${say.at(f.needsBy)}: confirm, rank and add the needs of your department`] : []),
        ],
      },
      f.priorities.length > 0 && 'The priorities of the period:',
      f.priorities.length > 0 && { list: f.priorities.map(say.title) },
      'Your first answer takes about five minutes. Without one, the department takes part and you speak for it.',
    ],
    action: { label: 'Answer for the department', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `${say.title(f.procedureTitle)}：请贵部门参与（${say.brief(f.answerBy)} 前）`,
    body: [
      `“${say.title(f.procedureTitle)}”将确定贵部门员工自${say.day(f.from)}至${say.day(f.to)}的培训安排。请您代表以下部门答复：`,
      { list: f.departments.map(say.title) },
      standInZh(f.standsInFor, say),
      '预算、场地和讲师将根据各部门提出的需求安排。',
      '需要您办理的事项：',
      {
        list: [
          `${say.at(f.answerBy)} 前：确认是否参与，并指定部门代表`,
          ...(f.ratingsBy ? [`${say.at(f.ratingsBy)} 前：直接主管评定下属能力`] : []),
          ...(f.needsBy ? [`${say.at(f.needsBy)} 前：确认、排序并补充本部门培训需求`] : []),
        ],
      },
      f.priorities.length > 0 && '本期重点：',
      f.priorities.length > 0 && { list: f.priorities.map(say.title) },
      '首次答复约需五分钟。如未答复，视为贵部门参与，并由您代表。',
    ],
    action: { label: '代表部门答复', path: f.link },
  }),
});

/** To a delegate: they speak for a department from now on. */
export const speaker = template(
  z.object({
    procedureTitle: Title,
    department: Title,
    /** Who has named the reader. */
    by: z.string().nullish(),
    needsBy: At.nullish(),
    link: Link.default('/desk'),
  }),
  {
    en: (f, say) => ({
      subject: `You speak for ${say.title(f.department)}: ${say.title(f.procedureTitle)}`,
      body: [
        `${f.by ?? 'The head of the department'} has named you to speak for ${say.title(f.department)} in “${say.title(f.procedureTitle)}”.`,
        f.needsBy != null &&
          `You will be asked to confirm and rank the department's training needs, by ${say.at(f.needsBy)}.`,
      ],
      action: { label: 'Open your tasks', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `您已被指定为${say.title(f.department)}代表：${say.title(f.procedureTitle)}`,
      body: [
        `${f.by ?? '部门负责人'}已指定您在“${say.title(f.procedureTitle)}”中代表${say.title(f.department)}。`,
        f.needsBy != null && `届时将请您确认并排序本部门的培训需求，截止时间为 ${say.at(f.needsBy)}。`,
      ],
      action: { label: '查看任务', path: f.link },
    }),
  },
);

/** To whoever works by a method of the toolkit: there is a new version. */
export const methodChanged = template(
  z.object({ procedureTitle: Title, method: Title, version: Count, reason: Words, link: Link.default('/desk') }),
  {
    en: (f, say) => ({
      subject: `New version: ${say.title(f.method)} (version ${f.version}): ${say.title(f.procedureTitle)}`,
      body: [
        `“${say.title(f.method)}” in “${say.title(f.procedureTitle)}” has a new version, ${f.version}. It holds for whatever you have not begun; what you have drafted or answered stays as it is.`,
        f.reason && `Reason: ${f.reason}`,
      ],
      action: { label: 'Open your tasks', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `方法已更新：${say.title(f.method)}（第 ${f.version} 版）：${say.title(f.procedureTitle)}`,
      body: [
        `“${say.title(f.procedureTitle)}”中的“${say.title(f.method)}”已更新为第 ${f.version} 版。新版适用于您尚未开始的任务；已保存草稿或已提交的任务保持不变。`,
        f.reason && `原因：${f.reason}`,
      ],
      action: { label: '查看任务', path: f.link },
    }),
  },
);

/** To a supervisor: an employee does not agree with the development plan. */
export const planDisputed = template(
  z.object({ procedureTitle: Title, person: z.string(), link: Link.default('/desk') }),
  {
    en: (f, say) => ({
      subject: `${f.person} does not agree with the development plan: ${say.title(f.procedureTitle)}`,
      body: [
        `${f.person} has read the development plan from your talk in “${say.title(f.procedureTitle)}” and does not agree with it. That is on record, and it is no fault of either of you.`,
        'Please talk once more. If the plan changes, ask the training department to reopen your record of the talk; otherwise the disagreement stands beside the plan.',
      ],
      action: { label: 'Open your tasks', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `${f.person}对个人发展计划有异议：${say.title(f.procedureTitle)}`,
      body: [
        `${f.person}已阅读“${say.title(f.procedureTitle)}”面谈形成的个人发展计划，表示不同意。该意见已如实记录。`,
        '请再次沟通。如计划有调整，请联系培训管理部门重新打开面谈记录；否则该异议将随计划一并保留。',
      ],
      action: { label: '查看任务', path: f.link },
    }),
  },
);

const STEERED = ['paused', 'resumed', 'reopened', 'cancelled'] as const;
const STEPS: Readonly<Record<(typeof STEERED)[number], { readonly subject: Label; readonly body: Label }>> = {
  paused: {
    subject: { en: 'Paused', 'zh-CN': '已暂停' },
    body: {
      en: 'is paused. Nothing is due while it is; you will hear when it goes on.',
      'zh-CN': '已暂停。暂停期间各项任务不计期限，恢复时将另行通知。',
    },
  },
  resumed: {
    subject: { en: 'Goes on', 'zh-CN': '已恢复' },
    body: {
      en: 'goes on. Whatever was asked is due later by the length of the pause; courses stay on their days.',
      'zh-CN': '已恢复。各项期限按暂停时长顺延，课程日期不变。',
    },
  },
  reopened: {
    subject: { en: 'A stage runs again', 'zh-CN': '环节重新进行' },
    body: {
      en: 'goes back to a stage that was over. Whoever is asked again gets a message of their own.',
      'zh-CN': '将重新进行此前已结束的环节。需再次办理的人员将另行收到通知。',
    },
  },
  cancelled: {
    subject: { en: 'Cancelled', 'zh-CN': '已取消' },
    body: { en: 'was cancelled. Nothing more is asked of you.', 'zh-CN': '已取消，您无需再办理任何事项。' },
  },
};

/** To everybody with a duty in the cycle: it was paused, goes on, goes back, or was cancelled. */
export const steered = template(
  z.object({ procedureTitle: Title, what: z.enum(STEERED), reason: Words, link: Link.default('/') }),
  {
    en: (f, say) => ({
      subject: `${STEPS[f.what].subject.en}: ${say.title(f.procedureTitle)}`,
      body: [`“${say.title(f.procedureTitle)}” ${STEPS[f.what].body.en}`, f.reason && `Reason: ${f.reason}`],
      action: { label: 'Open the cycle', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `培训计划周期${STEPS[f.what].subject['zh-CN']}：${say.title(f.procedureTitle)}`,
      body: [`“${say.title(f.procedureTitle)}”${STEPS[f.what].body['zh-CN']}`, f.reason && `原因：${f.reason}`],
      action: { label: '打开周期', path: f.link },
    }),
  },
);

/** To whoever speaks for a department that has said nothing about its needs: what that means. */
export const departmentSilent = template(
  z.object({ procedureTitle: Title, department: Title, confirmed: Count, dropped: Count, link: Link.default('/') }),
  {
    en: (f, say) => ({
      subject: `No answer about the needs of ${say.title(f.department)}: ${say.title(f.procedureTitle)}`,
      body: [
        `In “${say.title(f.procedureTitle)}” nobody has answered for ${say.title(f.department)} in time. This is counted as silence, not as “we need nothing”.`,
        `By the rules of the cycle ${needsEn(f.confirmed)} for the department${f.dropped > 0 ? `, and ${f.dropped} ${f.dropped === 1 ? 'is' : 'are'} left out` : ''}.`,
        'If that is not right, tell the training department now: the plan is still being made.',
      ],
      action: { label: 'See the needs', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `${say.title(f.department)}未答复培训需求：${say.title(f.procedureTitle)}`,
      body: [
        `“${say.title(f.procedureTitle)}”中，${say.title(f.department)}未在期限内答复。系统记录为“未答复”，而非“零需求申报”。`,
        `按周期规则，该部门 ${f.confirmed} 项需求予以保留${f.dropped > 0 ? `，${f.dropped} 项不再列入` : ''}。`,
        '如有不妥，请立即联系培训管理部门：计划尚在编制中。',
      ],
      action: { label: '查看需求', path: f.link },
    }),
  },
);

function needsEn(count: number): string {
  if (count === 0) return 'no need stands';
  return count === 1 ? 'one need stands' : `${count} needs stand`;
}
