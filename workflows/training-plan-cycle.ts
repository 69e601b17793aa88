import type { ProcessInput } from '../contracts/advance.ts';
import { runStages, type Stages } from './engine/stages.ts';

/** The training-plan cycle, from the mobilisation of all departments to what the next cycle takes up. */
export const TRAINING_PLAN_CYCLE: Stages = {
  /** Every department head is told what is asked, why and by when; each accepts or names a delegate. */
  async mobilisation(p) {
    await p.round('mobilisation');
  },
  /** Direct supervisors compare people with the ability model of their post; whoever wants rates themselves. */
  async ratings(p) {
    await p.round('ratings');
    await p.work('analyseGaps');
  },
  /** Supervisor and employee agree on a development plan in a performance talk, and both sign. */
  async talks(p) {
    await p.round('talks');
    await p.round('signatures');
  },
  /** Department heads confirm, rank and add what their people need, or say that they need nothing. */
  async needs(p) {
    await p.round('needs');
  },
  /** Needs for the same are put together; one without a problem behind it is asked for it. */
  async summary(p) {
    await p.passed();
  },
  /** Each gets a source: an internal trainer, a provider, coaching, or none, by stated rules. */
  async sourcing(p) {
    await p.passed();
  },
  /** Dates, rooms, trainers, seats and money become a plan that holds every limit. */
  async compiling(p) {
    await p.work('compilePlan');
  },
  /** Leaders commit the money, the time, the venue and the policy that the plan rests on. */
  async commitments(p) {
    await p.round('commitments');
  },
  /** Department heads, then top management, then HR approve it, or return what has to be otherwise. */
  async approval(p) {
    await p.round('approval');
  },
  /** The plan is executed strictly as approved; only a change request alters it. */
  async execution(p) {
    await p.children('offering');
  },
  /** What was promised is set beside what was measured. */
  async effect(p) {
    await p.passed();
  },
  /** Findings become proposals for the next cycle. */
  async feedback(p) {
    await p.passed();
  },
};

export async function trainingPlanCycle(input: ProcessInput): Promise<void> {
  await runStages(input, TRAINING_PLAN_CYCLE);
}
