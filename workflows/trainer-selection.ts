import type { ProcessInput } from '../contracts/advance.ts';
import { runStages, type Stages } from './engine/stages.ts';

/** The selection of internal trainers, from published measures to appointments. */
export const TRAINER_SELECTION: Stages = {
  /** The management measures are published, and those who lead acknowledge them. Nothing opens before. */
  async measures(p) {
    await p.round('acknowledgement');
  },
  /** Leaders say in public that they support the selection; notices go out and their reach is counted. */
  async publicity(p) {
    await p.round('endorsements');
  },
  /** People apply or are nominated; each applicant's manager agrees to the time it takes. */
  async call(p) {
    await p.round('agreements');
  },
  /** Who may stand is decided by rule; what the rule cannot decide goes to a person. */
  async screening(p) {
    await p.round('screening');
  },
  /** Experts declare their conflicts, then are matched to the applications. */
  async reviewers(p) {
    await p.round('conflicts');
    await p.work('matchReviewers');
  },
  /** Every expert scores; where two are far apart they talk, and may revise. */
  async review(p) {
    await p.round('review');
    await p.work('findDisagreements');
    await p.round('discussion');
  },
  /** The scores become an order, by the method frozen with the call. */
  async ranking(p) {
    await p.work('rank');
  },
  /** The panel confirms the candidates, with a reason for every departure from the ranking. */
  async decision(p) {
    await p.round('panel');
  },
  /** The candidates are posted; anyone may object, and the clock stops while an objection is open. */
  async notice(p) {
    await p.round('objections');
  },
  /** Everybody hears how it ended and why; candidates accept, certificates are made, the term begins. */
  async results(p) {
    await p.round('acceptance');
    await p.work('makeCertificates');
  },
};

export async function trainerSelection(input: ProcessInput): Promise<void> {
  await runStages(input, TRAINER_SELECTION);
}
