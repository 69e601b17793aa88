import type { TFunction } from 'i18next';
import type { Content } from '../../store/draft.ts';
import type { MatterOf } from '../purpose.ts';

type ApprovalMatter = MatterOf<'cycle-approval'>;

/** What follows from a word on the plan. */
export function effectOf(t: TFunction, { step, answered }: ApprovalMatter, decision: string): string {
  // Whoever reads this has not answered yet.
  const others = answered.filter((one) => !one.answered).length - 1;
  if (decision !== 'approve') return t(`answer.approval.effect.${decision}`);
  return others > 0 ? t(`answer.approval.effect.${step}After`, { count: others }) : t(`answer.approval.effect.${step}`);
}

/** How much a return opens again: "opens 2 of 12, 10 stay as they are". None named: all of one's part. */
export function opensOf(t: TFunction, { figures, part }: ApprovalMatter, { touches }: Content): string {
  const named = Array.isArray(touches) ? touches.length : 0;
  const count = named || part.length;
  const stay = figures.offerings - count;
  return t(named ? 'answer.approval.opens' : 'answer.approval.opensAll', { count, of: figures.offerings, stay });
}
