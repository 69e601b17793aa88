import { personal } from '../../contracts/private.ts';
import { event, type Part } from './kit.ts';

/** Level 4, figures of the business before and after; and what the offering has cost. */
export const figures = {
  commands: {
    recordFigure: (_state, { body }) => [event('FigureRecorded', body)],
    recordCost: (_state, { actor, body: { line, amount, note } }) => [
      event('CostRecorded', { line, amount, note: personal(actor, note) }),
    ],
  },
  folds: {
    FigureRecorded(state, figure) {
      state.figures = [...state.figures.filter((f) => f.name !== figure.name), figure];
    },
    CostRecorded(state, { amount }) {
      state.costs = (state.costs ?? 0) + amount;
    },
  },
} satisfies Part;
