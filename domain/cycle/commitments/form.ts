import type { CommitmentTerms } from '../../../contracts/cycle/terms.ts';
import type { Form } from '../../../contracts/form.ts';
import { choice, say, textWhen } from '../../procedure/fields.ts';

export const COMMITMENTS_TITLE = say('What do you commit to the plan?', '资源承诺');

const GIVE = ['give', say('I commit it', '承诺提供')] as const;
const PARTLY = ['partly', say('I commit a part', '部分提供')] as const;
const REFUSE = ['refuse', say('I cannot commit it', '无法提供')] as const;

/**
 * Asks a leader for a commitment. Amounts of money are shown in whole units of the currency, as people speak of them,
 * and become its smallest unit when the answer is read.
 */
export function commitmentForm(kind: CommitmentTerms['kind'], currency: string): Form {
  const counted = kind === 'budget' || kind === 'time';
  const figure = {
    key: 'amount',
    kind: 'score' as const,
    label:
      kind === 'budget' ? say(`Amount, in whole ${currency}`, `金额（${currency}，整数）`) : say('Hours', '小时数'),
    required: false,
    requiredWhen: { field: 'answer', equals: 'partly' },
    min: 0,
    max: kind === 'budget' ? 10_000_000_000 : 1_000_000,
    step: kind === 'budget' ? 1 : 0.5,
  };
  return {
    fields: [
      choice('answer', say('Your commitment', '您的承诺'), counted ? [GIVE, PARTLY, REFUSE] : [GIVE, REFUSE]),
      ...(counted ? [figure] : []),
      textWhen('comment', say('Remark; needed when you cannot commit it', '说明（无法提供时必填）'), {
        field: 'answer',
        equals: 'refuse',
      }),
    ],
  };
}
