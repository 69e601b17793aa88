import { z } from 'zod';
import { Course, detailsEn, detailsZh, entryOf, runEn, runZh } from './offering-course.ts';
import { Title, template } from './template.ts';

/** To the trainer, when people are invited or the trainer has changed. */
export const trainer = template(Course, {
  en: (f, say) => ({
    subject: `You teach: ${say.title(f.courseTitle)}, from ${say.day(f.days[0]!)}`,
    body: [
      `You are the trainer of “${say.title(f.courseTitle)}”. The list of participants follows some days before.`,
      detailsEn(f, say),
      'If you cannot teach on these days, ask for a change now: people are being invited.',
    ],
    action: { label: 'See the course', path: f.link },
    calendar: entryOf(f, say),
  }),
  'zh-CN': (f, say) => ({
    subject: `授课安排：${say.title(f.courseTitle)}（${say.day(f.days[0]!)}起）`,
    body: [
      `您是“${say.title(f.courseTitle)}”的讲师。参训名单将在开课前数日发送给您。`,
      detailsZh(f, say),
      '如届时无法授课，请现在提出变更申请：参训邀请正在发出。',
    ],
    action: { label: '查看课程', path: f.link },
    calendar: entryOf(f, say),
  }),
});

/** To the trainer, some days before: who comes. */
export const briefing = template(
  Course.extend({ participants: z.array(z.object({ name: z.string(), department: Title })) }),
  {
    en: (f, say) => ({
      subject: `Who comes to your course: ${runEn(f, say)}`,
      body: [
        comingEn(f.participants.length, say.title(f.courseTitle)),
        f.participants.length > 0 && { list: f.participants.map((p) => `${p.name}, ${say.title(p.department)}`) },
        detailsEn(f, say),
        'After the last day you are asked who was there; that takes about three minutes.',
      ],
      action: { label: 'See the course', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `参训名单：${runZh(f, say)}`,
      body: [
        f.participants.length > 0
          ? `“${say.title(f.courseTitle)}”目前共有 ${f.participants.length} 人参训：`
          : `“${say.title(f.courseTitle)}”目前尚无人员参训。`,
        f.participants.length > 0 && { list: f.participants.map((p) => `${p.name}，${say.title(p.department)}`) },
        detailsZh(f, say),
        '课程结束后，将请您填写考勤，约需三分钟。',
      ],
      action: { label: '查看课程', path: f.link },
    }),
  },
);

/** To whoever was to teach it and does not any more. */
export const released = template(Course, {
  en: (f, say) => ({
    subject: `Somebody else teaches: ${runEn(f, say)}`,
    body: [
      `“${say.title(f.courseTitle)}” from ${say.day(f.days[0]!)} is taught by somebody else now; the entry leaves your calendar. Thank you for having been ready to teach it.`,
    ],
    action: { label: 'See my courses', path: f.link },
    calendar: entryOf(f, say),
  }),
  'zh-CN': (f, say) => ({
    subject: `授课安排变更：${runZh(f, say)}`,
    body: [`${say.day(f.days[0]!)}起的“${say.title(f.courseTitle)}”已改由他人授课，感谢您此前的准备。`],
    action: { label: '查看我的课程', path: f.link },
    calendar: entryOf(f, say),
  }),
});

/** To participants: somebody else teaches; days and place stay. */
export const trainerChanged = template(Course, {
  en: (f, say) => ({
    subject: `Another trainer: ${runEn(f, say)}`,
    body: [
      f.trainer
        ? `${f.trainer} now teaches “${say.title(f.courseTitle)}”. Days and place stay as they are.`
        : `The trainer of “${say.title(f.courseTitle)}” changes. Days and place stay as they are.`,
      detailsEn(f, say),
    ],
    action: { label: 'See the course', path: f.link },
    calendar: entryOf(f, say),
  }),
  'zh-CN': (f, say) => ({
    subject: `讲师调整：${runZh(f, say)}`,
    body: [
      f.trainer
        ? `“${say.title(f.courseTitle)}”改由${f.trainer}授课，时间和地点不变。`
        : `“${say.title(f.courseTitle)}”的讲师有调整，时间和地点不变。`,
      detailsZh(f, say),
    ],
    action: { label: '查看课程', path: f.link },
    calendar: entryOf(f, say),
  }),
});

function comingEn(count: number, course: string): string {
  if (count === 0) return `Nobody has a seat in “${course}” so far.`;
  return count === 1 ? `One person comes to “${course}”:` : `${count} people come to “${course}”:`;
}
