import type { Label } from '../../contracts/form.ts';
import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { Eligibility } from '../../contracts/selection/terms.ts';
import { seesAll } from '../organisation/roles.ts';
import type { OrganisationState, Person } from '../organisation/state.ts';
import { say } from '../procedure/fields.ts';
import { termsOf } from '../procedure/standing.ts';
import { admittedAs, judge, REASONS, type ReasonCode, serviceOf } from './eligibility.ts';
import { inScope } from './people.ts';
import type { SelectionState } from './state.ts';

/** Why somebody cannot apply at all, beside what the rule of eligibility says. */
const BESIDE = {
  stranger: say('You are not in the directory.', '人员名录中没有您。'),
  department: say('This selection is not for your department.', '本次选拔不面向您所在的部门。'),
  role: say(
    'You see everything by a role, also who reviews whom; let somebody take that role from you first.',
    '您因角色可查看全部信息（包括评审专家），请先解除该角色。',
  ),
} as const satisfies Record<string, Label>;

/** Whether somebody may apply by the rule as it stands, by what, and what speaks against it or has to be decided by a person. */
export interface MayApply {
  readonly answer: 'yes' | 'no' | 'unclear';
  /** `mend`: what can be done about it; null: nothing by whoever asks. */
  readonly reasons: readonly {
    readonly code: ReasonCode | keyof typeof BESIDE;
    readonly text: Label;
    readonly mend: Label | null;
  }[];
  /** What they fulfil of what is asked for. */
  readonly met: readonly Label[];
}

/** Whether somebody may apply: as it would be screened if their manager agreed. Whether the call is open is not asked. */
export function mayApply(
  state: SelectionState,
  person: PersonId,
  { organisation, now }: { readonly organisation: OrganisationState; readonly now: Instant },
): MayApply {
  const known = organisation.people.get(person);
  if (!known) return no('stranger');
  if (!inScope(state, known.department)) return no('department');
  if (seesAll(organisation, person)) return no('role');
  const rule = termsOf(state).eligibility;
  const { against, doubts } = judge(rule, known, 'unneeded', now);
  const reasons = [...against, ...doubts].map((code) => {
    return { code, text: REASONS[code], mend: MENDS[code]?.(rule, serviceOf(known, now)) ?? null };
  });
  const answer = against.length ? 'no' : doubts.length ? 'unclear' : 'yes';
  return { answer, reasons, met: metOf(rule, known, [...against, ...doubts], now) };
}

const no = (code: keyof typeof BESIDE): MayApply => ({
  answer: 'no',
  reasons: [{ code, text: BESIDE[code], mend: null }],
  met: [],
});

const serviceAsked = ({ serviceMonths }: Eligibility, have: number) =>
  say(
    `${serviceMonths} months are asked for, and you have ${have}. If your first day is recorded wrongly, have it corrected before the call closes.`,
    `要求司龄满 ${serviceMonths} 个月，您为 ${have} 个月。如入职日期登记有误，请在申请截止前更正。`,
  );

/** What can be done about what speaks against an application, by whoever would like to apply; `have`: their months in the company. */
const MENDS: Readonly<Partial<Record<ReasonCode, (rule: Eligibility, have: number) => Label>>> = {
  left: () => say('If that is wrong, have it corrected in the directory.', '如与实际不符，请更正人员名录。'),
  grade: () =>
    say(
      'If your grade is recorded wrongly, have it corrected before the call closes.',
      '如职级登记有误，请在申请截止前更正。',
    ),
  service: serviceAsked,
  'service-nearly': serviceAsked,
  performance: ({ performance }) =>
    say(
      `A mean of at least ${performance} is asked for. If your record is wrong, have it corrected before the call closes.`,
      `要求绩效平均不低于 ${performance}。如绩效记录有误，请在申请截止前更正。`,
    ),
  'performance-missing': () =>
    say('Have it handed in before the call closes, if there is one.', '如有绩效记录，请在申请截止前补交。'),
};

const ADMITTED = {
  grade: say('Your grade is among those who may apply.', '您的职级在申请范围内。'),
  backbone: say('You are a technical backbone.', '您是技术骨干。'),
  expert: say('You are named among the experts who may apply.', '您是指定专家。'),
} as const;

function metOf(rule: Eligibility, person: Person, lacking: readonly ReasonCode[], now: Instant): Label[] {
  if (lacking.includes('left')) return [];
  const as = admittedAs(rule, person);
  const months = serviceOf(person, now);
  const isLong = rule.serviceMonths > 0 && months >= rule.serviceMonths;
  const isGood = rule.performance !== null && !lacking.some((code) => code.startsWith('performance'));
  return [
    ...(as ? [ADMITTED[as]] : []),
    ...(isLong
      ? [
          say(
            `You have been here for ${months} months; ${rule.serviceMonths} are asked for.`,
            `您的司龄为 ${months} 个月，要求 ${rule.serviceMonths} 个月。`,
          ),
        ]
      : []),
    ...(isGood ? [say('Your performance record reaches what is asked for.', '您的绩效达到要求。')] : []),
  ];
}
