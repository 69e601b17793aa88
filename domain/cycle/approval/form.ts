import type { Form } from '../../../contracts/form.ts';
import { choice, say, textWhen } from '../../procedure/fields.ts';

export const APPROVAL_TITLE = say('Approve the training plan', '审批培训计划');

/** Asks an approver for their word on their part of the plan. */
export const approvalForm = (offerings: readonly string[]): Form => ({
  fields: [
    choice('decision', say('Your decision', '审批意见'), [
      ['approve', say('Approve', '同意')],
      ['conditions', say('Approve with conditions', '附条件同意')],
      ['return', say('Return with comments', '退回并说明')],
    ]),
    {
      key: 'touches',
      kind: 'ids',
      from: [...offerings],
      label: say('Offerings that it is about; none named: all of your part', '涉及的班次；未注明则为您负责的全部'),
      required: false,
      max: 500,
    },
    textWhen('conditions', say('Conditions', '条件'), { field: 'decision', equals: 'conditions' }),
    textWhen('comments', say('Comments; what is to be otherwise', '意见：需要如何修改'), {
      field: 'decision',
      equals: 'return',
    }),
  ],
});
