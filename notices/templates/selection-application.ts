import { z } from 'zod';
import { At, Link, Title, template, Words } from './template.ts';

/** To the applicant: the application has arrived. */
export const applicationReceived = template(
  /** `isOpen`: the application may still be changed. */
  z.object({ procedureTitle: Title, code: z.string(), isOpen: z.boolean(), link: Link.default('/') }),
  {
    en: (f, say) => ({
      subject: `Application ${f.code} received: ${say.title(f.procedureTitle)}`,
      body: [
        `Thank you for applying to “${say.title(f.procedureTitle)}”. Your application has arrived; its number is ${f.code}.`,
        f.isOpen && 'You may change or withdraw it until applications close.',
      ],
      action: { label: 'See my application', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `已收到申请 ${f.code}：${say.title(f.procedureTitle)}`,
      body: [
        `感谢您申请“${say.title(f.procedureTitle)}”。我们已收到您的申请，编号为 ${f.code}。`,
        f.isOpen && '申请截止前，您可以修改或撤回。',
      ],
      action: { label: '查看我的申请', path: f.link },
    }),
  },
);

/** To an applicant who fails the eligibility rules: why, and until when an objection counts. */
export const ineligible = template(
  z.object({
    procedureTitle: Title,
    reasons: z.array(Title),
    /** Of a person who has decided so. */
    words: Words,
    objectUntil: At,
    link: Link.default('/'),
  }),
  {
    en: (f, say) => ({
      subject: `About your application: ${say.title(f.procedureTitle)}`,
      body: [
        `Thank you for applying to “${say.title(f.procedureTitle)}”. By its rules your application cannot go forward, because:`,
        { list: f.reasons.map(say.title) },
        f.words && { quote: f.words, by: null },
        `If you think this is wrong, you may object until ${say.at(f.objectUntil)}.`,
      ],
      action: { label: 'See the reasons or object', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `关于您的申请：${say.title(f.procedureTitle)}`,
      body: [
        `感谢您申请“${say.title(f.procedureTitle)}”。按照相关规则，您的申请未能进入下一环节，原因如下：`,
        { list: f.reasons.map(say.title) },
        f.words && { quote: f.words, by: null },
        `如有异议，请于 ${say.at(f.objectUntil)} 前提出。`,
      ],
      action: { label: '查看原因或提出异议', path: f.link },
    }),
  },
);

const AGREEMENTS = {
  en: {
    agreed: 'Your line manager has agreed to the time that it takes.',
    deemed: 'Your line manager has not answered in time, which by the rules counts as agreement.',
    refused: 'Your line manager has not agreed to the time that it takes, so the application cannot go forward.',
    silent: 'Your line manager has not answered in time, so the application cannot go forward.',
  },
  'zh-CN': {
    agreed: '您的直接主管已同意您投入所需时间。',
    deemed: '您的直接主管未在期限内答复，按照规则视为同意。',
    refused: '您的直接主管未同意您投入所需时间，该申请无法进入下一环节。',
    silent: '您的直接主管未在期限内答复，该申请无法进入下一环节。',
  },
} as const;

/** To the applicant: whether the line manager agrees to the time. */
export const agreement = template(
  z.object({
    procedureTitle: Title,
    code: z.string(),
    answer: z.enum(['agreed', 'deemed', 'refused', 'silent']),
    link: Link.default('/'),
  }),
  {
    en: (f, say) => ({
      subject: `Your line manager's answer to application ${f.code}: ${say.title(f.procedureTitle)}`,
      body: [
        `This is about your application ${f.code} to “${say.title(f.procedureTitle)}”. ${AGREEMENTS.en[f.answer]}`,
        (f.answer === 'refused' || f.answer === 'silent') &&
          'Please talk to your line manager; when the screening says that you are not eligible, you may object.',
      ],
      action: { label: 'See my application', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `直接主管对申请 ${f.code} 的意见：${say.title(f.procedureTitle)}`,
      body: [
        `关于您对“${say.title(f.procedureTitle)}”的申请 ${f.code}：${AGREEMENTS['zh-CN'][f.answer]}`,
        (f.answer === 'refused' || f.answer === 'silent') &&
          '请与您的直接主管沟通；如资格审查认定您不符合条件，您可以提出异议。',
      ],
      action: { label: '查看我的申请', path: f.link },
    }),
  },
);

/** To somebody who may apply although the call has closed. */
export const lateAllowed = template(
  z.object({ procedureTitle: Title, reason: Words, until: At.nullish(), link: Link.default('/') }),
  {
    en: (f, say) => ({
      subject: `You may still apply: ${say.title(f.procedureTitle)}${f.until == null ? '' : ` (until ${say.brief(f.until)})`}`,
      body: [
        `Applications for “${say.title(f.procedureTitle)}” have closed, but for you an exception has been made: you may still apply.`,
        f.reason && `Reason: ${f.reason}`,
        f.until != null &&
          `Please apply soon, before the review opens: it is planned to open after ${say.at(f.until)}.`,
      ],
      action: { label: 'Apply', path: f.link },
    }),
    'zh-CN': (f, say) => ({
      subject: `您仍可申请：${say.title(f.procedureTitle)}${f.until == null ? '' : `（${say.brief(f.until)} 截止）`}`,
      body: [
        `“${say.title(f.procedureTitle)}”的申请已截止，现破例允许您补交申请。`,
        f.reason && `原因：${f.reason}`,
        f.until != null && `请尽快在评审开始前提交；评审计划于 ${say.at(f.until)} 之后开始。`,
      ],
      action: { label: '提出申请', path: f.link },
    }),
  },
);
