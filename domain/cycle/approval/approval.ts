import type { CycleEvent } from '../../../contracts/cycle/events.ts';
import { task } from '../../procedure/part.ts';
import { childOf, openRound } from '../../procedure/rounds.ts';
import type { Context } from '../../process.ts';
import { alarm, conclude, event, goBack, goOn, notice, type Part } from '../kit.ts';
import { type ApprovalAnswer, type CycleState, latestPlan, runners } from '../state.ts';
import { answersIn, approvalTask, approverIn, partIds } from './answers.ts';
import { plannersOf } from './approvers.ts';
import { APPROVAL_STEPS, approversAsked, stepsBack, unanswered } from './asking.ts';
import { APPROVAL_TITLE, approvalForm } from './form.ts';
import { versionOf } from './looked.ts';

/** Department heads, then top management, then HR: each step when the one before has the word of everybody it needs. */
export const approval = {
  folds: {
    ApprovalAsked(state, { step, version, approvers, missing }) {
      state.approval = { step, version, approvers, missing };
    },
    ApprovalGiven(state, body) {
      const asked = state.approval?.approvers[approverIn(body.task)];
      const slot = asked ? (asked.department ?? asked.insteadOf ?? asked.person) : body.person;
      state.approvals = [...state.approvals, { ...body, round: body.round as ApprovalAnswer['round'], slot }];
    },
    PlanReturned(state, { touches }) {
      state.reopened = touches;
      state.amendments = Object.fromEntries(Object.entries(state.amendments).filter(([id]) => !touches.includes(id)));
      state.approval = null;
      state.basis++;
    },
    PlanFrozen(state, { version, digest }, { at }) {
      state.frozen = { version, digest, at };
      state.reopened = null;
      state.lines = Object.fromEntries((versionOf(state, version)?.plan.offerings ?? []).map((o) => [o.id, o]));
    },
  },
  follows: {
    ApprovalAsked: (state, { step, missing }) =>
      missing.length
        ? alarm(state, 'approver-missing', { step, people: [...new Set(missing.map((m) => m.person))] })
        : [],
    ApprovalGiven: (state, { answer, person }) =>
      answer === 'conditions' ? alarm(state, 'plan-conditions', { people: [person] }) : [],
    PlanReturned: (state, { by, step, touches }) =>
      alarm(state, 'plan-returned', { people: by, step, limits: touches.slice(0, 20) }),
    PlanFrozen: (state, { version, digest }) =>
      toldOf(state).map((to) => notice(state, to, 'cycle.planFrozen', { version, digest })),
  },
  sheets: {
    approval: (state, _round, _context) => ({
      title: APPROVAL_TITLE,
      form: approvalForm((latestPlan(state)?.plan.offerings ?? []).map((o) => o.id)),
      minutes: 20,
      tasks: (state.approval?.approvers ?? []).map(({ person, department }, i) =>
        task(approvalTask(i), person, { about: department, barred: plannersOf(state).slice(0, 500) }),
      ),
    }),
  },
} satisfies Part;

/** Everybody who has given their word on the plan, and whoever runs the cycle. */
function toldOf(state: CycleState): string[] {
  const people = state.approvals.filter((a) => a.answer !== 'deemed').map((a) => a.person);
  return [...new Set([...people, ...runners(state)])];
}

export function approvalDue(state: CycleState, context: Context): readonly CycleEvent[] {
  const latest = latestPlan(state);
  if (!latest || state.compiled !== state.basis) return goBack(state, 'compiling', context, 'returned');
  const asked = state.approval?.version === latest.version ? state.approval : null;
  if (!asked) return approversAsked(state, 'heads', context);
  const open = openRound(state, 'approval');
  if (open) {
    const child = childOf(context, open.id);
    const said = child ? answersIn(state, child, context) : [];
    if (said.length) return said.map((a) => event('ApprovalGiven', a));
    return unanswered(state, open.id) ? [] : [conclude(open, context)];
  }
  return settled(state, context);
}

/** What follows once everybody who was asked has answered. */
function settled(state: CycleState, context: Context): readonly CycleEvent[] {
  const { step, version } = state.approval!;
  const returned = stepsBack(state, step, version);
  if (returned.length) {
    const touches = [...new Set(returned.flatMap((a) => (a.touches.length ? a.touches : partIds(state, a, context))))];
    const by = [...new Set(returned.map((a) => a.person))];
    return [
      event('PlanReturned', { step, by, touches: touches.sort() }),
      ...goBack(state, 'compiling', context, 'returned'),
    ];
  }
  const again = approversAsked(state, step, context);
  if (again.length) return again;
  if (state.approval!.missing.length) return [];
  const next = APPROVAL_STEPS[APPROVAL_STEPS.indexOf(step) + 1];
  if (next) return approversAsked(state, next, context);
  const { digest } = latestPlan(state)!;
  return [event('PlanFrozen', { version, digest }), ...goOn(state, 'execution', context)];
}
