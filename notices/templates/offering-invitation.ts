import { z } from 'zod';
import { Course, detailsEn, detailsZh, entryOf } from './offering-course.ts';
import { At, Count, Title, template, Words } from './template.ts';

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

/** To the first who waits: a seat has come free. */
export const seat = template(Invited, {
  en: (f, say) => ({
    subject: `A seat is free for you: ${say.title(f.courseTitle)} (answer by ${say.brief(f.answerBy)})`,
    body: [
      `You were on the waiting list of “${say.title(f.courseTitle)}”, and a seat has come free. It is kept for you. ${say.title(f.benefit)}`,
      detailsEn(f, say),
      `Please say by ${say.at(f.answerBy)} whether you will come. If you cannot, the next one on the list is asked; if you say nothing, the seat stays yours.`,
    ],
    action: { label: 'Accept or decline', path: f.link },
    calendar: entryOf(f, say),
  }),
  'zh-CN': (f, say) => ({
    subject: `候补名额通知：${say.title(f.courseTitle)}（请于${say.brief(f.answerBy)} 前答复）`,
    body: [
      `您在“${say.title(f.courseTitle)}”的候补名单中，现有名额空出，已为您预留。${say.title(f.benefit)}`,
      detailsZh(f, say),
      `请于 ${say.at(f.answerBy)} 前确认是否参加；如不参加，名额将顺延给下一位；未答复的，名额仍为您保留。`,
    ],
    action: { label: '确认是否参加', path: f.link },
    calendar: entryOf(f, say),
  }),
});

/** To whoever has joined the waiting list. */
export const waiting = template(Course.extend({ position: Count }), {
  en: (f, say) => ({
    subject: `You are on the waiting list: ${say.title(f.courseTitle)}`,
    body: [
      `You are number ${f.position} on the waiting list of “${say.title(f.courseTitle)}”. When a seat comes free, the first on the list is asked.`,
      detailsEn(f, say),
    ],
    action: { label: 'See the course', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `您已进入候补名单：${say.title(f.courseTitle)}`,
    body: [
      `您在“${say.title(f.courseTitle)}”候补名单中排第 ${f.position} 位。有名额空出时，将按顺序征询。`,
      detailsZh(f, say),
    ],
    action: { label: '查看课程', path: f.link },
  }),
});

/** To a participant: what their supervisor wants them to bring back. */
export const support = template(Course.extend({ supervisor: z.string(), goal: Words }), {
  en: (f, say) => ({
    subject: `Before your course: a word from ${f.supervisor}`,
    body: [
      `${f.supervisor} has said what you are to bring back from “${say.title(f.courseTitle)}”.`,
      f.goal && { quote: f.goal, by: f.supervisor },
      'If something in it is not clear to you, please talk about it before the course begins.',
    ],
    action: { label: 'See the course', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `训前沟通：${f.supervisor}的期望`,
    body: [
      `${f.supervisor}就“${say.title(f.courseTitle)}”说明了期望您带回的收获。`,
      f.goal && { quote: f.goal, by: f.supervisor },
      '如有不清楚之处，请在开课前与主管沟通。',
    ],
    action: { label: '查看课程', path: f.link },
  }),
});
