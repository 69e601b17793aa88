import { z } from 'zod';
import { Count, Day, Link, type Speech, Title, template } from './template.ts';

const Outcome = z.enum(['appointed', 'candidate', 'reserve', 'not_selected', 'ineligible', 'withdrawn']);

const OUTCOMES = {
  en: {
    appointed: 'you are appointed. Congratulations, and thank you',
    candidate: 'you are among the candidates',
    reserve: 'you are on the reserve list. Should a seat become free, it may be offered to you',
    not_selected: 'you have not been selected this time. Thank you for applying',
    ineligible: 'your application did not meet the conditions',
    withdrawn: 'your application was withdrawn',
  },
  'zh-CN': {
    appointed: '您已获聘任，谨致祝贺与感谢',
    candidate: '您已入选候选人名单',
    reserve: '您已列入候补名单，如有名额空出，可能向您发出聘任邀请',
    not_selected: '本次您未入选，感谢您的参与',
    ineligible: '您的申请不符合申请条件',
    withdrawn: '您的申请已撤回',
  },
} as const;

const Result = z.object({
  procedureTitle: Title,
  outcome: Outcome,
  score: z.union([z.number(), z.string()]).nullish(),
  rank: Count.nullish(),
  /** How many were ranked. */
  of: Count,
  strengths: z.array(Title).default([]),
  gaps: z.array(Title).default([]),
  link: Link,
});
type Result = z.infer<typeof Result>;

/** At most three decimals: more would promise a precision that no reviewer has. The ranking keeps them all. */
const showScore = (score: number | string) => String(Number(Number(score).toFixed(3)));

/** To each applicant: the outcome, and feedback for the individual development plan. */
export const result = template(Result, {
  en: (f, say) => ({
    subject: `Your result: ${say.title(f.procedureTitle)}`,
    body: [
      `The result of your application to “${say.title(f.procedureTitle)}”: ${OUTCOMES.en[f.outcome]}.`,
      [
        f.score != null ? `Your score is ${showScore(f.score)}.` : '',
        f.rank != null ? `You are number ${f.rank} of ${f.of} in the ranking.` : '',
      ]
        .filter(Boolean)
        .join(' '),
      ...feedback(f, say, 'The reviewers saw these strengths:', 'And these gaps to work on:'),
    ],
    action: { label: 'See my result', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `您的选拔结果：${say.title(f.procedureTitle)}`,
    body: [
      `您申请“${say.title(f.procedureTitle)}”的结果：${OUTCOMES['zh-CN'][f.outcome]}。`,
      [
        f.score != null ? `您的得分为 ${showScore(f.score)}。` : '',
        f.rank != null ? `排序第 ${f.rank} 名，共 ${f.of} 人。` : '',
      ].join(''),
      ...feedback(f, say, '评审认为您的优势：', '有待提升之处：'),
    ],
    action: { label: '查看我的结果', path: f.link },
  }),
});

/** To the new internal trainer. */
export const appointed = template(
  z.object({
    procedureTitle: Title,
    termFrom: Day,
    termTo: Day,
    duties: z.array(Title).default([]),
    /** null: it could not be printed. */
    certificate: Link.nullable(),
    link: Link.default('/'),
  }),
  {
    en: (f, say) => ({
      subject: `Your appointment as internal trainer: ${say.title(f.procedureTitle)}`,
      body: [
        `You are appointed internal trainer by “${say.title(f.procedureTitle)}”. Congratulations! Your term runs from ${say.day(f.termFrom)} to ${say.day(f.termTo)}.`,
        f.duties.length > 0 && 'Your duties:',
        f.duties.length > 0 && { list: f.duties.map(say.title) },
        !f.certificate && 'Your certificate comes separately, from the training department.',
      ],
      action: f.certificate
        ? { label: 'Download my certificate', path: f.certificate }
        : { label: 'Open the selection', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `内训师聘任通知：${say.title(f.procedureTitle)}`,
      body: [
        `经“${say.title(f.procedureTitle)}”选拔，您已获聘为内训师，谨致祝贺！聘期自 ${say.day(f.termFrom)} 至 ${say.day(f.termTo)}。`,
        f.duties.length > 0 && '您的职责：',
        f.duties.length > 0 && { list: f.duties.map(say.title) },
        !f.certificate && '聘书将由培训管理部门另行发给您。',
      ],
      action: f.certificate ? { label: '下载聘书', path: f.certificate } : { label: '打开选拔', path: f.link },
    }),
  },
);

function feedback(f: Result, say: Speech, strengths: string, gaps: string) {
  return [
    f.strengths.length > 0 && strengths,
    f.strengths.length > 0 && { list: f.strengths.map(say.title) },
    f.gaps.length > 0 && gaps,
    f.gaps.length > 0 && { list: f.gaps.map(say.title) },
  ];
}
