import type { CycleEventBodies } from '../../../contracts/cycle/events.ts';
import { termsOf } from '../../procedure/standing.ts';
import type { Context } from '../../process.ts';
import type { RoundState, Task } from '../../round/state.ts';
import type { ApprovalAnswer, CycleState } from '../state.ts';
import { partOf, versionOf } from './looked.ts';

type Given = CycleEventBodies['ApprovalGiven'];

const TASK = 'A-';

/** The id of the task of one of the approvers who were asked, counted from 0. */
export function approvalTask(index: number): string {
  return `${TASK}${index + 1}`;
}

/** Which of the approvers a task was for, counted from 0. */
export function approverIn(task: string): number {
  return Number(task.slice(TASK.length)) - 1;
}

/** The words of approvers in a round that have not been recorded yet: nobody else who holds a task there approves. */
export function answersIn(state: CycleState, round: RoundState, context: Context): Given[] {
  const { step, version, approvers } = state.approval!;
  const known = new Set(state.approvals.filter((a) => a.round === round.stream).map((a) => a.task));
  return approvers.flatMap(({ department }, i): Given[] => {
    const given = round.tasks.get(approvalTask(i));
    const answer = !given || known.has(given.id) ? null : wordOf(state, given);
    if (!given || !answer) return [];
    const touches = answer === 'conditions' || answer === 'returned' ? touched(state, given, department, context) : [];
    return [
      { step, version, person: given.assignee, department, answer, touches, round: round.stream, task: given.id },
    ];
  });
}

const WORDS: Readonly<Record<string, Given['answer']>> = {
  approve: 'approved',
  conditions: 'conditions',
  return: 'returned',
};

/** Silence is no approval unless the policy takes it for consent. Whoever steps back passes the task on. */
function wordOf(state: CycleState, { state: now, answer }: Task): Given['answer'] | null {
  if (now === 'submitted') return WORDS[String(answer?.decision)] ?? null;
  if (now === 'lapsed') return termsOf(state).policies.approval?.silence === 'consent' ? 'deemed' : 'passed';
  return now === 'recused' || now === 'declined' || now === 'withdrawn' ? 'passed' : null;
}

/** Offerings named, of those that are the approver's part; a name that is not among them counts for nothing. */
function touched(state: CycleState, { answer }: Task, department: string | null, context: Context): string[] {
  const own = new Set(partIds(state, { version: state.approval!.version, department }, context));
  const named = Array.isArray(answer?.touches) ? (answer.touches as string[]) : [];
  return named.map((id) => id.trim()).filter((id) => own.has(id));
}

/** The offerings of the part that a word was given on. */
export function partIds(
  state: CycleState,
  { version, department }: Pick<ApprovalAnswer, 'version' | 'department'>,
  { organisation }: Context,
): string[] {
  const plan = versionOf(state, version)?.plan;
  return plan ? partOf(plan, department, organisation).map((o) => o.id) : [];
}
