import type { Form } from '../../../contracts/form.ts';
import { choice, say, textWhen } from '../../procedure/fields.ts';

export const MOBILISATION_TITLE = say('Taking part in the training plan', '参与培训计划');

/** How a head answers for a department. */
export const MOBILISATION = { answer: 'answer', delegate: 'delegate', reason: 'reason' } as const;

export const mobilisationForm: Form = {
  fields: [
    choice(MOBILISATION.answer, say('Does your department take part?', '贵部门是否参与？'), [
      ['accept', say('Yes, I speak for it', '参与，由我代表')],
      ['delegate', say('Yes, and somebody else speaks for it', '参与，由他人代表')],
      ['decline', say('No, for the reason below', '不参与，理由如下')],
    ]),
    {
      kind: 'people',
      key: MOBILISATION.delegate,
      label: say('Who speaks for the department', '部门代表'),
      required: false,
      max: 1,
    },
    textWhen(
      MOBILISATION.reason,
      say('Why your department does not take part', '不参与的理由'),
      { field: MOBILISATION.answer, equals: 'decline' },
      3,
    ),
  ],
};
