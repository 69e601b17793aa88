import type { TFunction } from 'i18next';
import { dayOf, type Reader } from '../../../format/date.ts';
import type { Selection } from '../api/selection.ts';

type StageName = Selection['stage'];

/** Stages in which something happens that an applicant knows of, in their order. */
const TOLD = ['call', 'screening', 'review', 'decision', 'notice', 'results'] as const satisfies readonly StageName[];
export type ToldStage = (typeof TOLD)[number];

export interface Step {
  readonly stage: ToldStage;
  readonly state: 'done' | 'current' | 'ahead';
  readonly when: string;
}

/** The way that an application goes, each step with the day by which it is over, as far as that is known. */
export function stepsOf(t: TFunction, reader: Reader, { timetable }: Selection, now: number): Step[] {
  return TOLD.flatMap((stage) => {
    const line = timetable.find((one) => one.stage === stage);
    if (!line) return [];
    const when = line.end === null ? '' : t('call.until', { day: dayOf(reader, line.end, now) });
    return [{ stage, state: line.state, when }];
  });
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
