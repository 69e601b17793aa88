import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CycleEffect } from '../../contracts/cycle/effect.ts';
import type { ChangesView, PlanView, ProposalsView, ResourcesView } from '../../contracts/views/cycle.ts';
import type { Client } from '../client.ts';
import { DemoFailure } from '../failure.ts';
import type { Narrator } from '../narrator.ts';

const SHOWN = 12;

export interface YearEnd {
  readonly client: Client;
  readonly operator: string;
  readonly tell: Narrator;
  readonly path: string;
  readonly folder: string;
}

/** Shows the approved plan with its hash, and writes it as PDF and as a workbook. */
export async function showPlan({ client, operator, tell, path: at, folder }: YearEnd): Promise<void> {
  const view = await client.get<PlanView>(operator, `${at}/plan`);
  const { lines, courses, rooms, names, currency } = view;
  tell.heading(
    `The approved plan as it was carried out, ${Math.min(SHOWN, lines.length)} of ${lines.length} offerings`,
  );
  const rows = lines
    .slice(0, SHOWN)
    .map(({ planned, cancelled, changes }) => [
      planned.id,
      (courses[planned.course]?.en ?? planned.course).slice(0, 38),
      planned.days[0] ?? '',
      (rooms[planned.room ?? ''] ?? planned.room ?? 'online').slice(0, 16),
      (planned.trainer ? (names[planned.trainer] ?? planned.trainer) : 'provider').slice(0, 16),
      planned.participants.length,
      (planned.cost / 100).toFixed(0),
      cancelled ? 'cancelled' : changes.map((c) => `${c.id}${c.emergency ? '!' : ''}`).join(' '),
    ]);
  tell.table(['offering', 'course', 'from', 'room', 'trainer', 'seats', currency, 'changes'], rows);
  tell.good(`Hash of the approved plan (version ${view.version}): ${view.digest}`);
  await mkdir(path.join(folder, 'plan'), { recursive: true });
  for (const name of ['plan.pdf', 'plan.xlsx']) {
    const bytes = await client.bytes(operator, `${at}/${name}`);
    const file = path.join(folder, 'plan', name);
    await writeFile(file, bytes);
    tell.plain(`  ${file} (${Math.round(bytes.length / 1024)} KB)`);
  }
  const resources = await client.get<ResourcesView>(operator, `${at}/resources`);
  tell.table(
    ['budget line', 'limit', 'committed', 'planned', 'used'],
    resources.lines.map((l) => [l.line, ...[l.limit, l.committed, l.planned, l.used].map(units)]),
  );
}

/** Shows what was changed after the approval, by whom and how it was settled. */
export async function showChanges({ client, operator, tell, path: at }: YearEnd): Promise<void> {
  const { changes, names } = await client.get<ChangesView>(operator, `${at}/changes`);
  tell.heading('Changes of the approved plan');
  for (const c of changes) {
    const who = names[c.approver ?? ''] ?? c.approver ?? 'nobody';
    tell.plain(
      `  ${c.id} ${c.what.kind} ${c.offering ?? ''}: ${c.emergency ? 'emergency, ' : ''}${c.state} (${who}); ` +
        `money ${units(c.effect.money)}, ${c.effect.people.length} people concerned`,
    );
  }
  if (!changes.some((c) => c.emergency)) throw new DemoFailure('There was no emergency change.');
  if (!changes.some((c) => c.what.kind === 'move')) throw new DemoFailure('No course was moved.');
}

/** Shows what was promised beside what was measured. */
export async function showEffect({ client, operator, tell, path: at }: YearEnd): Promise<void> {
  const { offerings, departments, total } = await client.get<CycleEffect>(operator, `${at}/effect`);
  tell.heading('Promised against measured, in weighted gap points');
  const figures = (e: CycleEffect['departments'][number] | CycleEffect['offerings'][number] | CycleEffect['total']) => [
    e.seats,
    e.present,
    e.promised.toFixed(1),
    e.hidden ? 'hidden' : (e.measured?.toFixed(1) ?? 'unknown'),
    units(e.costPerPoint),
  ];
  const rows = [
    ...offerings.slice(0, SHOWN).map((o) => [o.offering, ...figures(o), mean(o.reaction.mean)]),
    ...departments.map((d) => [d.department, ...figures(d), '']),
    ['all', ...figures(total), mean(total.reaction.mean)],
  ];
  tell.table(['', 'seats', 'present', 'promised', 'measured', 'cost a point', 'liked'], rows);
  if (total.measured === null) throw new DemoFailure('Nothing was measured.');
}

/** Shows what the next cycle will take up. */
export async function showProposals({ client, operator, tell, path: at }: YearEnd): Promise<void> {
  const { proposals, elements } = await client.get<ProposalsView>(operator, `${at}/proposals`);
  const kinds = new Map<string, number>();
  for (const { kind } of proposals) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  tell.heading(`Proposals for the next cycle: ${[...kinds].map(([kind, n]) => `${n} ${kind}`).join(', ') || 'none'}`);
  const rows = proposals.slice(0, 8).map((p) => [
    p.id,
    p.kind,
    p.department ?? '',
    (elements[p.element ?? '']?.en ?? p.course ?? '').slice(0, 30),
    p.people.length,
    Object.entries(p.evidence)
      .slice(0, 3)
      .map(([name, value]) => `${name} ${Array.isArray(value) ? value.length : value}`)
      .join(', ')
      .slice(0, 60),
  ]);
  tell.table(['', 'kind', 'dept', 'about', 'people', 'evidence'], rows);
  if (!proposals.length) throw new DemoFailure('The cycle has left no proposal to the next one.');
}

function units(amount: number | null): string {
  return amount === null ? '' : (amount / 100).toFixed(0);
}

function mean(figure: number | null): string {
  return figure === null ? '' : figure.toFixed(1);
}
