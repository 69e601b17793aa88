import type { Field, Form, Label } from '../../../contracts/form.ts';
import { choice, flag, say, text } from '../../procedure/fields.ts';
import { MOST_GOALS } from './goals.ts';

export const TALKS_TITLE = say('Performance talks and development plans', '绩效面谈与个人发展计划');
export const SIGNATURES_TITLE = say('Your development plan: agree or object', '个人发展计划确认');

/** The choice for a goal that belongs to no element of the post's ability model. */
export const NO_ELEMENT = 'none';

interface TalkElement {
  readonly element: string;
  readonly label: Label;
}

/** The record of a performance talk: when it was held, and up to three goals with means and date. */
export function talkForm(elements: readonly TalkElement[]): Form {
  const goals = Array.from({ length: MOST_GOALS }, (_, i) => goalFields(i + 1, elements)).flat();
  return {
    fields: [
      { kind: 'date', key: 'held', label: say('The talk was held on', '面谈日期'), required: true },
      ...goals,
      text('remarks', say('Remarks', '备注')),
    ],
  };
}

function goalFields(n: number, elements: readonly TalkElement[]): Field[] {
  const about = [
    ...elements.map(({ element, label }) => [element, label] as const),
    [NO_ELEMENT, say('Another subject', '其他方面')] as const,
  ];
  const means = [
    ['course', say('Course', '课程')],
    ['coaching', say('Coaching on the job', '在岗辅导')],
    ['project', say('Project', '项目实践')],
    ['self-study', say('Self-study', '自学')],
  ] as const;
  return [
    choice(`element${n}`, say(`Goal ${n}: ability`, `目标${n}：能力要素`), about, false),
    choice(`means${n}`, say(`Goal ${n}: by which means`, `目标${n}：方式`), means, false),
    { kind: 'date', key: `until${n}`, label: say(`Goal ${n}: by when`, `目标${n}：完成日期`), required: false },
    text(`goal${n}`, say(`Goal ${n}: what will be different`, `目标${n}：预期变化`)),
  ];
}

export const signatureForm: Form = {
  fields: [
    flag('agrees', say('I agree with this development plan', '我同意该个人发展计划')),
    text('comment', say('Comment', '意见')),
  ],
};
