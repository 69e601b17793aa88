import { z } from 'zod';
import { headEn, headZh, lineEn, lineZh, OfRound, roundEn, roundZh } from './of-round.ts';
import { showPurpose } from './purposes.ts';
import { IfSilent, ifSilentEn, ifSilentZh } from './silence.ts';
import { StandIns, standInEn, standInZh } from './stand-in.ts';
import { listEn, listZh, Subjects, subjectsEn, subjectsZh } from './subjects.ts';
import { At, Count, type Speech, Title, template } from './template.ts';

/** Open tasks that are due at one instant, and what they are about. */
const Dated = z.object({ dueAt: At, tasks: Count, overdue: z.boolean(), subjects: Subjects });
type Dated = z.infer<typeof Dated>;

/** To the assignee of new tasks: what is asked, by when, how long it takes. */
export const invitation = template(
  OfRound.extend({
    purpose: Title,
    standsInFor: StandIns,
    tasks: Count,
    dueAt: At,
    /** By their due instants, the earliest first, where there is more than one. */
    dates: z.array(Dated).default([]),
    /** About how long all the tasks take together, in minutes. */
    minutes: Count,
    ifSilent: IfSilent,
    askedBy: z.string().nullish(),
  }),
  {
    en: (f, say) => ({
      subject: `Your answer, please: ${headEn(f, say)} (by ${say.brief(f.dueAt)})`,
      line: `Your answer, please: ${lineEn(f, say)} (by ${say.brief(f.dueAt)})`,
      body: [
        `${f.askedBy ? `${f.askedBy} asks you` : 'You are asked'} for ${tasksEn(f.tasks)} in ${roundEn(f, say)}. It is about: ${showPurpose(f.purpose, say)}.`,
        standInEn(f.standsInFor, say),
        f.dates.length > 1 && { list: f.dates.map((d) => dateEn(d, say)) },
        f.dates.length < 2 && subjectsEn(f.subjects, say),
        `Please answer ${f.dates.length > 1 ? 'each by its date' : `by ${say.at(f.dueAt)}`}. It takes about ${minutesEn(f.minutes)}.`,
        ifSilentEn(f.ifSilent),
        'If you cannot answer, or it would be a conflict of interest, please say so on the same page.',
      ],
      action: { label: 'Answer now', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `请您办理：${headZh(f, say)}（${say.brief(f.dueAt)} 前）`,
      line: `请您办理：${lineZh(f, say)}（${say.brief(f.dueAt)} 前）`,
      body: [
        `${f.askedBy ? `应${f.askedBy}之请，` : ''}现请您完成${roundZh(f, say)}的 ${f.tasks} 项任务，事项：${showPurpose(f.purpose, say)}。`,
        standInZh(f.standsInFor, say),
        f.dates.length > 1 && { list: f.dates.map((d) => dateZh(d, say)) },
        f.dates.length < 2 && subjectsZh(f.subjects, say),
        `请${f.dates.length > 1 ? '分别按期' : `于 ${say.at(f.dueAt)} 前`}完成，预计用时约 ${f.minutes} 分钟。`,
        ifSilentZh(f.ifSilent),
        '如您无法办理，或存在需要回避的情形，请在同一页面说明。',
      ],
      action: { label: '立即办理', path: f.link },
    }),
  },
);

/** To the assignee whose tasks are still open. */
export const reminder = template(
  OfRound.extend({
    tasks: Count,
    dueAt: At,
    /** By their due instants, the earliest first, where there is more than one. */
    dates: z.array(Dated).default([]),
    overdue: z.boolean(),
    ifSilent: IfSilent,
    /** Place on the reminder ladder, 0 first; null: somebody has asked for it, beside the ladder. */
    rung: Count.nullable(),
  }),
  {
    en: (f, say) => ({
      subject: remindedEn(f, headEn(f, say), say),
      line: remindedEn(f, lineEn(f, say), say),
      body: [
        f.dates.length > 1
          ? `${tasksEn(f.tasks)} in ${roundEn(f, say)} are open:`
          : f.overdue
            ? `We have not yet received your answer to ${tasksEn(f.tasks)} in ${roundEn(f, say)}, which was due on ${say.at(f.dueAt)}.`
            : `A kind reminder: ${tasksEn(f.tasks)} in ${roundEn(f, say)} ${f.tasks === 1 ? 'is' : 'are'} due by ${say.at(f.dueAt)}.`,
        f.dates.length > 1 && { list: f.dates.map((d) => dateEn(d, say)) },
        f.dates.length < 2 && subjectsEn(f.subjects, say),
        ifSilentEn(f.ifSilent),
        f.overdue && 'Please answer now. If you cannot, say so on the same page.',
        'Anything you have saved as a draft is still there.',
      ],
      action: { label: 'Answer now', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: remindedZh(f, headZh(f, say), say),
      line: remindedZh(f, lineZh(f, say), say),
      body: [
        f.dates.length > 1
          ? `${roundZh(f, say)}中您还有 ${f.tasks} 项任务未完成：`
          : f.overdue
            ? `${roundZh(f, say)}中您的 ${f.tasks} 项任务尚未完成，原定截止时间为 ${say.at(f.dueAt)}。`
            : `${roundZh(f, say)}中您还有 ${f.tasks} 项任务未完成，请于 ${say.at(f.dueAt)} 前办理。`,
        f.dates.length > 1 && { list: f.dates.map((d) => dateZh(d, say)) },
        f.dates.length < 2 && subjectsZh(f.subjects, say),
        ifSilentZh(f.ifSilent),
        f.overdue && '请尽快办理；如您无法办理，请在同一页面说明。',
        '您已保存的草稿仍然保留。',
      ],
      action: { label: '立即办理', path: f.link },
    }),
  },
);

/** To a manager, or to who runs the procedure: who has not answered, and what was tried. */
export const escalation = template(
  OfRound.extend({
    as: z.enum(['manager', 'owner']),
    people: z.array(z.object({ name: z.string(), tasks: Count, dueAt: At, subjects: Subjects })).min(1),
    /** What was tried when, and whom it reached. */
    tried: z.array(z.object({ at: At, what: Title, people: z.array(z.string()) })).default([]),
  }),
  {
    en: (f, say) => ({
      subject: `Your support, please: open answers in ${say.title(f.roundTitle)}`,
      line: `Your support, please: open answers in ${lineEn({ ...f, subjects: owing(f.people) }, say)} (due ${say.brief(firstDue(f.people))})`,
      body: [
        f.as === 'manager'
          ? `In ${roundEn(f, say)} answers of your people are still open. Please help them to find the time, or name somebody in their place.`
          : `In ${roundEn(f, say)}, which you run, answers are still open. Please speak with those who owe them, give them more time, or let others answer.`,
        {
          list: f.people.map(
            (p) => `${p.name}: ${tasksEn(p.tasks)}, due ${say.at(p.dueAt)}${aboutEn(p.subjects, say)}`,
          ),
        },
        f.tried.length > 0 && 'So far we have tried:',
        f.tried.length > 0 && {
          list: f.tried.map((t) => `${say.at(t.at)}: ${say.title(t.what)} to ${t.people.join(', ')}`),
        },
      ],
      action: { label: 'See what is open', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `请您支持：${say.title(f.roundTitle)}有任务尚未完成`,
      line: `请您支持，有任务尚未完成：${lineZh({ ...f, subjects: owing(f.people) }, say)}（截止 ${say.brief(firstDue(f.people))}）`,
      body: [
        f.as === 'manager'
          ? `“${say.title(f.roundTitle)}”中，您所辖人员的以下任务尚未完成。请协助其安排时间，或指定他人代办。`
          : `您负责的${roundZh(f, say)}中，以下任务尚未完成。请与相关人员沟通、延长期限，或改派他人办理。`,
        {
          list: f.people.map((p) => `${p.name}：${p.tasks} 项，截止时间 ${say.at(p.dueAt)}${aboutZh(p.subjects, say)}`),
        },
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

function dateEn({ dueAt, tasks, overdue, subjects }: Dated, say: Speech): string {
  const due = overdue ? `${tasks === 1 ? 'was' : 'were'} due on` : 'due by';
  return `${tasksEn(tasks)}, ${due} ${say.at(dueAt)}${aboutEn(subjects, say)}`;
}

function dateZh({ dueAt, tasks, overdue, subjects }: Dated, say: Speech): string {
  const due = overdue ? `${tasks} 项，原定截止时间为 ${say.at(dueAt)}` : `${tasks} 项，请于 ${say.at(dueAt)} 前办理`;
  return `${due}${aboutZh(subjects, say)}`;
}

function aboutEn(subjects: Dated['subjects'], say: Speech): string {
  return subjects.length ? `: ${listEn(subjects, say)}` : '';
}

function aboutZh(subjects: Dated['subjects'], say: Speech): string {
  return subjects.length ? `：${listZh(subjects, say)}` : '';
}

interface Reminded {
  readonly overdue: boolean;
  readonly dueAt: number;
}

function remindedEn({ overdue, dueAt }: Reminded, what: string, say: Speech): string {
  return `${overdue ? 'Overdue' : 'Reminder'}: ${what} (${overdue ? 'was due' : 'by'} ${say.brief(dueAt)})`;
}

function remindedZh({ overdue, dueAt }: Reminded, what: string, say: Speech): string {
  return `${overdue ? '逾期提醒' : '提醒'}：${what}（${overdue ? '原定' : ''}${say.brief(dueAt)} ${overdue ? '截止' : '前'}）`;
}

/** Who owes answers, each once. */
function owing(people: readonly { readonly name: string }[]): string[] {
  return [...new Set(people.map((p) => p.name))];
}

function firstDue(people: readonly { readonly dueAt: number }[]): number {
  return Math.min(...people.map((p) => p.dueAt));
}

function minutesEn(count: number): string {
  return count === 1 ? 'one minute' : `${count} minutes`;
}
