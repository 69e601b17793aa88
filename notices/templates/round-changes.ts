import { z } from 'zod';
import { headEn, headZh, lineEn, lineZh, OfRound, roundEn, roundZh } from './of-round.ts';
import { StandIns, standInEn, standInZh } from './stand-in.ts';
import { subjectsEn, subjectsZh } from './subjects.ts';
import { At, Count, type Speech, template, Words } from './template.ts';

const Moved = OfRound.extend({ dueAt: At, reason: Words });
type Moved = z.infer<typeof Moved>;

/** To the person who takes over a task from a colleague. */
export const delegated = template(Moved, {
  en: (f, say) => handedEn(f, say, 'A colleague has delegated their part to you'),
  'zh-CN': (f, say) => handedZh(f, say, '同事已将其任务委托给您'),
});

/** To the person whom the owner of the round names instead of another. */
export const reassigned = template(Moved.extend({ standsInFor: StandIns }), {
  en: (f, say) => handedEn(f, say, 'A part has been assigned to you', standInEn(f.standsInFor, say)),
  'zh-CN': (f, say) => handedZh(f, say, '有任务已改派给您', standInZh(f.standsInFor, say)),
});

/** To whoever held tasks that somebody else has now. */
export const handedOver = template(OfRound.extend({ tasks: Count, reason: Words }), {
  en: (f, say) => ({
    subject: `Given to somebody else: ${headEn(f, say)}`,
    line: `Given to somebody else: ${lineEn(f, say)}`,
    body: [
      f.tasks === 1
        ? `A task of yours in ${roundEn(f, say)} has been given to somebody else. You need not answer it.`
        : `${f.tasks} tasks of yours in ${roundEn(f, say)} have been given to somebody else. You need not answer them.`,
      subjectsEn(f.subjects, say),
      f.reason && `Reason: ${f.reason}`,
    ],
    action: { label: 'See my tasks', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `任务已改由他人办理：${headZh(f, say)}`,
    line: `任务已改由他人办理：${lineZh(f, say)}`,
    body: [
      `${roundZh(f, say)}中您的 ${f.tasks} 项任务已改由他人办理，您无需再办理。`,
      subjectsZh(f.subjects, say),
      f.reason && `原因：${f.reason}`,
    ],
    action: { label: '查看我的任务', path: f.link },
  }),
});

/** To the assignee: there is more time. */
export const extended = template(Moved, {
  en: (f, say) => ({
    subject: `New due date: ${headEn(f, say)} (by ${say.brief(f.dueAt)})`,
    line: `New due date: ${lineEn(f, say)} (by ${say.brief(f.dueAt)})`,
    body: [
      `Your answer in ${roundEn(f, say)} is now due by ${say.at(f.dueAt)}.`,
      subjectsEn(f.subjects, say),
      f.reason && `Reason: ${f.reason}`,
    ],
    action: { label: 'Open the task', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `截止时间调整：${headZh(f, say)}（${say.brief(f.dueAt)} 前）`,
    line: `截止时间调整：${lineZh(f, say)}（${say.brief(f.dueAt)} 前）`,
    body: [
      `${roundZh(f, say)}的截止时间已调整为 ${say.at(f.dueAt)}。`,
      subjectsZh(f.subjects, say),
      f.reason && `原因：${f.reason}`,
    ],
    action: { label: '查看任务', path: f.link },
  }),
});

/** To the assignee: nothing is asked any more. */
export const withdrawn = template(OfRound.extend({ reason: Words }), {
  en: (f, say) => ({
    subject: `No longer needed: ${headEn(f, say)}`,
    line: `No longer needed: ${lineEn(f, say)}`,
    body: [
      `Your answer in ${roundEn(f, say)} is no longer needed. There is nothing left for you to do; thank you.`,
      subjectsEn(f.subjects, say),
      f.reason && `Reason: ${f.reason}`,
    ],
    action: { label: 'See my tasks', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `任务已撤回：${headZh(f, say)}`,
    line: `任务已撤回：${lineZh(f, say)}`,
    body: [
      `${roundZh(f, say)}中您的任务已撤回，无需再办理。感谢您的支持。`,
      subjectsZh(f.subjects, say),
      f.reason && `原因：${f.reason}`,
    ],
    action: { label: '查看我的任务', path: f.link },
  }),
});

/** To the assignee whose answer is asked for once more. */
export const reopened = template(
  OfRound.extend({
    reason: Words,
    dueAt: At.nullish(),
    /** False: it was settled without an answer. */
    answered: z.boolean(),
  }),
  {
    en: (f, say) => ({
      subject: `Please look again: ${headEn(f, say)}`,
      line: `Please look again: ${lineEn(f, say)}`,
      body: [
        f.answered
          ? `Your answer in ${roundEn(f, say)} has been reopened, so that you can change it. What you wrote is kept.`
          : `Your task in ${roundEn(f, say)} has been reopened: your answer is asked for again.`,
        subjectsEn(f.subjects, say),
        f.reason && `Reason: ${f.reason}`,
        f.dueAt != null && `Please submit it by ${say.at(f.dueAt)}.`,
      ],
      action: { label: 'Open the task', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `请您复核：${headZh(f, say)}`,
      line: `请您复核：${lineZh(f, say)}`,
      body: [
        f.answered
          ? `${roundZh(f, say)}中您提交的内容已重新开放修改，原内容已保留。`
          : `${roundZh(f, say)}中您的任务已重新开放，仍请您填写。`,
        subjectsZh(f.subjects, say),
        f.reason && `原因：${f.reason}`,
        f.dueAt != null && `请于 ${say.at(f.dueAt)} 前提交。`,
      ],
      action: { label: '查看任务', path: f.link },
    }),
  },
);

function handedEn(f: Moved, say: Speech, what: string, inPlaceOf: string | false = false) {
  return {
    subject: `${what}: ${headEn(f, say)} (by ${say.brief(f.dueAt)})`,
    line: `${what}: ${lineEn(f, say)} (by ${say.brief(f.dueAt)})`,
    body: [
      `${what} in ${roundEn(f, say)}. Please answer by ${say.at(f.dueAt)}.`,
      inPlaceOf,
      subjectsEn(f.subjects, say),
      f.reason && `Reason: ${f.reason}`,
      'If you cannot, please say so on the same page.',
    ],
    action: { label: 'Open the task', path: f.link },
  };
}

function handedZh(f: Moved, say: Speech, what: string, inPlaceOf: string | false = false) {
  return {
    subject: `${what}：${headZh(f, say)}（${say.brief(f.dueAt)} 前）`,
    line: `${what}：${lineZh(f, say)}（${say.brief(f.dueAt)} 前）`,
    body: [
      `${what}，所属事项为${roundZh(f, say)}。请于 ${say.at(f.dueAt)} 前完成。`,
      inPlaceOf,
      subjectsZh(f.subjects, say),
      f.reason && `原因：${f.reason}`,
      '如您无法办理，请在同一页面说明。',
    ],
    action: { label: '查看任务', path: f.link },
  };
}
