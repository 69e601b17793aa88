import { z } from 'zod';
import { Course, detailsEn, detailsZh } from './offering-course.ts';
import { Count, template } from './template.ts';

/** To the supervisor of somebody who did not come: kindly, as there is mostly a reason. */
export const absent = template(Course.extend({ person: z.string() }), {
  en: (f, say) => ({
    subject: `${f.person} could not be at ${say.title(f.courseTitle)}`,
    body: [
      `By the trainer's record ${f.person} was not at “${say.title(f.courseTitle)}”. There will have been a reason; please see together whether the course is still needed.`,
      'If the record is wrong, please tell the training department.',
    ],
    action: { label: 'See the course', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `${f.person}未能参加${say.title(f.courseTitle)}`,
    body: [
      `根据讲师的考勤记录，${f.person}未参加“${say.title(f.courseTitle)}”。想必事出有因，请您与其沟通是否仍需参加后续培训。`,
      '如记录有误，请告知培训管理部门。',
    ],
    action: { label: '查看课程', path: f.link },
  }),
});

/** To whoever runs the cycle, when something waits for operations. */
export const attention = template(
  Course.extend({
    what: z.enum(['seats-short', 'attendance']),
    taken: Count.default(0),
    needed: Count.default(0),
  }),
  {
    en: (f, say) => ({
      subject: `${f.what === 'seats-short' ? 'Too few seats are taken' : 'Attendance to record'}: ${say.title(f.courseTitle)}`,
      body: [
        f.what === 'seats-short'
          ? `Only ${f.taken} seats of “${say.title(f.courseTitle)}” are taken, and it needs ${f.needed}. It is held unless you request a change: move it, cancel it, or add participants.`
          : `Nobody is left to say who was at “${say.title(f.courseTitle)}”. Please record the attendance.`,
        detailsEn(f, say),
      ],
      action: { label: 'See the course', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `${f.what === 'seats-short' ? '报名人数不足' : '请录入考勤'}：${say.title(f.courseTitle)}`,
      body: [
        f.what === 'seats-short'
          ? `“${say.title(f.courseTitle)}”目前仅有 ${f.taken} 人确认参训，开班最低为 ${f.needed} 人。如不提出变更申请（改期、取消或增加人员），课程将照常举办。`
          : `“${say.title(f.courseTitle)}”已无人可填写考勤，请您录入。`,
        detailsZh(f, say),
      ],
      action: { label: '查看课程', path: f.link },
    }),
  },
);
