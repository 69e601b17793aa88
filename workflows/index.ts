export { courseDelivery } from './course-delivery.ts';
export { delivery } from './delivery.ts';
export { organisation } from './organisation.ts';
export { procedure } from './plain-procedure.ts';
export { round } from './round.ts';
export { trainerSelection } from './trainer-selection.ts';
export { trainingPlanCycle } from './training-plan-cycle.ts';
