import type { GapAnalysis } from '../domain/gaps/analysis.ts';
import type { RatingPair } from '../domain/gaps/comparison.ts';

/** The analysis under the names of the columns of its files; what is not known is null. */
export function gapColumns({ gaps, employees, departments }: GapAnalysis, pairs: readonly RatingPair[] | null) {
  return {
    gaps: gaps.map((row) => ({
      employee_id: row.person,
      post_code: row.post,
      element_id: row.element,
      importance: row.importance,
      required_level: row.required,
      rated_level: row.rated,
      gap: row.gap,
      weighted_gap: row.weighted,
      status: row.status,
    })),
    employees: employees.map((row) => ({
      employee_id: row.person,
      rated_elements: row.ratedElements,
      missing_elements: row.missingElements,
      importance_sum: row.importanceSum,
      weighted_gap_sum: row.weightedGapSum,
      weighted_mean_gap: row.weightedMeanGap,
      largest_gap_element: row.largestGapElement,
    })),
    departments: departments.map((row) => ({
      department_id: row.department,
      element_id: row.element,
      employees_required: row.employeesRequired,
      employees_rated: row.employeesRated,
      gap_sum: row.gapSum,
      weighted_gap_sum: row.weightedGapSum,
      mean_gap: row.meanGap,
      rank: row.rank,
    })),
    ...(pairs === null ? {} : { self_ratings: pairs.map(pairColumns) }),
  };
}

const pairColumns = ({ person, element, supervisor, self, difference, flagged }: RatingPair) => ({
  employee_id: person,
  element_id: element,
  supervisor_level: supervisor,
  self_level: self,
  difference,
  flagged,
});
