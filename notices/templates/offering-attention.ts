import { z } from 'zod';
import { OFFERING_ATTENTIONS } from '../../contracts/notices/offering.ts';
import { daysEn, daysZh } from './days.ts';
import { Course, detailsEn, detailsZh, runEn, runZh } from './offering-course.ts';
import { Count, Day, type Speech, template } from './template.ts';

/** To the supervisor of somebody who did not come: kindly, as there is mostly a reason. */
export const absent = template(Course.extend({ person: z.string() }), {
  en: (f, say) => ({
    subject: `${f.person} could not be at ${runEn(f, say)}`,
    body: [
      `By the trainer's record ${f.person} was not at “${say.title(f.courseTitle)}”. There will have been a reason; please see together whether the course is still needed.`,
      'If the record is wrong, please tell the training department.',
    ],
    action: { label: 'See the course', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `${f.person}未能参加${runZh(f, say)}`,
    body: [
      `根据讲师的考勤记录，${f.person}未参加“${say.title(f.courseTitle)}”。想必事出有因，请您与其沟通是否仍需参加后续培训。`,
      '如记录有误，请告知培训管理部门。',
    ],
    action: { label: '查看课程', path: f.link },
  }),
});

const Attention = Course.extend({
  what: z.enum(OFFERING_ATTENTIONS),
  taken: Count.default(0),
  needed: Count.default(0),
  /** Who is away, by name, on which day or from which to which, from which line of the plan. */
  person: z.string().default(''),
  day: Day.nullable().default(null),
  lastDay: Day.nullish(),
  line: z.string().default(''),
});
type Attention = z.infer<typeof Attention>;

interface Words {
  readonly subject: string;
  readonly body: string;
}

const EN: Readonly<Record<Attention['what'], (f: Attention, say: Speech) => Words>> = {
  'seats-short': (f, say) => ({
    subject: 'Too few seats are taken',
    body: `Only ${f.taken} seats of “${say.title(f.courseTitle)}” are taken, and it needs ${f.needed}. It is held unless you request a change: move it, cancel it, or add participants.`,
  }),
  attendance: (f, say) => ({
    subject: 'Attendance to record',
    body: `Nobody is left to say who was at “${say.title(f.courseTitle)}”. Please record the attendance.`,
  }),
  away: (f, say) => ({
    subject: `${f.line} has somebody who is away on its days`,
    body: `${f.person} has a seat in “${say.title(f.courseTitle)}” (${f.line}) and is away ${daysEn(f.day!, f.lastDay, say)} by the personnel system. They have been asked to give up the seat if they cannot come; it stays theirs unless they do, or you request a change of participants.`,
  }),
  'trainer-away': (f, say) => ({
    subject: `The trainer of ${f.line} is away on its days`,
    body: `${f.person} teaches “${say.title(f.courseTitle)}” (${f.line}) and is away ${daysEn(f.day!, f.lastDay, say)} by the personnel system. It is held as planned unless you request a change: another trainer, or other days.`,
  }),
  'trainer-left': (f, say) => ({
    subject: `The trainer of ${f.line} has left the company`,
    body: `${f.person} was to teach “${say.title(f.courseTitle)}” (${f.line}) and has left the company. Please request a change: another trainer, other days, or cancel it.`,
  }),
};

const ZH: typeof EN = {
  'seats-short': (f, say) => ({
    subject: '报名人数不足',
    body: `“${say.title(f.courseTitle)}”目前仅有 ${f.taken} 人确认参训，开班最低为 ${f.needed} 人。如不提出变更申请（改期、取消或增加人员），课程将照常举办。`,
  }),
  attendance: (f, say) => ({
    subject: '请录入考勤',
    body: `“${say.title(f.courseTitle)}”已无人可填写考勤，请您录入。`,
  }),
  away: (f, say) => ({
    subject: `${f.line} 有参训人员在开课期间休假`,
    body: `${f.person}已有“${say.title(f.courseTitle)}”（${f.line}）的名额，但人事系统显示其 ${daysZh(f.day!, f.lastDay, say)} 休假。已请本人在不能参加时放弃名额；除非本人放弃或您提出人员变更申请，名额仍为其保留。`,
  }),
  'trainer-away': (f, say) => ({
    subject: `${f.line} 的讲师在开课期间休假`,
    body: `“${say.title(f.courseTitle)}”（${f.line}）的讲师${f.person}，人事系统显示其 ${daysZh(f.day!, f.lastDay, say)} 休假。如您不提出变更申请（更换讲师或改期），课程将照常举办。`,
  }),
  'trainer-left': (f, say) => ({
    subject: `${f.line} 的讲师已离职`,
    body: `“${say.title(f.courseTitle)}”（${f.line}）的原定讲师${f.person}已离职。请提出变更申请：更换讲师、改期或取消。`,
  }),
};

/** To whoever runs the cycle, when something waits for operations. */
export const attention = template(Attention, {
  en: (f, say) => {
    const { subject, body } = EN[f.what](f, say);
    return {
      subject: `${subject}: ${runEn(f, say)}`,
      body: [body, detailsEn(f, say)],
      action: { label: 'See the course', path: f.link },
    };
  },
  'zh-CN': (f, say) => {
    const { subject, body } = ZH[f.what](f, say);
    return {
      subject: `${subject}：${runZh(f, say)}`,
      body: [body, detailsZh(f, say)],
      action: { label: '查看课程', path: f.link },
    };
  },
});
