import { z } from 'zod';
import type { RankedCriterion, Score } from '../contracts/ranking.ts';
import { FileFaults } from './faults.ts';
import { optionalTable } from './folder.ts';
import { figure, readRows, Text } from './rows.ts';
import { readCriteria, readScores } from './scores.ts';

const PanelRow = z.object({
  application: Text,
  criterion: Text,
  panel_score: figure(0, 1000),
  factor: figure(0, 1000),
});

/** One panel that scored everyone, and what it published, if it did. */
export interface Judges {
  readonly scores: readonly Score[];
  readonly criteria: readonly RankedCriterion[] | null;
  readonly panel: readonly z.infer<typeof PanelRow>[] | null;
}

/** The tables that may hold the scores, and the published panel scores that go with each. */
const EVENTS = [
  { scores: 'scores', panel: 'panel' },
  { scores: 'scores-men', panel: 'panel-men' },
  { scores: 'scores-ladies', panel: 'panel-ladies' },
] as const;

/**
 * The scores in a folder: scores.csv, else scores-men.csv, else scores-ladies.csv, with criteria.csv and the panel's
 * published scores when they lie beside it. Throws FileFaults when there are no scores or a row is wrong.
 */
export async function readJudges(folder: string): Promise<Judges> {
  for (const event of EVENTS) {
    const scores = await optionalTable(folder, event.scores);
    if (!scores) continue;
    const criteria = await optionalTable(folder, 'criteria');
    const panel = await optionalTable(folder, event.panel);
    return {
      scores: readScores(scores),
      criteria: criteria ? readCriteria(criteria) : null,
      panel: panel ? readRows(panel, PanelRow, ['application', 'criterion']).map(({ row }) => row) : null,
    };
  }
  throw new FileFaults([`There is no scores.csv (or .xlsx) in ${folder}; put it there or name another folder.`]);
}
