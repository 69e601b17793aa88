import { z } from 'zod';
import type { RankedCriterion, Score } from '../contracts/ranking.ts';
import { AS_MANY_AS_FIT, figure, readRows, Text } from './rows.ts';
import type { Table } from './table.ts';

const ScoreRow = z.object({
  reviewer: Text,
  application: Text,
  criterion: Text,
  score: figure(-1000, 1000, 'or empty'),
});

const CriterionRow = z.object({
  criterion: Text,
  weight: figure(0, 1000),
  minimum: figure(-1000, 1000, 'or empty').optional(),
});

/** Scores as they are in the file: `reviewer,application,criterion,score`; an empty score is missing, never 0. */
export function readScores(table: Table): Score[] {
  return readRows(table, ScoreRow, ['reviewer', 'application', 'criterion'], { most: AS_MANY_AS_FIT }).map(
    ({ row }) => row,
  );
}

/** Criteria with their weights: `criterion,weight,minimum`; the column or a cell of `minimum` may be empty. */
export function readCriteria(table: Table): RankedCriterion[] {
  return readRows(table, CriterionRow, ['criterion']).map(({ row }) => ({
    criterion: row.criterion,
    weight: row.weight,
    ...(row.minimum ? { minimum: row.minimum } : {}),
  }));
}
