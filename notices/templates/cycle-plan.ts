import { z } from 'zod';
import { Sentence } from '../../contracts/form.ts';
import { CHANGE_OUTCOMES } from '../../contracts/notices/cycle.ts';
import { Count, Link, Title, template } from './template.ts';

const Frozen = z.object({
  procedureTitle: Title,
  version: Count,
  /** The SHA-256 of the plan, in hexadecimal. */
  digest: z.string(),
  offerings: Count,
  link: Link.default('/'),
});

/** To whoever approved: the plan is approved by all, and frozen. */
export const planFrozen = template(Frozen, {
  en: (f, say) => ({
    subject: `Approved: ${say.title(f.procedureTitle)}`,
    body: [
      `“${say.title(f.procedureTitle)}” is approved by everybody whose word it needs, with ${f.offerings} offerings (version ${f.version}).`,
      'From now on it changes by change request only.',
      `Its fingerprint (SHA-256), as on the printed plan: ${f.digest}`,
    ],
    action: { label: 'Open the plan', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `已批准：${say.title(f.procedureTitle)}`,
    body: [
      `“${say.title(f.procedureTitle)}”已获全部审批人同意，共 ${f.offerings} 个班次（第 ${f.version} 版）。`,
      '此后如需调整，须提交变更申请。',
      `计划校验码（SHA-256），与打印版计划一致：${f.digest}`,
    ],
    action: { label: '打开计划', path: f.link },
  }),
});

const Decided = z.object({
  procedureTitle: Title,
  change: z.string(),
  /** The offering that it is about; null: money. */
  offering: z.string().nullable().default(null),
  outcome: z.enum(CHANGE_OUTCOMES),
  /** The reader has asked for it; else they have approved it. */
  asked: z.boolean().default(true),
  /** Why it could not be carried out, as a sentence. */
  why: Sentence.nullable().default(null),
  link: Link.default('/'),
});
type Outcome = z.infer<typeof Decided>['outcome'];

const SHORT: Readonly<Record<Outcome, readonly [en: string, zh: string]>> = {
  applied: ['approved', '已批准'],
  emergency: ['carried out as an emergency', '已紧急执行'],
  rejected: ['not approved', '未获批准'],
  failed: ['could not be carried out', '未能执行'],
  confirmed: ['approved afterwards', '事后已批准'],
  undone: ['refused and undone', '未获批准并已恢复'],
};

const OUTCOMES: Readonly<Record<Outcome, readonly [en: string, zh: string]>> = {
  applied: ['was approved and carried out', '已获批准并执行'],
  emergency: [
    'was carried out at once as an emergency; it is decided afterwards',
    '已作为紧急变更立即执行，待事后审批',
  ],
  rejected: ['was not approved', '未获批准'],
  failed: ['could not be carried out, and nothing has changed', '未能执行，计划未作任何变更'],
  confirmed: ['was approved afterwards and stands', '事后已获批准'],
  undone: ['was refused afterwards and undone', '事后未获批准，已恢复原状'],
};

/** To whoever asked for a change, and where it could not be carried out to whoever approved it: what has become of it. */
export const changeDecided = template(Decided, {
  en: (f, say) => ({
    subject: `Change request ${f.change} ${SHORT[f.outcome][0]}: ${say.title(f.procedureTitle)}`,
    body: [
      `${f.asked ? 'Your' : 'The'} change request ${f.change}${f.offering ? ` about ${f.offering}` : ''}${f.asked ? '' : ', which you have approved,'} ${OUTCOMES[f.outcome][0]}.`,
      f.why && `Reason: ${f.why.en}`,
    ],
    action: { label: 'Open the plan', path: f.link },
  }),
  'zh-CN': (f, say) => ({
    subject: `变更申请 ${f.change} ${SHORT[f.outcome][1]}：${say.title(f.procedureTitle)}`,
    body: [
      `${f.asked ? '您的' : '您批准的'}变更申请 ${f.change}${f.offering ? `（${f.offering}）` : ''}${OUTCOMES[f.outcome][1]}。`,
      f.why && `原因：${f.why['zh-CN']}`,
    ],
    action: { label: '打开计划', path: f.link },
  }),
});
