import { z } from 'zod';
import { Course, detailsEn, detailsZh, entryOf, runEn, runZh } from './offering-course.ts';
import { template, Words } from './template.ts';

const Concerned = Course.extend({
  reason: Words,
  as: z.enum(['participant', 'waiting', 'trainer', 'supervisor']),
  /** For a supervisor: whose course it is. */
  people: z.array(z.string()).default([]),
});
type Concerned = z.infer<typeof Concerned>;

const teamEn = (f: Concerned) => f.people.length > 0 && `It concerns, of your people: ${f.people.join(', ')}.`;
const teamZh = (f: Concerned) => f.people.length > 0 && `涉及您所辖人员：${f.people.join('、')}。`;

/** To all concerned: the course is on other days, or in another place. */
export const moved = template(Concerned, {
  en: (f, say) => ({
    subject: `Moved: ${say.title(f.courseTitle)}, now from ${say.day(f.days[0]!)}`,
    body: [
      `“${say.title(f.courseTitle)}” has been moved. This is how it is now:`,
      detailsEn(f, say),
      teamEn(f),
      f.reason && `Reason: ${f.reason}`,
      f.as === 'participant' && 'Your seat is kept. If you cannot come on these days, please give it up.',
    ],
    action: { label: 'See the course', path: f.link },
    calendar: entryOf(f, say),
  }),
  'zh-CN': (f, say) => ({
    subject: `培训改期：${say.title(f.courseTitle)}（改为 ${say.day(f.days[0]!)}起）`,
    body: [
      `“${say.title(f.courseTitle)}”已调整，最新安排如下：`,
      detailsZh(f, say),
      teamZh(f),
      f.reason && `原因：${f.reason}`,
      f.as === 'participant' && '您的名额保留。如新的时间无法参加，请释放名额。',
    ],
    action: { label: '查看课程', path: f.link },
    calendar: entryOf(f, say),
  }),
});

/** To all concerned: it is not held. */
export const cancelled = template(Concerned, {
  en: (f, say) => ({
    subject: `Cancelled: ${say.title(f.courseTitle)} from ${say.day(f.days[0]!)}`,
    body: [
      `“${say.title(f.courseTitle)}”, which was to begin on ${say.day(f.days[0]!)}, is not held.`,
      teamEn(f),
      f.reason && `Reason: ${f.reason}`,
      f.as === 'participant' && 'The need behind it is not forgotten: the training department takes it up again.',
    ],
    action: { label: 'See the course', path: f.link },
    calendar: entryOf(f, say),
  }),
  'zh-CN': (f, say) => ({
    subject: `培训取消：${say.title(f.courseTitle)}（原定 ${say.day(f.days[0]!)}起）`,
    body: [
      `原定 ${say.day(f.days[0]!)}开始的“${say.title(f.courseTitle)}”不再举办。`,
      teamZh(f),
      f.reason && `原因：${f.reason}`,
      f.as === 'participant' && '您的培训需求仍由培训管理部门跟进。',
    ],
    action: { label: '查看课程', path: f.link },
    calendar: entryOf(f, say),
  }),
});

/** To whoever has no seat any more: their own wish, or the plan's. */
export const removed = template(Course.extend({ why: z.enum(['declined', 'given-up', 'removed']) }), {
  en: (f, say) => ({
    subject: `${f.why === 'removed' ? 'Your seat has gone' : 'Your seat is given up'}: ${runEn(f, say)}`,
    body: [
      f.why === 'removed'
        ? `The plan has changed, and you do not take part in “${say.title(f.courseTitle)}” from ${say.day(f.days[0]!)}.`
        : `You have said that you cannot come to “${say.title(f.courseTitle)}” from ${say.day(f.days[0]!)}. Thank you for saying so; somebody else can come.`,
    ],
    action: { label: 'See my courses', path: f.link },
    calendar: entryOf(f, say),
  }),
  'zh-CN': (f, say) => ({
    subject: `${f.why === 'removed' ? '名额已调整' : '名额已释放'}：${runZh(f, say)}`,
    body: [
      f.why === 'removed'
        ? `因计划调整，您不再参加 ${say.day(f.days[0]!)}起的“${say.title(f.courseTitle)}”。`
        : `您已告知无法参加 ${say.day(f.days[0]!)}起的“${say.title(f.courseTitle)}”。感谢告知，名额将提供给他人。`,
    ],
    action: { label: '查看我的课程', path: f.link },
    calendar: entryOf(f, say),
  }),
});
