import { z } from 'zod';
import { Label } from '../contracts/form.ts';
import { ChangesView, EffectView, PlanView, ResourcesView } from '../contracts/views/cycle.ts';
import { Day } from './bilingual.ts';

/** What a plan is printed from: the views of the cycle as the reader of the document may see them. */
export const PlanReport = z.object({
  locale: z.enum(['en', 'zh-CN']),
  title: Label,
  company: Label,
  issuedOn: Day,
  /** How many of the currency's smallest unit make one: 100 fen a yuan. */
  unit: z.union([z.literal(1), z.literal(100), z.literal(1000)]).default(100),
  plan: PlanView,
  resources: ResourcesView.nullable().default(null),
  changes: ChangesView.nullable().default(null),
  effect: EffectView.nullable().default(null),
  /** Names of departments by id. */
  departments: z.record(z.string(), Label).default({}),
  /** What each merged need is about, by its number. */
  needs: z.record(z.string(), Label).default({}),
  /** Names of those who see all of it and can be asked for what the reader does not see. */
  ask: z.array(z.string()).default([]),
});
export type PlanReport = z.infer<typeof PlanReport>;

/** A cell: text, a number with so many decimals, or null for what is unknown. */
export type Value = string | { readonly number: number; readonly decimals: number } | null;

export interface ReportTable {
  readonly title: string;
  /** What of it whoever reads the document may not see: all of it, or some rows, of which nobody is told whether there are any. */
  readonly withheld: 'all' | 'some' | null;
  readonly columns: readonly { readonly heading: string; readonly figure: boolean; readonly narrow: boolean }[];
  readonly rows: readonly (readonly Value[])[];
}

/** Money as a number of the currency. */
export function money(amount: number | null, { unit }: PlanReport): Value {
  return amount === null ? null : { number: amount / unit, decimals: Math.round(Math.log10(unit)) };
}

export function figure(number: number | null, decimals = 0): Value {
  return number === null ? null : { number, decimals };
}

/** `1,234.50`; written out here because Intl's wording changes with Node's version. */
export function show(value: Value): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  const [whole = '', rest] = Math.abs(value.number).toFixed(value.decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value.number < 0 ? '−' : ''}${grouped}${rest ? `.${rest}` : ''}`;
}
