export { organisation } from './organisation.ts';
export { round } from './round.ts';
export { trainerSelection } from './trainerSelection.ts';
