import type { Reader } from '../../../format/date.ts';
import { said } from '../../../format/label.ts';
import type { Line, Plan } from '../api/cycle.ts';

/** What a line of the plan is called. */
export function titleOf(reader: Reader, plan: Plan, { planned }: Line): string {
  const title = plan.courses[planned.course];
  return title ? said(reader, title) : planned.course;
}

/** Where it is held; null: online. */
export function roomOf(plan: Plan, { planned }: Line): string | null {
  return planned.room === null ? null : (plan.rooms[planned.room] ?? planned.room);
}

/** Who teaches it: a trainer, or a provider. */
export function teacherOf(plan: Plan, { planned }: Line): string {
  if (planned.trainer !== null) return plan.names[planned.trainer] ?? planned.trainer;
  return plan.providers[planned.quote ?? ''] ?? '–';
}

/** Lines in the order of their days. */
export function byDays(lines: readonly Line[]): readonly Line[] {
  return [...lines].sort((a, b) => (a.planned.days[0]! < b.planned.days[0]! ? -1 : 1));
}

const TONES = 6;

/** Each course has one of six muted tones, in the order in which they come. */
export function toneOf(plan: Plan, course: string): string {
  const courses = [...new Set(plan.lines.map(({ planned }) => planned.course))];
  return `var(--face-${courses.indexOf(course) % TONES})`;
}
