import type { CommitmentTerms } from '../../contracts/cycle/terms.ts';
import type { Form, Label } from '../../contracts/form.ts';

type Choice = readonly [value: string, en: string, zh: string];

const label = (en: string, zh: string): Label => ({ en, 'zh-CN': zh });
const options = (choices: readonly Choice[]) => choices.map(([value, en, zh]) => ({ value, label: label(en, zh) }));

const GIVE: readonly Choice[] = [
  ['give', 'I commit it', '承诺提供'],
  ['refuse', 'I cannot commit it', '无法提供'],
];
const PARTLY: Choice = ['partly', 'I commit a part', '部分提供'];

/**
 * Asks a leader for a commitment. Amounts of money are shown in whole units of the currency, as people speak of them,
 * and become its smallest unit when the answer is read.
 */
export function commitmentForm(kind: CommitmentTerms['kind'], currency: string): Form {
  const counted = kind === 'budget' || kind === 'time';
  const answer = {
    key: 'answer',
    kind: 'choice' as const,
    label: label('Your commitment', '您的承诺'),
    required: true,
    options: options(counted ? [GIVE[0]!, PARTLY, GIVE[1]!] : GIVE),
  };
  const figure = {
    key: 'amount',
    kind: 'score' as const,
    label:
      kind === 'budget' ? label(`Amount, in whole ${currency}`, `金额（${currency}，整数）`) : label('Hours', '小时数'),
    required: false,
    requiredWhen: { field: 'answer', equals: 'partly' },
    min: 0,
    max: kind === 'budget' ? 10_000_000_000 : 1_000_000,
    step: kind === 'budget' ? 1 : 0.5,
  };
  return { fields: [answer, ...(counted ? [figure] : []), remark('refuse')] };
}

function remark(when: string): Form['fields'][number] {
  return {
    key: 'comment',
    kind: 'text',
    label: label('Remark; needed when you cannot commit it', '说明（无法提供时必填）'),
    required: false,
    requiredWhen: { field: 'answer', equals: when },
    minLength: 0,
    maxLength: 4000,
  };
}

/** Asks an approver for their word on their part of the plan. */
export const approvalForm = (offerings: readonly string[]): Form => ({
  fields: [
    {
      key: 'decision',
      kind: 'choice',
      label: label('Your decision', '审批意见'),
      required: true,
      options: options([
        ['approve', 'Approve', '同意'],
        ['conditions', 'Approve with conditions', '附条件同意'],
        ['return', 'Return with comments', '退回并说明'],
      ]),
    },
    {
      key: 'touches',
      kind: 'ids',
      from: [...offerings],
      label: label('Offerings that it is about; none named: all of your part', '涉及的班次；未注明则为您负责的全部'),
      required: false,
      max: 500,
    },
    words('conditions', 'decision', 'conditions', label('Conditions', '条件')),
    words('comments', 'decision', 'return', label('Comments; what is to be otherwise', '意见：需要如何修改')),
  ],
});

/** Asks for a word on a change request. */
export const CHANGE_FORM: Form = {
  fields: [
    {
      key: 'decision',
      kind: 'choice',
      label: label('Your decision on the change request', '变更申请审批意见'),
      required: true,
      options: options([
        ['approve', 'Approve', '同意'],
        ['reject', 'Refuse', '不同意'],
      ]),
    },
    words('comment', 'decision', 'reject', label('Why; needed when you refuse', '理由（不同意时必填）')),
  ],
};

function words(key: string, field: string, equals: string, text: Label): Form['fields'][number] {
  return {
    key,
    kind: 'text',
    label: text,
    required: false,
    requiredWhen: { field, equals },
    minLength: 0,
    maxLength: 4000,
  };
}

export const PLAN_TITLES = {
  commitments: label('What do you commit to the plan?', '资源承诺'),
  approval: label('Approve the training plan', '审批培训计划'),
  changes: label('Change requests to the training plan', '培训计划变更申请'),
} as const;
