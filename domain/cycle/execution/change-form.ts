import type { Form } from '../../../contracts/form.ts';
import { choice, say, textWhen } from '../../procedure/fields.ts';

export const CHANGES_TITLE = say('Change requests to the training plan', '培训计划变更申请');

/** Asks for a word on a change request. */
export const CHANGE_FORM: Form = {
  fields: [
    choice('decision', say('Your decision on the change request', '变更申请审批意见'), [
      ['approve', say('Approve', '同意')],
      ['reject', say('Refuse', '不同意')],
    ]),
    textWhen('comment', say('Why; needed when you refuse', '理由（不同意时必填）'), {
      field: 'decision',
      equals: 'reject',
    }),
  ],
};
