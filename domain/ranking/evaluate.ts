import type { RankingMethod } from '../../contracts/ranking.ts';
import { averaged } from './averaged.ts';
import { calibrated } from './calibration/calibrate.ts';
import type { Estimate } from './estimate.ts';
import type { ScoreTable } from './scores.ts';

/** Scores every application of the table by the method, with so many draws of how the scores might have come out. */
export function evaluate(table: ScoreTable, method: RankingMethod, draws: number): Estimate {
  return method.method === 'calibrated' ? calibrated(table, method, draws) : averaged(table, method, draws);
}
