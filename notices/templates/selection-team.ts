import { z } from 'zod';
import { ofEn, ofZh } from './subjects.ts';
import { At, Count, Link, Title, template, Words } from './template.ts';

/** To a reviewer: which applications are theirs from now on. None that is new: some have gone to others. */
export const reviewer = template(
  z.object({
    procedureTitle: Title,
    /** Numbers of the applications that are new. */
    applications: z.array(z.string()),
    /** How many they have in all. */
    total: Count,
    dueAt: At.nullish(),
    link: Link.default('/'),
  }),
  {
    en: (f, say) => ({
      subject: `${f.applications.length > 0 ? 'Applications to review' : 'Your reviews have changed'}: ${say.title(f.procedureTitle)}`,
      line: `${f.applications.length > 0 ? 'Applications to review' : 'Your reviews have changed'}: ${say.title(f.procedureTitle)}${ofEn(f.applications, say)}${f.dueAt != null && f.total > 0 ? ` (by ${say.brief(f.dueAt)})` : ''}`,
      body: [
        f.applications.length > 0
          ? `You have been matched to these applications of “${say.title(f.procedureTitle)}”:`
          : `Applications of “${say.title(f.procedureTitle)}” that were to be reviewed by you have gone to other reviewers.`,
        f.applications.length > 0 && { list: f.applications },
        `In all you have ${f.total === 1 ? 'one application' : `${f.total} applications`} to review.`,
        f.dueAt != null && f.total > 0 && `The reviews are planned to be due by ${say.at(f.dueAt)}.`,
        f.total > 0 && 'If one of them would be a conflict of interest, please declare it.',
      ],
      action: { label: 'See my reviews', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `${f.applications.length > 0 ? '待评审的申请' : '评审安排有变'}：${say.title(f.procedureTitle)}`,
      line: `${f.applications.length > 0 ? '待评审的申请' : '评审安排有变'}：${say.title(f.procedureTitle)}${ofZh(f.applications, say)}${f.dueAt != null && f.total > 0 ? `（${say.brief(f.dueAt)} 前）` : ''}`,
      body: [
        f.applications.length > 0
          ? `“${say.title(f.procedureTitle)}”的以下申请请您评审：`
          : `“${say.title(f.procedureTitle)}”中原由您评审的部分申请已转由其他专家评审。`,
        f.applications.length > 0 && { list: f.applications },
        `您共有 ${f.total} 份申请需要评审。`,
        f.dueAt != null && f.total > 0 && `评审计划于 ${say.at(f.dueAt)} 前完成。`,
        f.total > 0 && '如其中有需要回避的情形，请申报。',
      ],
      action: { label: '查看我的评审', path: f.link },
    }),
  },
);

/** To members of the panel: their decision cannot stand yet. */
export const decisionReturned = template(
  z.object({
    procedureTitle: Title,
    why: z.enum(['quorum', 'reason']),
    /** Numbers of the applications by which the ballots depart from the ranking without a ground. */
    departures: z.array(z.string()).default([]),
    link: Link.default('/'),
  }),
  {
    en: (f, say) => ({
      subject: `The panel's decision has been returned: ${say.title(f.procedureTitle)}`,
      body: [
        f.why === 'quorum'
          ? `Too few members of the panel of “${say.title(f.procedureTitle)}” have voted, and your ballot is among the missing ones. Please cast it.`
          : `The ballots in “${say.title(f.procedureTitle)}” depart from the ranking without a ground. As chair, please state one, or keep to the ranking.`,
        f.departures.length > 0 && 'It is about these applications:',
        f.departures.length > 0 && { list: f.departures },
      ],
      action: { label: 'Open the ballot', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `评审会决定已退回：${say.title(f.procedureTitle)}`,
      body: [
        f.why === 'quorum'
          ? `“${say.title(f.procedureTitle)}”评审会投票人数未达到法定人数，您尚未投票，请您投票。`
          : `“${say.title(f.procedureTitle)}”的投票结果偏离排序而未说明理由。请您作为主席说明理由，或按排序确定人选。`,
        f.departures.length > 0 && '涉及以下申请：',
        f.departures.length > 0 && { list: f.departures },
      ],
      action: { label: '打开表决票', path: f.link },
    }),
  },
);

/** To the head of a department in which nobody has opened the notice. */
export const unreached = template(
  z.object({ procedureTitle: Title, department: Title, closesAt: At.nullish(), link: Link.default('/') }),
  {
    en: (f, say) => ({
      subject: `Nobody reached in ${say.title(f.department)}: ${say.title(f.procedureTitle)}`,
      body: [
        `Nobody in ${say.title(f.department)} has opened the notice of “${say.title(f.procedureTitle)}” yet. Please tell your people about it yourself.`,
        f.closesAt != null && `Applications close on ${say.at(f.closesAt)}.`,
      ],
      action: { label: 'See the notice', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `${say.title(f.department)}尚无人查阅通知：${say.title(f.procedureTitle)}`,
      body: [
        `${say.title(f.department)}尚无人查阅“${say.title(f.procedureTitle)}”的通知，请您亲自向部门人员宣传。`,
        f.closesAt != null && `申请截止时间为 ${say.at(f.closesAt)}。`,
      ],
      action: { label: '查看通知', path: f.link },
    }),
  },
);

/** To everybody who was written to of it: the selection has ended without a result. */
export const cancelled = template(z.object({ procedureTitle: Title, reason: Words, link: Link.default('/') }), {
  en: (f, say) => ({
    subject: `Cancelled: ${say.title(f.procedureTitle)}`,
    body: [
      `“${say.title(f.procedureTitle)}” has been cancelled. There is nothing left for you to do; thank you to everybody who took part.`,
      f.reason && `Reason: ${f.reason}`,
    ],
    action: { label: 'See the selection', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `选拔已取消：${say.title(f.procedureTitle)}`,
    body: [`“${say.title(f.procedureTitle)}”已取消，无需您再办理。感谢各位的参与。`, f.reason && `原因：${f.reason}`],
    action: { label: '查看选拔', path: f.link },
  }),
});
