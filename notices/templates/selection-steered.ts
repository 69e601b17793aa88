import { z } from 'zod';
import type { Label } from '../../contracts/form.ts';
import { STAGES, type Stage } from '../../contracts/selection/terms.ts';
import { At, Link, type Speech, Title, template, Words } from './template.ts';

/** The stages, as letters name them. */
const STAGE_WORDS: Readonly<Record<Stage, Label>> = {
  measures: { en: 'the management measures', 'zh-CN': '管理办法发布' },
  publicity: { en: 'the publicity', 'zh-CN': '宣传动员' },
  call: { en: 'the call for applications', 'zh-CN': '申请受理' },
  screening: { en: 'the screening', 'zh-CN': '资格审查' },
  reviewers: { en: 'the matching of reviewers', 'zh-CN': '评审专家匹配' },
  review: { en: 'the review', 'zh-CN': '评审' },
  ranking: { en: 'the ranking', 'zh-CN': '综合排序' },
  decision: { en: 'the decision', 'zh-CN': '评审决定' },
  notice: { en: 'the public notice', 'zh-CN': '结果公示' },
  results: { en: 'the results', 'zh-CN': '结果反馈与聘任' },
  closed: { en: 'the end', 'zh-CN': '结束' },
};

const Steered = z.object({
  procedureTitle: Title,
  what: z.enum(['paused', 'resumed', 'moved']),
  /** The stage whose date was moved; else the one that runs now. */
  stage: z.enum(STAGES),
  /** When that stage ends; null: time does not end it. */
  until: At.nullable().default(null),
  reason: Words,
  link: Link.default('/'),
});
type Steered = z.infer<typeof Steered>;

/** Until when something can be done, or the stage lasts. */
function endEn({ stage, until }: Steered, say: Speech): string | null {
  if (until === null) return null;
  if (stage === 'call') return `Applications are open until ${say.at(until)}.`;
  if (stage === 'notice') return `Objections can be raised until ${say.at(until)}.`;
  return `The new end of ${STAGE_WORDS[stage].en}: ${say.at(until)}.`;
}

function endZh({ stage, until }: Steered, say: Speech): string | null {
  if (until === null) return null;
  if (stage === 'call') return `申请受理至 ${say.at(until)}。`;
  if (stage === 'notice') return `异议受理至 ${say.at(until)}。`;
  return `“${STAGE_WORDS[stage]['zh-CN']}”环节进行至 ${say.at(until)}。`;
}

const WORDS = {
  paused: {
    subject: { en: 'Paused', 'zh-CN': '选拔已暂停' },
    body: {
      en: 'stands still. Nothing can be handed in and no date passes meanwhile; you will hear when it goes on.',
      'zh-CN': '已暂停。暂停期间不受理任何提交，各项期限停止计算；恢复时将另行通知您。',
    },
  },
  resumed: {
    subject: { en: 'Goes on', 'zh-CN': '选拔已恢复' },
    body: {
      en: 'goes on. What had not ended is due later by the length of the pause.',
      'zh-CN': '已恢复。尚未到期的各项期限按暂停时长顺延。',
    },
  },
  moved: {
    subject: { en: 'Date moved', 'zh-CN': '选拔时间调整' },
    body: { en: 'has a new date.', 'zh-CN': '的时间安排已调整。' },
  },
} as const satisfies Readonly<Record<Steered['what'], { readonly subject: Label; readonly body: Label }>>;

/** To everybody who was written to of a selection: it stands still, it goes on and until when, or a date was moved. */
export const steered = template(Steered, {
  en: (f, say) => ({
    subject: `${WORDS[f.what].subject.en}: ${say.title(f.procedureTitle)}`,
    body: [
      `“${say.title(f.procedureTitle)}” ${WORDS[f.what].body.en}`,
      f.what !== 'paused' && endEn(f, say),
      f.reason && `Reason: ${f.reason}`,
    ],
    action: { label: 'See the selection', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `${WORDS[f.what].subject['zh-CN']}：${say.title(f.procedureTitle)}`,
    body: [
      `“${say.title(f.procedureTitle)}”${WORDS[f.what].body['zh-CN']}`,
      f.what !== 'paused' && endZh(f, say),
      f.reason && `原因：${f.reason}`,
    ],
    action: { label: '查看选拔', path: f.link },
  }),
});
