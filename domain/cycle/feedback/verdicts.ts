import type { OfferingResult } from '../../../contracts/offering/result.ts';
import { termsOf } from '../../procedure/standing.ts';
import { lastTransfer, reportsOf } from '../effect/effect.ts';
import { points, type Reported, ratedAgain } from '../effect/measure.ts';
import { pooled, sum } from '../effect/total.ts';
import type { CycleState } from '../state.ts';
import { distinct, type Finding } from './unmet.ts';

type Held = Reported & { readonly result: OfferingResult };

/** What the answers about one course, or one trainer, come to. */
interface Verdict {
  readonly offerings: readonly string[];
  readonly reaction: ReturnType<typeof pooled>;
  /** Supervisors and participants together. */
  readonly transfer: ReturnType<typeof pooled>;
}

/** A course is worth repeating from this reaction on, 1 to 5. */
const GOOD = 4;

function verdictOn(held: readonly Held[]): Verdict {
  const transfers = held.map((h) => lastTransfer(h.result));
  return {
    offerings: distinct(held.map((h) => h.line.id)),
    reaction: pooled(held.map((h) => h.result.reaction)),
    transfer: pooled(transfers.flatMap((t) => [t.supervisors, t.participants])),
  };
}

/** True when enough people have said so: a mean of fewer than the privacy threshold is no ground for anything. */
function isPoor({ answers, mean }: ReturnType<typeof pooled>, below: number, privacy: number): boolean {
  return mean !== null && answers >= privacy && mean < below;
}

function heldBy(state: CycleState, key: (one: Reported) => string | null): Map<string, Held[]> {
  const groups = new Map<string, Held[]>();
  for (const one of reportsOf(state)) {
    const name = key(one);
    if (!one.result?.held || name === null) continue;
    groups.set(name, [...(groups.get(name) ?? []), one as Held]);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const NOBODY = { department: null, element: null, level: null, course: null, trainer: null, people: [] };

/** Courses that were found poor, or of which little is used at work, by enough people; and those to be held again. */
export function courseVerdicts(state: CycleState, unmet: readonly Finding[]): { drop: Finding[]; repeat: Finding[] } {
  const { privacy, transferFrom } = termsOf(state).delivery;
  const drop: Finding[] = [];
  const repeat: Finding[] = [];
  for (const [course, held] of heldBy(state, (one) => one.line.course)) {
    const verdict = verdictOn(held);
    const evidence = { ...figuresOf(verdict), ...gainOf(held, privacy) };
    const poor = (mean: Verdict['reaction']) => isPoor(mean, transferFrom, privacy);
    if (poor(verdict.reaction) || poor(verdict.transfer)) {
      drop.push({ ...NOBODY, kind: 'drop-course', course, evidence: { ...evidence, poorBelow: transferFrom } });
    } else if ((verdict.reaction.mean ?? 0) >= GOOD) {
      const absent = distinct(held.flatMap((h) => h.result.absent));
      const waiting = distinct(unmet.filter((u) => isServedBy(state, u, course)).flatMap((u) => u.people));
      const people = distinct([...absent, ...waiting]).slice(0, 5000);
      const wanted = { absent: absent.length, waiting: waiting.length };
      if (people.length)
        repeat.push({ ...NOBODY, kind: 'repeat-course', course, people, evidence: { ...evidence, ...wanted } });
    }
  }
  return { drop, repeat };
}

function isServedBy(state: CycleState, { element, course: wanted }: Finding, course: string): boolean {
  if (wanted !== null) return wanted === course;
  return element !== null && (state.courses[course]?.elements.includes(element) ?? false);
}

/** Trainers whom participants found poor, and elements for which nobody of the house could teach. */
export function trainerVerdicts(state: CycleState): Finding[] {
  const { privacy, transferFrom } = termsOf(state).delivery;
  const poor = [...heldBy(state, (one) => one.line.trainer)].flatMap(([trainer, held]): Finding[] => {
    const mean = pooled(held.map((h) => h.result.trainer ?? { answers: 0, mean: null }));
    if (!isPoor(mean, transferFrom, privacy)) return [];
    const offerings = distinct(held.map((h) => h.line.id));
    const evidence = { offerings, trainerMean: mean.mean, answers: mean.answers, poorBelow: transferFrom };
    return [{ ...NOBODY, kind: 'train-trainer', trainer, people: [trainer], evidence }];
  });
  return [...poor, ...withoutTrainer(state)];
}

/** Elements and courses that were to be taught from inside, for which there was no trainer, or none with hours left. */
function withoutTrainer(state: CycleState): Finding[] {
  const groups = new Map<string, Finding>();
  for (const { merged, source, course, passed, cost } of Object.values(state.sourcing)) {
    const why = passed.find((p) => p.source === 'internal' && LACKING.has(p.reason));
    const need = state.merged[merged];
    if (!why || !need) continue;
    const key = `${need.element ?? ''}\n${need.element === null ? (course ?? '') : ''}`;
    const before = groups.get(key)?.evidence;
    groups.set(key, {
      ...{ ...NOBODY, kind: 'train-trainer', element: need.element, course: need.element === null ? course : null },
      level: need.level,
      evidence: {
        merged: distinct([...((before?.merged as string[]) ?? []), merged]),
        reasons: distinct([...((before?.reasons as string[]) ?? []), why.reason]),
        sources: distinct([...((before?.sources as string[]) ?? []), source]),
        cost: ((before?.cost as number) ?? 0) + (cost ?? 0),
      },
    });
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, f]) => f);
}

const LACKING = new Set(['no-trainer', 'trainers-full']);

function figuresOf({ offerings, reaction, transfer }: Verdict) {
  return {
    offerings: [...offerings],
    reaction: reaction.mean,
    reactionAnswers: reaction.answers,
    transfer: transfer.mean,
    transferAnswers: transfer.answers,
  };
}

/** Points of offerings with enough people only: evidence is read by many. */
function gainOf(held: readonly Held[], privacy: number) {
  const known = held.filter((h) => ratedAgain(h.result) >= privacy).flatMap((h) => h.result.gapClosed ?? []);
  return {
    promised: points(sum(held.map((h) => h.points))),
    measured: known.length ? points(sum(known)) : null,
    cost: sum(held.map((h) => h.result.cost)),
  };
}
