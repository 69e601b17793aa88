import type { Plan } from '../../contracts/planning.ts';
import { compareText } from './limit.ts';

/** A plan as one text that is the same wherever it is made: names sorted, lists in the plan's own order. For its hash. */
export function canonicalPlan(plan: Plan): string {
  return canonical(plan);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => compareText(a, b));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}
