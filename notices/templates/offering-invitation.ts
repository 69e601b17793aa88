import { z } from 'zod';
import { daysEn, daysZh } from './days.ts';
import { Course, detailsEn, detailsZh, entryOf, runEn, runZh } from './offering-course.ts';
import { At, Count, Day, Title, template, Words } from './template.ts';

const Invited = Course.extend({ benefit: Title, answerBy: At });

/** To a participant of the plan: what the course gives, when and where. The entry goes into the calendar at once. */
export const invitation = template(Invited, {
  en: (f, say) => ({
    subject: `Will you come? ${say.title(f.courseTitle)} from ${say.day(f.days[0]!)} (answer by ${say.brief(f.answerBy)})`,
    body: [
      `A seat is kept for you in “${say.title(f.courseTitle)}”. ${say.title(f.benefit)}`,
      detailsEn(f, say),
      `Please say by ${say.at(f.answerBy)} whether you will come. If you say nothing, the seat stays yours and you are expected. Your supervisor is asked what you are to bring back.`,
    ],
    action: { label: 'Accept or decline', path: f.link },
    calendar: entryOf(f, say),
  }),
  'zh-CN': (f, say) => ({
    subject: `培训邀请：${say.title(f.courseTitle)}（${say.day(f.days[0]!)}起，请于${say.brief(f.answerBy)} 前答复）`,
    body: [
      `已为您预留“${say.title(f.courseTitle)}”的培训名额。${say.title(f.benefit)}`,
      detailsZh(f, say),
      `请于 ${say.at(f.answerBy)} 前确认是否参加；未答复的，名额仍为您保留，请按时参训。我们同时请您的直接主管说明期望您带回的收获。`,
    ],
    action: { label: '确认是否参加', path: f.link },
    calendar: entryOf(f, say),
  }),
});

const Freed = Invited.extend({
  /** They had declined or given it up, come after all, and have said so. */
  back: z.boolean().default(false),
  /** null: nothing is to be answered. */
  answerBy: At.nullable(),
});

/** To somebody for whom a seat is free: the first who waits, or whoever had declined and comes after all. */
export const seat = template(Freed, {
  en: (f, say) => ({
    subject: f.back
      ? `Your seat is yours again: ${say.title(f.courseTitle)} from ${say.day(f.days[0]!)}`
      : `A seat is free for you: ${say.title(f.courseTitle)}${f.answerBy === null ? '' : ` (answer by ${say.brief(f.answerBy)})`}`,
    body: [
      f.back
        ? `You have said that you will come after all, and a seat in “${say.title(f.courseTitle)}” is kept for you. ${say.title(f.benefit)}`
        : `You were on the waiting list of “${say.title(f.courseTitle)}”, and a seat has come free. It is kept for you. ${say.title(f.benefit)}`,
      detailsEn(f, say),
      f.answerBy !== null &&
        `Please say by ${say.at(f.answerBy)} whether you will come. If you cannot, the next one on the list is asked; if you say nothing, the seat stays yours.`,
    ],
    action: { label: f.back ? 'See the course' : 'Accept or decline', path: f.link },
    calendar: entryOf(f, say),
  }),
  'zh-CN': (f, say) => ({
    subject: f.back
      ? `名额已恢复：${say.title(f.courseTitle)}（${say.day(f.days[0]!)}起）`
      : `候补名额通知：${say.title(f.courseTitle)}${f.answerBy === null ? '' : `（请于${say.brief(f.answerBy)} 前答复）`}`,
    body: [
      f.back
        ? `您已确认可以参加，“${say.title(f.courseTitle)}”的名额已重新为您保留。${say.title(f.benefit)}`
        : `您在“${say.title(f.courseTitle)}”的候补名单中，现有名额空出，已为您预留。${say.title(f.benefit)}`,
      detailsZh(f, say),
      f.answerBy !== null &&
        `请于 ${say.at(f.answerBy)} 前确认是否参加；如不参加，名额将顺延给下一位；未答复的，名额仍为您保留。`,
    ],
    action: { label: f.back ? '查看课程' : '确认是否参加', path: f.link },
    calendar: entryOf(f, say),
  }),
});

const Passed = Course.extend({
  why: z.enum(['away', 'course', 'teaching']),
  /** On which day of the course. */
  day: Day,
  /** The other course by its name in the plan. */
  other: z.string().nullable().default(null),
});
type Passed = z.infer<typeof Passed>;

const WHY: Readonly<
  Record<
    Passed['why'],
    { readonly en: (f: Passed, day: string) => string; readonly zh: (f: Passed, day: string) => string }
  >
> = {
  away: { en: (_f, day) => `you are away on ${day}`, zh: (_f, day) => `您在 ${day} 休假` },
  course: {
    en: (f, day) => `you are in another course (${f.other}) on ${day}`,
    zh: (f, day) => `您在 ${day} 参加另一课程（${f.other}）`,
  },
  teaching: { en: (f, day) => `you teach (${f.other}) on ${day}`, zh: (f, day) => `您在 ${day} 授课（${f.other}）` },
};

/** To somebody on the waiting list: a seat came free, and why it was not offered to them. */
export const passedOver = template(Passed, {
  en: (f, say) => ({
    subject: `A seat was free, but you cannot come: ${runEn(f, say)}`,
    body: [
      `A seat in “${say.title(f.courseTitle)}” has come free. It was not offered to you, because ${WHY[f.why].en(f, say.day(f.day))}.`,
      'You stay on the waiting list. If you could come after all, please put that right, or tell the training department.',
    ],
    action: { label: 'See the course', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `有名额空出，但时间冲突：${runZh(f, say)}`,
    body: [
      `“${say.title(f.courseTitle)}”有名额空出。因${WHY[f.why].zh(f, say.day(f.day))}，未向您提供该名额。`,
      '您仍在候补名单中。如实际可以参加，请更正相关安排，或联系培训管理部门。',
    ],
    action: { label: '查看课程', path: f.link },
  }),
});

/** To whoever has joined the waiting list. */
export const waiting = template(Course.extend({ position: Count }), {
  en: (f, say) => ({
    subject: `You are on the waiting list: ${runEn(f, say)}`,
    body: [
      `You are number ${f.position} on the waiting list of “${say.title(f.courseTitle)}”. When a seat comes free, the first on the list is asked.`,
      detailsEn(f, say),
    ],
    action: { label: 'See the course', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `您已进入候补名单：${runZh(f, say)}`,
    body: [
      `您在“${say.title(f.courseTitle)}”候补名单中排第 ${f.position} 位。有名额空出时，将按顺序征询。`,
      detailsZh(f, say),
    ],
    action: { label: '查看课程', path: f.link },
  }),
});

/** To whoever still waits when the course begins: no seat has come free. */
export const noSeat = template(Course, {
  en: (f, say) => ({
    subject: `No seat came free: ${runEn(f, say)}`,
    body: [
      `“${say.title(f.courseTitle)}” has begun on ${say.day(f.days[0]!)}, and no seat has come free for you. We are sorry.`,
      'If you still need the course, please tell the training department.',
    ],
    action: { label: 'See the course', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `未能空出名额：${runZh(f, say)}`,
    body: [
      `“${say.title(f.courseTitle)}”已于 ${say.day(f.days[0]!)}开课，很遗憾，未能为您空出名额。`,
      '如您仍需参加此课程，请联系培训管理部门。',
    ],
    action: { label: '查看课程', path: f.link },
  }),
});

/** To somebody with a seat who is away on a day of the course by the personnel system: they say what is right. */
export const away = template(Course.extend({ day: Day, lastDay: Day.nullish() }), {
  en: (f, say) => ({
    subject: `Can you come? You are away ${daysEn(f.day, f.lastDay, say)}: ${runEn(f, say)}`,
    body: [
      `You have a seat in “${say.title(f.courseTitle)}”, and by the personnel system you are away ${daysEn(f.day, f.lastDay, say)}. If you cannot come, please decline or give up your seat, so that somebody else can come.`,
      'If you come all the same, you need do nothing: the seat stays yours.',
      detailsEn(f, say),
    ],
    action: { label: 'See the course', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `您 ${daysZh(f.day, f.lastDay, say)} 休假，能否参加：${runZh(f, say)}`,
    body: [
      `您已有“${say.title(f.courseTitle)}”的名额，但人事系统显示您 ${daysZh(f.day, f.lastDay, say)} 休假。如不能参加，请谢绝或放弃名额，以便他人参加。`,
      '如您仍将参加，则无需操作，名额为您保留。',
      detailsZh(f, say),
    ],
    action: { label: '查看课程', path: f.link },
  }),
});

/** To a participant: what their supervisor wants them to bring back. */
export const support = template(Course.extend({ supervisor: z.string(), goal: Words }), {
  en: (f, say) => ({
    subject: `Before your course ${runEn(f, say)}: a word from ${f.supervisor}`,
    body: [
      `${f.supervisor} has said what you are to bring back from “${say.title(f.courseTitle)}”.`,
      f.goal && { quote: f.goal, by: f.supervisor },
      'If something in it is not clear to you, please talk about it before the course begins.',
    ],
    action: { label: 'See the course', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `训前沟通：${runZh(f, say)}，${f.supervisor}的期望`,
    body: [
      `${f.supervisor}就“${say.title(f.courseTitle)}”说明了期望您带回的收获。`,
      f.goal && { quote: f.goal, by: f.supervisor },
      '如有不清楚之处，请在开课前与主管沟通。',
    ],
    action: { label: '查看课程', path: f.link },
  }),
});
