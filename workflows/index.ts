export { courseDelivery } from './courseDelivery.ts';
export { organisation } from './organisation.ts';
export { round } from './round.ts';
export { trainerSelection } from './trainerSelection.ts';
export { trainingPlanCycle } from './trainingPlanCycle.ts';
