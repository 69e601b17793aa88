import { seesResources } from '../../access/sight/cycle.ts';
import type { Label } from '../../contracts/form.ts';
import type { StreamId } from '../../contracts/ids.ts';
import type { PlanReport } from '../../documents/plan-report.ts';
import { localDay } from '../../domain/cycle/timetable.ts';
import { unitsOf } from '../../domain/money.ts';
import type { OfferingState } from '../../domain/offering/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';
import { changeLines } from '../../views/cycle/changes.ts';
import { effectView } from '../../views/cycle/effect.ts';
import { elementNames } from '../../views/cycle/elements.ts';
import { planView, versionAsked } from '../../views/cycle/plan.ts';
import type { CycleReading } from '../../views/cycle/reading.ts';
import { resourcesView } from '../../views/cycle/resources.ts';

/** What the report of a plan is asked for. */
export interface ReportQuestion {
  readonly version?: number | undefined;
  readonly locale: 'en' | 'zh-CN';
}

/** Everything that the printed plan holds, as much of it as somebody sees: plan, money, changes, effect. */
export function planReport(
  reading: CycleReading,
  { version, locale }: ReportQuestion,
  {
    names,
    offerings,
    now,
  }: {
    readonly names: ReadonlyMap<string, string>;
    readonly offerings: ReadonlyMap<StreamId, OfferingState>;
    readonly now: number;
  },
): PlanReport {
  const { state, organisation } = reading;
  const { title, company, currency, timeZone, approval } = termsOf(state);
  const plan = planView(reading, versionAsked(reading, version), names);
  const departments = [...organisation.departments.values()];
  return {
    locale,
    title,
    company,
    issuedOn: localDay(now, timeZone),
    unit: unitsOf(currency) as PlanReport['unit'],
    plan,
    resources: seesResources(reading.sight) ? resourcesView(reading, offerings, names) : null,
    changes: { changes: changeLines(reading), names: Object.fromEntries(names) },
    effect: state.frozen ? effectView(reading) : null,
    departments: Object.fromEntries(departments.map((d) => [d.id, { en: d.name, 'zh-CN': d.nameZh }])),
    needs: needsOf(reading),
    ask: approval.hr.flatMap((person) => names.get(person) ?? []),
  };
}

/** What each merged need is about: its element, or the course that was named for it. */
function needsOf({ state, organisation }: CycleReading): Record<string, Label> {
  const merged = Object.values(state.merged);
  const elements = elementNames(
    organisation,
    merged.map((m) => m.element),
  );
  return Object.fromEntries(
    merged.flatMap(({ id, element, course }) => {
      const about = elements[element ?? ''] ?? state.courses[course ?? '']?.title;
      return about ? [[id, about] as const] : [];
    }),
  );
}
