import type { Label } from '../../contracts/form.ts';
import type { Instant, PersonId } from '../../contracts/ids.ts';
import { seesAll } from '../organisation/roles.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { termsOf } from '../procedure/standing.ts';
import { judge, REASONS, type ReasonCode } from './eligibility.ts';
import { inScope } from './people.ts';
import type { SelectionState } from './state.ts';

/** Why somebody cannot apply at all, beside what the rule of eligibility says. */
const BESIDE = {
  stranger: { en: 'You are not in the directory.', 'zh-CN': '人员名录中没有您。' },
  department: { en: 'This selection is not for your department.', 'zh-CN': '本次选拔不面向您所在的部门。' },
  role: {
    en: 'You see everything by a role, also who reviews whom; let somebody take that role from you first.',
    'zh-CN': '您因角色可查看全部信息（包括评审专家），请先解除该角色。',
  },
} as const satisfies Record<string, Label>;

/** Whether somebody may apply by the rule as it stands, and what speaks against it or has to be decided by a person. */
export interface MayApply {
  readonly answer: 'yes' | 'no' | 'unclear';
  readonly reasons: readonly { readonly code: ReasonCode | keyof typeof BESIDE; readonly text: Label }[];
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
  const { against, doubts } = judge(termsOf(state).eligibility, known, 'unneeded', now);
  const reasons = (against.length ? against : doubts).map((code) => ({ code, text: REASONS[code] }));
  return { answer: against.length ? 'no' : doubts.length ? 'unclear' : 'yes', reasons };
}

function no(code: keyof typeof BESIDE): MayApply {
  return { answer: 'no', reasons: [{ code, text: BESIDE[code] }] };
}
