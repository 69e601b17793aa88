import { z } from 'zod';
import { Applications, applicationsEn, applicationsZh } from './applications.ts';
import { showPurpose } from './purposes.ts';
import { At, Count, Link, type Speech, Title, template } from './template.ts';

/** Open tasks that are due at one instant. */
const Dated = z.object({ dueAt: At, tasks: Count, overdue: z.boolean() });
type Dated = z.infer<typeof Dated>;

/** To the assignee of new tasks: what is asked, by when, how long it takes. */
export const invitation = template(
  z.object({
    roundTitle: Title,
    purpose: Title,
    tasks: Count,
    dueAt: At,
    /** By their due instants, the earliest first, where there is more than one. */
    dates: z.array(Dated).default([]),
    applications: Applications,
    /** About how long all the tasks take together, in minutes. */
    minutes: Count,
    askedBy: z.string().nullish(),
    ownerTitle: Title.nullish(),
    link: Link,
  }),
  {
    en: (f, say) => ({
      subject: `Your answer, please: ${say.title(f.roundTitle)} (by ${say.brief(f.dueAt)})`,
      body: [
        `${f.askedBy ? `${f.askedBy} asks you` : 'You are asked'} for ${tasksEn(f.tasks)} in “${say.title(f.roundTitle)}”${f.ownerTitle ? `, part of “${say.title(f.ownerTitle)}”` : ''}. It is about: ${showPurpose(f.purpose, say)}.`,
        f.dates.length > 1 && { list: f.dates.map((d) => dateEn(d, say)) },
        applicationsEn(f.applications),
        `Please answer ${f.dates.length > 1 ? 'each by its date' : `by ${say.at(f.dueAt)}`}. It takes about ${minutesEn(f.minutes)}.`,
        'If you cannot answer, or it would be a conflict of interest, please say so on the same page.',
      ],
      action: { label: 'Answer now', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `请您办理：${say.title(f.roundTitle)}（${say.brief(f.dueAt)} 前）`,
      body: [
        `${f.askedBy ? `应${f.askedBy}之请，` : ''}现请您完成${f.ownerTitle ? `“${say.title(f.ownerTitle)}”中` : ''}“${say.title(f.roundTitle)}”的 ${f.tasks} 项任务，事项：${showPurpose(f.purpose, say)}。`,
        f.dates.length > 1 && { list: f.dates.map((d) => dateZh(d, say)) },
        applicationsZh(f.applications),
        `请${f.dates.length > 1 ? '分别按期' : `于 ${say.at(f.dueAt)} 前`}完成，预计用时约 ${f.minutes} 分钟。`,
        '如您无法办理，或存在需要回避的情形，请在同一页面说明。',
      ],
      action: { label: '立即办理', path: f.link },
    }),
  },
);

/** To the assignee whose tasks are still open. */
export const reminder = template(
  z.object({
    roundTitle: Title,
    tasks: Count,
    dueAt: At,
    /** By their due instants, the earliest first, where there is more than one. */
    dates: z.array(Dated).default([]),
    applications: Applications,
    overdue: z.boolean(),
    /** Place on the reminder ladder, 0 first. */
    rung: Count,
    link: Link,
  }),
  {
    en: (f, say) => ({
      subject: `${f.overdue ? 'Overdue' : 'Reminder'}: ${say.title(f.roundTitle)} (${f.overdue ? 'was due' : 'by'} ${say.brief(f.dueAt)})`,
      body: [
        f.dates.length > 1
          ? `${tasksEn(f.tasks)} in “${say.title(f.roundTitle)}” are open:`
          : f.overdue
            ? `We have not yet received your answer to ${tasksEn(f.tasks)} in “${say.title(f.roundTitle)}”, which was due on ${say.at(f.dueAt)}.`
            : `A kind reminder: ${tasksEn(f.tasks)} in “${say.title(f.roundTitle)}” ${f.tasks === 1 ? 'is' : 'are'} due by ${say.at(f.dueAt)}.`,
        f.dates.length > 1 && { list: f.dates.map((d) => dateEn(d, say)) },
        applicationsEn(f.applications),
        f.overdue && 'Please answer now. If you cannot, say so on the same page.',
        'Anything you have saved as a draft is still there.',
      ],
      action: { label: 'Answer now', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `${f.overdue ? '逾期提醒' : '提醒'}：${say.title(f.roundTitle)}（${f.overdue ? '原定' : ''}${say.brief(f.dueAt)} ${f.overdue ? '截止' : '前'}）`,
      body: [
        f.dates.length > 1
          ? `“${say.title(f.roundTitle)}”中您还有 ${f.tasks} 项任务未完成：`
          : f.overdue
            ? `“${say.title(f.roundTitle)}”中您的 ${f.tasks} 项任务尚未完成，原定截止时间为 ${say.at(f.dueAt)}。`
            : `“${say.title(f.roundTitle)}”中您还有 ${f.tasks} 项任务未完成，请于 ${say.at(f.dueAt)} 前办理。`,
        f.dates.length > 1 && { list: f.dates.map((d) => dateZh(d, say)) },
        applicationsZh(f.applications),
        f.overdue && '请尽快办理；如您无法办理，请在同一页面说明。',
        '您已保存的草稿仍然保留。',
      ],
      action: { label: '立即办理', path: f.link },
    }),
  },
);

/** To a manager, or to who runs the procedure: who has not answered, and what was tried. */
export const escalation = template(
  z.object({
    roundTitle: Title,
    as: z.enum(['manager', 'owner']),
    people: z.array(z.object({ name: z.string(), tasks: Count, dueAt: At })).min(1),
    /** What was tried when, and whom it reached. */
    tried: z.array(z.object({ at: At, what: Title, people: z.array(z.string()) })).default([]),
    link: Link.default('/'),
  }),
  {
    en: (f, say) => ({
      subject: `Your support, please: open answers in ${say.title(f.roundTitle)}`,
      body: [
        f.as === 'manager'
          ? `In “${say.title(f.roundTitle)}” answers of your people are still open. Please help them to find the time, or name somebody in their place.`
          : `In “${say.title(f.roundTitle)}”, which you run, answers are still open. Please speak with those who owe them, give them more time, or let others answer.`,
        { list: f.people.map((p) => `${p.name}: ${tasksEn(p.tasks)}, due ${say.at(p.dueAt)}`) },
        f.tried.length > 0 && 'So far we have tried:',
        f.tried.length > 0 && {
          list: f.tried.map((t) => `${say.at(t.at)}: ${say.title(t.what)} to ${t.people.join(', ')}`),
        },
      ],
      action: { label: 'See what is open', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `请您支持：${say.title(f.roundTitle)}有任务尚未完成`,
      body: [
        f.as === 'manager'
          ? `“${say.title(f.roundTitle)}”中，您所辖人员的以下任务尚未完成。请协助其安排时间，或指定他人代办。`
          : `您负责的“${say.title(f.roundTitle)}”中，以下任务尚未完成。请与相关人员沟通、延长期限，或改派他人办理。`,
        { list: f.people.map((p) => `${p.name}：${p.tasks} 项，截止时间 ${say.at(p.dueAt)}`) },
        f.tried.length > 0 && '此前已采取的措施：',
        f.tried.length > 0 && {
          list: f.tried.map((t) => `${say.at(t.at)}：${say.title(t.what)}（${t.people.join('、')}）`),
        },
      ],
      action: { label: '查看未完成任务', path: f.link },
    }),
  },
);

function tasksEn(count: number): string {
  return count === 1 ? 'one task' : `${count} tasks`;
}

function dateEn({ dueAt, tasks, overdue }: Dated, say: Speech): string {
  const due = overdue ? `${tasks === 1 ? 'was' : 'were'} due on` : 'due by';
  return `${tasksEn(tasks)}, ${due} ${say.at(dueAt)}`;
}

function dateZh({ dueAt, tasks, overdue }: Dated, say: Speech): string {
  return overdue ? `${tasks} 项，原定截止时间为 ${say.at(dueAt)}` : `${tasks} 项，请于 ${say.at(dueAt)} 前办理`;
}

function minutesEn(count: number): string {
  return count === 1 ? 'one minute' : `${count} minutes`;
}
