import type { Field, Form, Label } from '../../contracts/form.ts';
import type { Criterion, Purpose, SelectionTerms } from '../../contracts/selection/terms.ts';
import { choice, flag, say, text, textWhen } from '../procedure/fields.ts';

/** What each round of a selection is called. */
export const TITLES: Readonly<Record<Purpose, Label>> = {
  acknowledgement: say('Management measures: acknowledgement', '管理办法确认'),
  endorsements: say('Endorsement', '支持表态'),
  nominations: say('Nomination', '提名'),
  agreements: say("Line manager's agreement", '直接主管意见'),
  screening: say('Screening', '资格审查'),
  'screening-objections': say('Objection to screening', '资格审查异议'),
  conflicts: say('Conflicts of interest', '回避申报'),
  review: say('Expert review', '专家评审'),
  discussion: say('Discussion of differing reviews', '评审分歧讨论'),
  panel: say('Panel decision', '评审会决定'),
  objections: say('Objections to the public notice', '公示异议'),
  acceptance: say('Acceptance of the appointment', '接受聘任'),
};

const REASON = say('Reason', '理由');
const REMARKS = say('Remarks', '备注');

/** The forms that are the same in every selection. */
export const FORMS = {
  acknowledgement: {
    fields: [
      flag('acknowledged', say('I have read the management measures and will follow them', '我已阅读并将遵守管理办法')),
      text('remarks', REMARKS),
    ],
  },
  endorsements: {
    fields: [
      flag('supports', say('I support this selection', '我支持本次选拔')),
      text('words', say('Your words', '您的寄语')),
    ],
  },
  nominations: { fields: [flag('accepts', say('I accept the nomination', '我接受提名')), text('remarks', REMARKS)] },
  agreements: {
    fields: [flag('agrees', say('I agree to the time this takes', '我同意其投入所需时间')), text('reason', REASON)],
  },
  screening: {
    fields: [flag('eligible', say('The applicant may go forward', '申请人符合条件')), text('reason', REASON, 3)],
  },
  'screening-objections': {
    fields: [flag('upheld', say('The objection is upheld', '异议成立')), text('reason', REASON, 3)],
  },
  objections: {
    fields: [
      flag('upheld', say('The objection is upheld', '异议成立')),
      choice(
        'stage',
        say('The stage to be run again', '需重新进行的环节'),
        [
          ['screening', say('Screening', '资格审查')],
          ['review', say('Expert review', '专家评审')],
          ['ranking', say('Ranking', '排序')],
          ['decision', say('Panel decision', '评审会决定')],
        ],
        false,
      ),
      text('findings', say('Findings', '审查结论'), 3),
    ],
  },
  acceptance: {
    fields: [flag('accepts', say('I accept the appointment', '我接受聘任')), text('remarks', REMARKS)],
  },
} as const satisfies Partial<Record<Purpose, { readonly fields: readonly Field[] }>>;

export function formOf(purpose: keyof typeof FORMS): Form {
  return { fields: FORMS[purpose].fields.map((f) => ({ ...f })) as Field[] };
}

/** The criteria that reviewers score; a performance criterion comes from the records. */
export function reviewed(terms: SelectionTerms): Criterion[] {
  return terms.criteria.filter((c) => c.id !== terms.performance?.criterion);
}

/** A score for each criterion of the rubric, with reasons and an overall comment. */
export function reviewForm(terms: SelectionTerms): Form {
  const scores = reviewed(terms).map(
    ({ id, label, min, max, step, anchors }): Field => ({
      ...{ kind: 'score', key: id, label, required: true, min, max, step },
      ...(anchors.length ? { anchors } : {}),
    }),
  );
  return {
    fields: [
      ...scores,
      text('review-reasons', say('Reasons for the scores', '评分理由'), 3),
      text('review-comment', say('Overall comment', '总体评语')),
    ],
  };
}

/** From which of the applications that there are a reviewer steps back. */
export function conflictForm(applications: readonly string[]): Form {
  return {
    fields: [
      {
        kind: 'ids',
        from: [...applications],
        key: 'applications',
        label: say('Applications from which I step back', '需要回避的申请'),
        required: false,
        max: 500,
      },
      text('reason', REASON),
    ],
  };
}

/** Why the panel departs from the ranking. */
export const GROUNDS = [
  ['none', say('There is no departure', '未偏离排序')],
  ['coverage', say('Topics or departments would not be covered', '专题或部门覆盖不足')],
  ['evidence', say('Evidence that the reviewers did not have', '评审时未掌握的证据')],
  ['availability', say('The person is not available', '本人无法到任')],
  ['conduct', say('Conduct', '品行')],
  ['other', say('Other, as written below', '其他（见说明）')],
] as const;

/** The panel's ballot: the candidates, and why where they depart from the ranking. */
export function panelForm(seats: number, candidates: readonly string[]): Form {
  return {
    fields: [
      {
        kind: 'ids',
        from: [...candidates],
        key: 'candidates',
        label: say('Candidates', '候选人'),
        required: true,
        max: Math.min(Math.max(seats, 1), 500),
      },
      choice('ground', say('Ground for departing from the ranking', '偏离排序的理由'), GROUNDS),
      textWhen('reason', say('Reason in words', '理由说明'), { field: 'ground', equals: 'other' }, 3),
    ],
  };
}
