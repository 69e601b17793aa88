import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { partOf, versionOf } from '../../../domain/cycle/approval/looked.ts';
import type { CycleState } from '../../../domain/cycle/state.ts';
import type { Task } from '../../../domain/round/state.ts';
import { atCompiling } from './planned.ts';
import type { CycleRun } from './run.ts';

/** What approvers say one after the other; afterwards everybody approves. */
const word = fc.record({
  decision: fc.constantFrom('approve', 'approve', 'approve', 'conditions', 'return', 'return'),
  touch: fc.nat(4),
  all: fc.boolean(),
});
type Word = typeof word extends fc.Arbitrary<infer T> ? T : never;

function saying(words: readonly Word[]) {
  let next = 0;
  return (_task: Task, { state }: CycleRun) => {
    const said = words[next++];
    if (!said || said.decision === 'approve') return { decision: 'approve' };
    const offerings = state.versions.at(-1)!.plan.offerings;
    const touches = said.all ? [] : [offerings[said.touch % offerings.length]!.id];
    return said.decision === 'return'
      ? { decision: 'return', touches, comments: 'Not so.' }
      : { decision: 'conditions', touches, conditions: 'If it rains.' };
  };
}

/** Every version after a return keeps, word for word, whatever the return did not touch. */
function expectKept(run: CycleRun): void {
  const events = run.memory.streams.get(run.id)!.events;
  const frames = events.filter((e) => e.type === 'PlanReturned' || e.type === 'PlanCompiled');
  frames.forEach((e, i) => {
    if (e.type !== 'PlanReturned') return;
    const { touches } = e.body as { touches: string[] };
    const plan = (body: unknown) => (body as { plan: CycleState['versions'][number]['plan'] }).plan;
    const before = plan(frames[i - 1]!.body).offerings.filter((o) => !touches.includes(o.id));
    const after = plan(frames[i + 1]!.body).offerings;
    for (const o of before) expect(after).toContainEqual(o);
  });
}

/** When the plan is frozen, everybody whose part it is has said yes to exactly what it says. */
function expectApprovedByAll({ state, memory }: CycleRun): void {
  const { plan } = versionOf(state, state.frozen!.version)!;
  const departments = new Set(
    plan.offerings.flatMap((o) => o.participants.map((p) => memory.organisation.people.get(p)!.department)),
  );
  const slots = [...[...departments].map((d) => ['heads', d] as const), ['management', 'D1-1'] as const];
  for (const [step, slot] of [...slots, ['hr', 'D1-3'] as const]) {
    const last = state.approvals.findLast((a) => a.step === step && a.slot === slot)!;
    expect(['approved', 'conditions']).toContain(last.answer);
    const part = (version: number) =>
      partOf(versionOf(state, version)!.plan, last.department, memory.organisation).map((o) => JSON.stringify(o));
    expect(part(last.version).sort()).toEqual(part(state.frozen!.version).sort());
  }
  expect(state.approvals.some((a) => a.person === state.owner)).toBe(false);
}

describe('any course of the approval', () => {
  it('keeps what a return does not touch, and freezes only what everybody has approved as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 12 }), async (words) => {
        const run = await atCompiling({ approval: saying(words) });
        await run.to('execution');
        expectKept(run);
        expectApprovedByAll(run);
        expect(run.memory.refusedOrders).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
