import type { Instant, PersonId } from '../../contracts/ids.ts';
import type { SupportPurpose } from '../../contracts/purposes.ts';
import type { Fact } from '../../contracts/views/fact.ts';
import type { SupportView } from '../../contracts/views/me/overview.ts';
import { type GivenSupport, supportGiven } from '../../db/views/support.ts';
import { DAY_MS } from '../../domain/calendar/day.ts';
import { fact } from '../fact.ts';
import type { Sources } from '../sources.ts';

const MOST = 200;

interface Words {
  readonly one: readonly [en: string, zh: string];
  /** With `#` for how many. */
  readonly many: readonly [en: string, zh: string];
}

const words = (en: string, zh: string, ofMany = en, zhOfMany = zh): Words => ({
  one: [en, zh],
  many: [ofMany, zhOfMany],
});

/** What counts as support of others' training, by what the round was for. */
const SUPPORTS: Readonly<Record<SupportPurpose, Words>> = {
  'cycle-mobilisation': words('Took up the part of the department', '代表部门参与动员'),
  'cycle-ratings': words('Rated one person', '评定 1 人', 'Rated # people', '评定 # 人'),
  'cycle-talks': words('Held one talk', '进行 1 次绩效面谈', 'Held # talks', '进行 # 次绩效面谈'),
  'cycle-needs': words('Said what the department needs', '填报部门培训需求'),
  'cycle-commitments': words('Answered for resources', '回复资源承诺', 'Answered for # resources', '回复 # 项资源承诺'),
  'cycle-approval': words('Gave a word on the plan', '审批培训计划'),
  'cycle-changes': words('Decided a change', '审批 1 项变更', 'Decided # changes', '审批 # 项变更'),
  endorsement: words('Answered the request for a public word', '回复支持表态请求'),
  nomination: words('Answered about nominations', '回复推荐'),
  agreement: words(
    'Answered for one applicant',
    '回复 1 名申请人的时间安排',
    'Answered for # applicants',
    '回复 # 名申请人的时间安排',
  ),
  review: words('Reviewed one application', '评审 1 份申请', 'Reviewed # applications', '评审 # 份申请'),
  panel: words('Voted in the panel', '参加评审组表决'),
  'offering-support': words(
    'Said before a course what to bring back',
    '训前沟通 1 人',
    'Said before a course what # people are to bring back',
    '训前沟通 # 人',
  ),
  'offering-transfer': words(
    'Said how one person uses a course',
    '反馈 1 人的培训应用情况',
    'Said how # people use a course',
    '反馈 # 人的培训应用情况',
  ),
  'offering-coaching': words('Coached one person', '在岗辅导 1 人', 'Coached # people', '在岗辅导 # 人'),
};

/** What was chosen where there was one thing to decide. */
const CHOSEN: Partial<Record<SupportPurpose, Readonly<Record<string, readonly [en: string, zh: string]>>>> = {
  'cycle-commitments': {
    give: ['Gave all that was asked for', '按要求全部承诺'],
    partly: ['Gave a part of what was asked for', '承诺部分资源'],
    refuse: ['Could not give what was asked for', '未能提供资源'],
  },
};

/** What somebody has done for the training of others. It is theirs alone. */
export async function supportSeen(
  { pool, keys }: Pick<Sources, 'pool' | 'keys'>,
  person: PersonId,
  now: Instant,
): Promise<SupportView> {
  const rounds = await supportGiven(pool, keys, person, Object.keys(SUPPORTS), MOST);
  return {
    now,
    given: rounds
      .filter((r) => r.answered > 0 && r.at !== null)
      .map((r) => ({ ...said(r), at: r.at!, round: r.round, purpose: r.purpose, of: r.of })),
    missed: rounds.reduce((sum, r) => sum + r.missed, 0),
  };
}

function said({ purpose, answered, chosen, openedAt, at }: GivenSupport): Fact {
  const { one, many } = SUPPORTS[purpose as SupportPurpose];
  const [en, zh] = CHOSEN[purpose as SupportPurpose]?.[chosen ?? ''] ?? (answered === 1 ? one : many);
  const days = Math.max(0, Math.floor((at! - openedAt) / DAY_MS));
  const facts = { answered, chosen, days };
  return fact(purpose, facts, en.replace('#', String(answered)), zh.replace('#', String(answered)));
}
