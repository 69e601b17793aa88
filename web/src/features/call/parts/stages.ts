import type { TFunction } from 'i18next';
import { dayOf, type Reader } from '../../../format/date.ts';
import type { Selection } from '../api/selection.ts';

type StageName = Selection['stage'];

/** Stages in which something happens that an applicant knows of, in their order. */
const TOLD = ['call', 'screening', 'review', 'decision', 'notice', 'results'] as const satisfies readonly StageName[];

export interface Step {
  readonly step: (typeof TOLD)[number] | 'agreement';
  readonly state: 'done' | 'current' | 'ahead';
  readonly when: string;
}

/**
 * The way that an application goes, each step with how long it takes or the day by which it is over, as far as that is known.
 * @param asked whether one's manager is asked just now; undefined: one has not applied
 */
export function stepsOf(t: TFunction, reader: Reader, selection: Selection, now: number, asked?: boolean): Step[] {
  return TOLD.flatMap((stage): Step[] => {
    const line = selection.timetable.find((one) => one.stage === stage);
    if (!line) return [];
    const until = line.end === null ? '' : t('call.until', { day: dayOf(reader, line.end, now) });
    const takes = stage === 'notice' && line.state === 'ahead' ? lengthOf(t, selection.objectionPeriod) : '';
    const step = { step: stage, state: line.state, when: takes || until };
    return stage === 'call' ? [step, agreementOf(t, selection, asked)] : [step];
  });
}

/** The manager of whoever applies is asked as soon as they have applied, and has so much time. */
function agreementOf(t: TFunction, selection: Selection, asked: boolean | undefined): Step {
  const over = asked === undefined ? isFrom('reviewers', selection) : !asked;
  const state = over ? 'done' : asked ? 'current' : 'ahead';
  return { step: 'agreement', state, when: lengthOf(t, selection.agreement.within) };
}

/** A length of time in words, such as "5 working days"; nothing for one of hours. */
function lengthOf(t: TFunction, length: string): string {
  const [, days, kind] = /^(\d+)(bd|d)$/.exec(length) ?? [];
  if (days === undefined) return '';
  return t(kind === 'bd' ? 'call.workingDays' : 'call.days', { count: Number(days) });
}

const ORDER: readonly StageName[] = [
  ...(['measures', 'publicity', 'call', 'screening', 'reviewers', 'review', 'ranking'] as const),
  ...(['decision', 'notice', 'results', 'closed'] as const),
];

/** Whether a selection has come to a stage, or is beyond it. */
export function isFrom(stage: StageName, { stage: now }: Pick<Selection, 'stage'>): boolean {
  return ORDER.indexOf(now) >= ORDER.indexOf(stage);
}

/** When a stage begins or ends; null: that is not known yet. */
export function dateOf({ timetable }: Selection, stage: StageName, which: 'start' | 'end'): number | null {
  return timetable.find((one) => one.stage === stage)?.[which] ?? null;
}

/** Whether a stage goes on as it should: a selection that is paused, has ended or was cancelled in it asks nothing of anybody. */
export function isOpen(stage: StageName, selection: Pick<Selection, 'stage' | 'paused' | 'closed'>): boolean {
  return selection.stage === stage && !selection.paused && !selection.closed;
}
