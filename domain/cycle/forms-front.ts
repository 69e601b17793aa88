import type { Field, Form, Label } from '../../contracts/form.ts';
import { cut } from '../../contracts/text.ts';

const say = (en: string, zh: string): Label => ({ en, 'zh-CN': zh });

/** What the rounds up to the needs are called. */
export const FRONT_TITLES = {
  mobilisation: say('Taking part in the training plan', '参与培训计划'),
  ratings: say('Ability ratings of your people', '下属能力评定'),
  'self-ratings': say('Your own ability rating', '能力自评'),
  talks: say('Performance talks and development plans', '绩效面谈与个人发展计划'),
  signatures: say('Your development plan: agree or object', '个人发展计划确认'),
} as const;

const text = (key: string, label: Label, required = false): Field => ({
  kind: 'text',
  key,
  label,
  required,
  minLength: required ? 3 : 0,
  maxLength: 4000,
});

/** How a head answers for a department. */
export const MOBILISATION = { answer: 'answer', delegate: 'delegate', reason: 'reason' } as const;

export const mobilisationForm: Form = {
  fields: [
    {
      kind: 'choice',
      key: MOBILISATION.answer,
      label: say('Does your department take part?', '贵部门是否参与？'),
      required: true,
      options: [
        { value: 'accept', label: say('Yes, I speak for it', '参与，由我代表') },
        { value: 'delegate', label: say('Yes, and somebody else speaks for it', '参与，由他人代表') },
        { value: 'decline', label: say('No, for the reason below', '不参与，理由如下') },
      ],
    },
    {
      kind: 'people',
      key: MOBILISATION.delegate,
      label: say('Who speaks for the department', '部门代表'),
      required: false,
      max: 1,
    },
    text(MOBILISATION.reason, say('Reason', '理由')),
  ],
};

/** Goals that one talk may set. */
export const MOST_GOALS = 3;
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
  const options = [
    ...elements.map(({ element, label }) => ({ value: element, label })),
    { value: NO_ELEMENT, label: say('Another subject', '其他方面') },
  ];
  return [
    {
      kind: 'choice',
      key: `element${n}`,
      label: say(`Goal ${n}: ability`, `目标${n}：能力要素`),
      required: false,
      options,
    },
    {
      kind: 'choice',
      key: `means${n}`,
      label: say(`Goal ${n}: by which means`, `目标${n}：方式`),
      required: false,
      options: [
        { value: 'course', label: say('Course', '课程') },
        { value: 'coaching', label: say('Coaching on the job', '在岗辅导') },
        { value: 'project', label: say('Project', '项目实践') },
        { value: 'self-study', label: say('Self-study', '自学') },
      ],
    },
    { kind: 'date', key: `until${n}`, label: say(`Goal ${n}: by when`, `目标${n}：完成日期`), required: false },
    text(`goal${n}`, say(`Goal ${n}: what will be different`, `目标${n}：预期变化`)),
  ];
}

export const signatureForm: Form = {
  fields: [
    {
      kind: 'flag',
      key: 'agrees',
      label: say('I agree with this development plan', '我同意该个人发展计划'),
      required: true,
    },
    text('comment', say('Comment', '意见')),
  ],
};

/** Room for words under a rating, and by which version of the scale it was rated. */
export function ratingRemarks(scales: readonly { readonly title: Label; readonly version: number }[]): Field {
  const en = scales.map((s) => `“${s.title.en}”, version ${s.version}`).join('; ');
  const zh = scales.map((s) => `“${s.title['zh-CN']}”第 ${s.version} 版`).join('；');
  const label = scales.length
    ? say(cut(`Remarks (rated by ${en})`, LONGEST_LABEL), cut(`备注（依据${zh}）`, LONGEST_LABEL))
    : say('Remarks', '备注');
  return text('remarks', label);
}

const LONGEST_LABEL = 400;
