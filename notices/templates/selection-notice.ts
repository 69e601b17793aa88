import { z } from 'zod';
import { ofEn, ofZh, Subjects, subjectsEn, subjectsZh } from './subjects.ts';
import { At, Count, Link, type Speech, Title, template, Words } from './template.ts';

/** Until when may be objected, and until when it was posted at first. */
const End = z.object({ objectUntil: At, posted: At });
type End = z.infer<typeof End>;

const endEn = ({ objectUntil, posted }: End, say: Speech) =>
  `Anyone may object until ${say.at(objectUntil)}, instead of ${say.at(posted)}: the period stood still while an objection was looked into.`;
const endZh = ({ objectUntil, posted }: End, say: Speech) =>
  `异议受理截止时间由 ${say.at(posted)} 顺延至 ${say.at(objectUntil)}：异议处理期间，公示期停止计算。`;

/** The candidates are posted, and anyone may object. */
export const publicNotice = template(
  z.object({
    procedureTitle: Title,
    /** Rank null: not ranked. */
    candidates: z.array(z.object({ name: z.string(), department: Title, rank: Count.nullable() })),
    objectUntil: At,
    link: Link,
  }),
  {
    en: (f, say) => ({
      subject: `Public notice: ${say.title(f.procedureTitle)} (objections until ${say.brief(f.objectUntil)})`,
      body: [
        f.candidates.length > 0
          ? `These candidates of “${say.title(f.procedureTitle)}” are to be appointed:`
          : `In “${say.title(f.procedureTitle)}” nobody is to be appointed.`,
        f.candidates.length > 0 && {
          list: f.candidates.map((c) => `${c.rank === null ? '' : `${c.rank}. `}${c.name}, ${say.title(c.department)}`),
        },
        `Anyone may object until ${say.at(f.objectUntil)}. Objections are handled by people who did not review.`,
      ],
      action: { label: 'See the notice or object', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `公示：${say.title(f.procedureTitle)}（异议截止 ${say.brief(f.objectUntil)}）`,
      body: [
        f.candidates.length > 0
          ? `“${say.title(f.procedureTitle)}”拟聘人选公示如下：`
          : `“${say.title(f.procedureTitle)}”无拟聘人选，现予公示。`,
        f.candidates.length > 0 && {
          list: f.candidates.map(
            (c) => `${c.rank === null ? '' : `第 ${c.rank} 名：`}${c.name}，${say.title(c.department)}`,
          ),
        },
        `如有异议，请于 ${say.at(f.objectUntil)} 前提出。异议由未参与评审的人员处理。`,
      ],
      action: { label: '查看公示或提出异议', path: f.link },
    }),
  },
);

/** To the person who objected: it has arrived. */
export const objectionReceived = template(
  z.object({ procedureTitle: Title, subjects: Subjects, link: Link.default('/') }),
  {
    en: (f, say) => ({
      subject: `Objection received: ${say.title(f.procedureTitle)}${ofEn(f.subjects, say)}`,
      body: [
        `Your objection in “${say.title(f.procedureTitle)}” has arrived. It is handled by people who did not review, and the process pauses until you have an answer.`,
        subjectsEn(f.subjects, say),
      ],
      action: { label: 'Follow my objection', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `已收到异议：${say.title(f.procedureTitle)}${ofZh(f.subjects, say)}`,
      body: [
        `我们已收到您对“${say.title(f.procedureTitle)}”提出的异议。该异议将由未参与评审的人员处理，答复之前相关进程暂停。`,
        subjectsZh(f.subjects, say),
      ],
      action: { label: '查看异议进展', path: f.link },
    }),
  },
);

/** To the person who objected: the answer. */
export const objectionResolved = template(
  z.object({
    procedureTitle: Title,
    subjects: Subjects,
    upheld: z.boolean(),
    answer: Words,
    moved: End.nullable().default(null),
    link: Link.default('/'),
  }),
  {
    en: (f, say) => ({
      subject: `Your objection has been ${f.upheld ? 'upheld' : 'decided'}: ${say.title(f.procedureTitle)}${ofEn(f.subjects, say)}`,
      body: [
        f.upheld
          ? `Your objection in “${say.title(f.procedureTitle)}” has been upheld. The process goes back to the stage it concerns.`
          : `Your objection in “${say.title(f.procedureTitle)}” has been examined and was not upheld.`,
        subjectsEn(f.subjects, say),
        f.answer && { quote: f.answer, by: null },
        f.moved && endEn(f.moved, say),
      ],
      action: { label: 'See the decision', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `异议处理结果：${say.title(f.procedureTitle)}${ofZh(f.subjects, say)}`,
      body: [
        f.upheld
          ? `您对“${say.title(f.procedureTitle)}”提出的异议成立，相关进程将退回所涉环节重新办理。`
          : `您对“${say.title(f.procedureTitle)}”提出的异议经审查不成立。`,
        subjectsZh(f.subjects, say),
        f.answer && { quote: f.answer, by: null },
        f.moved && endZh(f.moved, say),
      ],
      action: { label: '查看处理结果', path: f.link },
    }),
  },
);

/** To the candidates and to others who have objected: until when may be objected now, and why that has moved. */
export const noticeMoved = template(End.extend({ procedureTitle: Title, link: Link.default('/') }), {
  en: (f, say) => ({
    subject: `Public notice goes on until ${say.brief(f.objectUntil)}: ${say.title(f.procedureTitle)}`,
    body: [
      `An objection to the public notice of “${say.title(f.procedureTitle)}” was decided; the candidates stay as they were posted.`,
      endEn(f, say),
      'Nothing is asked of you. The results follow when the period is over.',
    ],
    action: { label: 'See the notice', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `公示期顺延至 ${say.brief(f.objectUntil)}：${say.title(f.procedureTitle)}`,
    body: [
      `“${say.title(f.procedureTitle)}”公示期内提出的异议已有处理结果，候选人名单不变。`,
      endZh(f, say),
      '您无需办理任何事项。公示期满后将公布结果。',
    ],
    action: { label: '查看公示', path: f.link },
  }),
});
