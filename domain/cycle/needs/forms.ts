import type { Field, Form } from '../../../contracts/form.ts';
import { choice, flag, say, textWhen } from '../../procedure/fields.ts';

const confirmed: Field = {
  kind: 'ids',
  from: 'needs',
  key: 'confirmed',
  label: say(
    'Numbers of the proposed needs that you confirm, the most wanted first; the others are dropped',
    '您确认的培训需求编号，最需要的排在最前；其余将不予保留',
  ),
  required: false,
  max: 500,
};

/** What a department head is asked about the needs of the department. A nil return needs its reason. */
export const RETURN_FORM: Form = {
  fields: [
    choice('answer', say('Does your department need training in this cycle?', '本周期贵部门是否有培训需求？'), [
      ['needs', say('Yes, as confirmed below and stated beside it', '有，见下列确认及另行填报的需求')],
      ['nil', say('No: nil return', '零需求申报')],
    ]),
    confirmed,
    textWhen(
      'reason',
      say('Reason; obligatory for a nil return', '理由（零需求申报必填）'),
      { field: 'answer', equals: 'nil' },
      3,
    ),
  ],
};

export const RETURN_TITLE = say('Training needs of the department', '部门培训需求');

/** What the author of a need is asked that has neither a diagnosed gap nor a problem behind it. */
export const PROBLEM_FORM: Form = {
  fields: [
    flag(
      'named',
      say(
        'There is a problem of the business behind this need (no: the need is dropped)',
        '该需求背后有业务问题（选“否”则撤回该需求）',
      ),
    ),
    textWhen(
      'problem',
      say(
        'Which problem of the business shall the training solve? The ratings show no gap for these people.',
        '该培训要解决什么业务问题？评定结果未显示这些人员存在能力差距。',
      ),
      { field: 'named', equals: true },
      3,
    ),
  ],
};

/** What the author of a need is asked that names nobody. */
export const PEOPLE_FORM: Form = {
  fields: [
    flag(
      'named',
      say('The need stands for the people below (no: it is dropped)', '该需求适用于下列人员（选“否”则撤回该需求）'),
    ),
    {
      kind: 'ids',
      from: 'people',
      key: 'people',
      label: say('Employee ids of the people of your department who need it', '本部门需要该培训的人员工号'),
      required: false,
      requiredWhen: { field: 'named', equals: true },
      max: 500,
    },
  ],
};

export const QUESTION_TITLE = say('A question about a training need', '关于培训需求的询问');
