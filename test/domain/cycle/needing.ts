import { CycleRun, type Habits, type Terms } from './run.ts';

/** A cycle whose departments are about to return their needs. */
export async function atNeeds(habits: Habits = {}, terms: Terms = {}): Promise<CycleRun> {
  const run = await new CycleRun(habits).open(terms);
  return run.to('needs');
}

/** Every department confirms what was found for it, in the order of the numbers. */
export const CONFIRMING: Habits = {
  needs: (task, run) => ({
    answer: 'needs',
    confirmed: Object.values(run.state.needs)
      .filter((n) => n.department === task.about)
      .map((n) => n.need),
  }),
};

/** What the head of D2 says. */
export const stated = (other: object = {}) => ({
  department: 'D2',
  element: 'planning',
  people: ['D2-5'],
  urgency: 2,
  goal: 'Plans a week.',
  problem: 'Machines stand still on Mondays.',
  ...other,
});
