import { z } from 'zod';
import { Applications, applicationsEn, applicationsZh } from './applications.ts';
import { At, Count, Link, type Speech, Title, template, Words } from './template.ts';

const Moved = z.object({
  roundTitle: Title,
  dueAt: At,
  applications: Applications,
  reason: Words,
  link: Link.default('/'),
});
type Moved = z.infer<typeof Moved>;

/** To the person who takes over a task from a colleague. */
export const delegated = template(Moved, {
  en: (f, say) => handedEn(f, say, 'A colleague has delegated their part to you'),
  'zh-CN': (f, say) => handedZh(f, say, '同事已将其任务委托给您'),
});

/** To the person whom the owner of the round names instead of another. */
export const reassigned = template(Moved, {
  en: (f, say) => handedEn(f, say, 'A part has been assigned to you'),
  'zh-CN': (f, say) => handedZh(f, say, '有任务已改派给您'),
});

/** To whoever held tasks that somebody else has now. */
export const handedOver = template(
  z.object({ roundTitle: Title, tasks: Count, reason: Words, link: Link.default('/') }),
  {
    en: (f, say) => ({
      subject: `Given to somebody else: ${say.title(f.roundTitle)}`,
      body: [
        f.tasks === 1
          ? `A task of yours in “${say.title(f.roundTitle)}” has been given to somebody else. You need not answer it.`
          : `${f.tasks} tasks of yours in “${say.title(f.roundTitle)}” have been given to somebody else. You need not answer them.`,
        f.reason && `Reason: ${f.reason}`,
      ],
      action: { label: 'See my tasks', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `任务已改由他人办理：${say.title(f.roundTitle)}`,
      body: [
        `“${say.title(f.roundTitle)}”中您的 ${f.tasks} 项任务已改由他人办理，您无需再办理。`,
        f.reason && `原因：${f.reason}`,
      ],
      action: { label: '查看我的任务', path: f.link },
    }),
  },
);

/** To the assignee: there is more time. */
export const extended = template(Moved, {
  en: (f, say) => ({
    subject: `New due date: ${say.title(f.roundTitle)} (by ${say.brief(f.dueAt)})`,
    body: [
      `Your answer in “${say.title(f.roundTitle)}” is now due by ${say.at(f.dueAt)}.`,
      applicationsEn(f.applications),
      f.reason && `Reason: ${f.reason}`,
    ],
    action: { label: 'Open the task', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `截止时间调整：${say.title(f.roundTitle)}（${say.brief(f.dueAt)} 前）`,
    body: [
      `“${say.title(f.roundTitle)}”的截止时间已调整为 ${say.at(f.dueAt)}。`,
      applicationsZh(f.applications),
      f.reason && `原因：${f.reason}`,
    ],
    action: { label: '查看任务', path: f.link },
  }),
});

/** To the assignee: nothing is asked any more. */
export const withdrawn = template(z.object({ roundTitle: Title, reason: Words, link: Link.default('/') }), {
  en: (f, say) => ({
    subject: `No longer needed: ${say.title(f.roundTitle)}`,
    body: [
      `Your answer in “${say.title(f.roundTitle)}” is no longer needed. There is nothing left for you to do; thank you.`,
      f.reason && `Reason: ${f.reason}`,
    ],
    action: { label: 'See my tasks', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `任务已撤回：${say.title(f.roundTitle)}`,
    body: [`“${say.title(f.roundTitle)}”中您的任务已撤回，无需再办理。感谢您的支持。`, f.reason && `原因：${f.reason}`],
    action: { label: '查看我的任务', path: f.link },
  }),
});

/** To the assignee whose answer is asked for once more. */
export const reopened = template(
  z.object({
    roundTitle: Title,
    reason: Words,
    dueAt: At.nullish(),
    applications: Applications,
    /** False: it was settled without an answer. */
    answered: z.boolean(),
    link: Link.default('/'),
  }),
  {
    en: (f, say) => ({
      subject: `Please look again: ${say.title(f.roundTitle)}`,
      body: [
        f.answered
          ? `Your answer in “${say.title(f.roundTitle)}” has been reopened, so that you can change it. What you wrote is kept.`
          : `Your task in “${say.title(f.roundTitle)}” has been reopened: your answer is asked for again.`,
        applicationsEn(f.applications),
        f.reason && `Reason: ${f.reason}`,
        f.dueAt != null && `Please submit it by ${say.at(f.dueAt)}.`,
      ],
      action: { label: 'Open the task', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `请您复核：${say.title(f.roundTitle)}`,
      body: [
        f.answered
          ? `“${say.title(f.roundTitle)}”中您提交的内容已重新开放修改，原内容已保留。`
          : `“${say.title(f.roundTitle)}”中您的任务已重新开放，仍请您填写。`,
        applicationsZh(f.applications),
        f.reason && `原因：${f.reason}`,
        f.dueAt != null && `请于 ${say.at(f.dueAt)} 前提交。`,
      ],
      action: { label: '查看任务', path: f.link },
    }),
  },
);

function handedEn(f: Moved, say: Speech, what: string) {
  return {
    subject: `${what}: ${say.title(f.roundTitle)} (by ${say.brief(f.dueAt)})`,
    body: [
      `${what} in “${say.title(f.roundTitle)}”. Please answer by ${say.at(f.dueAt)}.`,
      applicationsEn(f.applications),
      f.reason && `Reason: ${f.reason}`,
      'If you cannot, please say so on the same page.',
    ],
    action: { label: 'Open the task', path: f.link },
  };
}

function handedZh(f: Moved, say: Speech, what: string) {
  return {
    subject: `${what}：${say.title(f.roundTitle)}（${say.brief(f.dueAt)} 前）`,
    body: [
      `${what}，所属事项为“${say.title(f.roundTitle)}”。请于 ${say.at(f.dueAt)} 前完成。`,
      applicationsZh(f.applications),
      f.reason && `原因：${f.reason}`,
      '如您无法办理，请在同一页面说明。',
    ],
    action: { label: '查看任务', path: f.link },
  };
}
