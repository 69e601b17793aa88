import type { Cells } from '../files/table.ts';
import type { Dice } from './dice.ts';
import type { Employee } from './people.ts';

const APPLICANTS = 36;
const EXPERTS = 9;

const CRITERIA: readonly Cells[] = [
  { criterion: 'knowledge', weight: '0.25', minimum: '4' },
  { criterion: 'performance', weight: '0.20', minimum: '' },
  { criterion: 'conduct', weight: '0.15', minimum: '' },
  { criterion: 'communication', weight: '0.15', minimum: '' },
  { criterion: 'lecture', weight: '0.25', minimum: '5' },
];

/** What each expert adds to a fair score: some are strict, some are kind, and a ranking has to live with it. */
const SEVERITY = [-1.3, -0.9, -0.5, -0.2, 0, 0.2, 0.5, 0.9, 1.3];

/** Who applied and who judged, and every expert's score of every applicant on every criterion, 0 to 10 in halves. */
export function judging(dice: Dice, people: readonly Employee[]): Record<string, Cells[]> {
  const experts = people.filter(
    ({ grade, id }) => id !== 'E001' && (grade === 'executive' || grade === 'senior_manager'),
  );
  const eligible = people.filter(({ grade, backbone }) => grade === 'middle_manager' || backbone);
  const applicants = shuffled(dice, eligible).slice(0, APPLICANTS);
  const reviewers = shuffled(dice, experts).slice(0, EXPERTS);
  return {
    'criteria.csv': [...CRITERIA],
    'applicants.csv': applicants.map(({ id }, at) => ({ application: application(at), employee_id: id })),
    'experts.csv': reviewers.map(({ id }, at) => ({ reviewer: reviewer(at), employee_id: id })),
    'scores.csv': applicants.flatMap((_, at) => scoresOf(dice, at, reviewers.length)),
  };
}

const application = (at: number): string => `A${String(at + 1).padStart(2, '0')}`;
const reviewer = (at: number): string => `J${at + 1}`;

function scoresOf(dice: Dice, at: number, reviewers: number): Cells[] {
  const able = 6.2 + 1.4 * dice.bell();
  return CRITERIA.flatMap(({ criterion }) => {
    const fair = able + 0.8 * dice.bell();
    return Array.from({ length: reviewers }, (_, judge) => ({
      reviewer: reviewer(judge),
      application: application(at),
      criterion: criterion!,
      score: inHalves(fair + SEVERITY[judge]! + 0.7 * dice.bell()),
    }));
  });
}

function inHalves(score: number): string {
  return (Math.round(Math.min(10, Math.max(0, score)) * 2) / 2).toFixed(1);
}

function shuffled<T>(dice: Dice, items: readonly T[]): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = dice.between(0, last);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
