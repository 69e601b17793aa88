import type { z } from 'zod';
import { GRADES } from '../contracts/organisation.ts';
import type { RankedCriterion } from '../contracts/ranking.ts';
import type { SelectionTerms } from '../contracts/selection/terms.ts';
import type { Judges } from '../files/judges.ts';
import type { Cast } from './cast.ts';
import { businessDays } from './pace.ts';
import { both, COMPANY, CRITERIA, TITLE, TOPICS } from './texts.ts';

type Terms = z.input<typeof SelectionTerms>;

/**
 * About four months, with the days of the public notice, which the terms give by themselves. Each stage lasts so long in real
 * time that whoever acts in it does, and the review so long that a killed process is back before it ends.
 */
const timetable = (pace: number) => ({
  measures: businessDays(5, 3, pace),
  publicity: businessDays(10, 6, pace),
  call: businessDays(15, 12, pace),
  screening: businessDays(5, 4, pace),
  reviewers: businessDays(5, 4, pace),
  review: businessDays(20, 14, pace),
  decision: businessDays(5, 4, pace),
  results: businessDays(10, 6, pace),
});

/** What both kinds of selection have in common. */
function common(cast: Cast, daysPerSecond: number): Omit<Terms, 'criteria' | 'reviews' | 'reviewers' | 'eligibility'> {
  return {
    title: TITLE,
    company: COMPANY,
    timeZone: 'Asia/Shanghai',
    calendar: 'CN',
    timetable: timetable(daysPerSecond),
    topics: TOPICS,
    seats: 8,
    leaders: [...cast.endorsers],
    screeners: [...cast.screeners],
    panel: { members: [...cast.panel], chair: cast.panel[0]!, quorum: 3 },
    handlers: [...cast.handlers],
    objectionPeriod: businessDays(5, 6, daysPerSecond),
    termMonths: 24,
  };
}

/** Each application gets three reviews; scores are made comparable between strict and kind reviewers. */
export function sampledTerms(cast: Cast, judges: Judges, daysPerSecond: number): Terms {
  const records = judges.criteria?.find((c) => c.criterion === 'performance');
  return {
    ...common(cast, daysPerSecond),
    eligibility: eligibilityOf(cast),
    criteria: criteriaOf(judges),
    method: { method: 'calibrated', quotas: [{ attribute: 'department', max: 2 }], tieBreaks: ['median'] },
    performance: records
      ? { criterion: 'performance', scores: { '1': 2, '2': 4, '3': 6, '4': 8, '5': 10 }, years: 3 }
      : null,
    reviewers: reviewersOf(cast, 16),
    reviews: 3,
    disagreementLimit: 0.6,
    policies: { review: { grace: businessDays(1, 3, daysPerSecond) } },
  };
}

/** Everyone reviews everyone, the highest and the lowest score are dropped: the published panel's own method. */
export function fullPanelTerms(cast: Cast, judges: Judges, daysPerSecond: number): Terms {
  return {
    ...common(cast, daysPerSecond),
    eligibility: eligibilityOf(cast),
    criteria: criteriaOf(judges),
    method: { method: 'trimmed', trim: 1, decimals: 2 },
    reviewers: reviewersOf(cast, cast.applicants.size),
    reviews: 'everyone',
    // Managers review their own people, for whom they have spoken: that is not blind.
    blind: false,
    conflicts: { department: false, line: false },
    disagreementLimit: null,
    policies: { review: { silence: 'wait' }, agreements: { silence: 'consent' } },
  };
}

function eligibilityOf({ named }: Cast): Terms['eligibility'] {
  const grade = GRADES.find((g) => g === 'middle_manager')!;
  return { grades: [grade], technicalBackbones: true, experts: [...named] };
}

function criteriaOf({ criteria, scores }: Judges): Terms['criteria'] {
  const names = [...new Set(scores.map((s) => s.criterion))];
  const weighted: readonly RankedCriterion[] =
    criteria ?? names.map((criterion) => ({ criterion, weight: String(1 / names.length) }));
  return weighted.map(({ criterion, weight, minimum }) => ({
    id: criterion,
    label: CRITERIA[criterion] ?? both(capital(criterion), capital(criterion)),
    weight,
    ...(minimum ? { minimum } : {}),
  }));
}

function capital(name: string): string {
  const words = name.replaceAll(/[_-]/g, ' ');
  return words[0]!.toUpperCase() + words.slice(1);
}

function reviewersOf({ experts }: Cast, limit: number): Terms['reviewers'] {
  const topics = TOPICS.map((t) => t.id);
  return [...experts.values()].map((person, i) => ({
    person,
    topics: topics.filter((_, t) => (t + i) % 2 === 0),
    limit,
  }));
}
