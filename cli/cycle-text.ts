import type {
  ChangesView,
  DifferenceView,
  EffectView,
  GapsView,
  NeedsView,
  PlanView,
  ProposalsView,
  ResourcesView,
} from '../contracts/views/cycle.ts';
import { figure, money } from './money.ts';
import { table } from './table.ts';

/** The plan as it is now, line by line, and what is left out. */
export function planText(view: PlanView): string {
  const rows = view.lines.map(({ planned: o, cancelled, changes }) => [
    o.id,
    view.courses[o.course]?.en ?? o.course,
    o.days[0],
    o.days.length,
    o.room ? (view.rooms[o.room] ?? o.room) : 'online',
    o.trainer ? (view.names[o.trainer] ?? o.trainer) : (view.providers[o.quote ?? ''] ?? '-'),
    o.places,
    money(o.cost, view.currency),
    figure(o.effect),
    cancelled ? 'cancelled' : changes.map((c) => `${c.id}${c.emergency ? ' (emergency)' : ''}`).join(', '),
  ]);
  const heading = ['OFFERING', 'COURSE', 'FROM', 'DAYS', 'PLACE', 'TAUGHT BY', 'PLACES', 'COST', 'EFFECT', 'CHANGED'];
  return [
    `Version ${view.version}${view.frozen ? ', approved and frozen' : ''}; digest ${view.digest}`,
    table(heading, rows),
    ...view.plan.cuts.map(
      (cut) =>
        `Left out: ${cut.sentence ?? `${view.needs[cut.need]?.en ?? cut.need} (${cut.people.join(', ')}), for want of ${cut.limit.kind}`}`,
    ),
  ].join('\n');
}

export function differenceText({ from, to, facts }: DifferenceView): string {
  if (from === null) return `Version ${to} is the first; there is nothing to compare it with.`;
  return facts.length ? facts.map(({ text }) => text.en).join('\n') : `Versions ${from} and ${to} are the same.`;
}

export function needsText(view: NeedsView): string {
  const rows = view.needs.map((n) => [
    n.need,
    n.department,
    (n.element && view.elements[n.element]?.en) ?? n.element ?? n.course,
    n.level,
    n.people.length,
    n.urgency,
    n.origin,
    n.state,
    n.rank,
    n.merged,
    n.outcome,
  ]);
  const heading = [
    ...['NEED', 'DEPARTMENT', 'WHAT', 'LEVEL', 'PEOPLE', 'URGENCY', 'FROM'],
    ...['STATE', 'RANK', 'MERGED', 'ENDS'],
  ];
  const silent = view.departments.filter((d) => d.returned === 'silent').map((d) => d.department);
  const nil = view.departments.filter((d) => d.returned === 'nil').map((d) => d.department);
  return [
    view.needs.length ? table(heading, rows) : 'There are no needs yet that you may see.',
    ...(nil.length ? [`Nothing needed: ${nil.join(', ')}.`] : []),
    ...(silent.length ? [`Silent: ${silent.join(', ')}.`] : []),
  ].join('\n');
}

export function gapsText(view: GapsView): string {
  const departments = view.departments.map((d) => [
    d.department,
    d.rank,
    d.element,
    view.elements[d.element]?.en,
    `${d.employeesRated} of ${d.employeesRequired}`,
    d.gapSum,
    d.weightedGapSum,
    d.meanGap,
  ]);
  const people = view.employees.map((e) => [
    e.person,
    view.names[e.person],
    e.ratedElements,
    e.missingElements,
    e.weightedGapSum,
    e.weightedMeanGap,
    e.largestGapElement,
  ]);
  const heading = ['DEPARTMENT', 'RANK', 'ELEMENT', 'NAME', 'RATED', 'GAP POINTS', 'WEIGHTED', 'MEAN GAP'];
  const flagged = view.pairs.filter((p) => p.flagged);
  return [
    table(heading, departments),
    table(['PERSON', 'NAME', 'RATED', 'MISSING', 'WEIGHTED', 'MEAN GAP', 'LARGEST'], people),
    ...flagged.map((p) => `${p.person} sees ${p.element} at ${p.self}, the supervisor at ${p.supervisor}.`),
  ].join('\n\n');
}

export function resourcesText(view: ResourcesView): string {
  const m = (amount: number | null) => money(amount, view.currency);
  const lines = view.lines.map((l) => [l.label.en, m(l.limit), m(l.committed), m(l.planned), m(l.used)]);
  const rooms = view.rooms.map((r) => [
    r.name,
    r.committed === null ? '-' : r.committed ? 'yes' : 'no',
    r.planned,
    r.used,
  ]);
  const trainers = view.trainers.map((t) => [t.person, t.name, t.limit, t.planned, t.used]);
  const { asked, committed, planned, used } = view.time;
  return [
    table([`BUDGET LINE (${view.currency})`, 'LIMIT', 'COMMITTED', 'PLANNED', 'USED'], lines),
    table(['ROOM (DAYS)', 'COMMITTED', 'PLANNED', 'USED'], rooms),
    table(['TRAINER (HOURS)', 'NAME', 'LIMIT', 'PLANNED', 'USED'], trainers),
    `People's time in hours: ${asked} asked for, ${committed} committed, ${planned} planned, ${used} used.`,
  ].join('\n\n');
}

export function changesText({ changes }: ChangesView): string {
  if (!changes.length) return 'There are no change requests that you may see.';
  const rows = changes.map((c) => [
    c.id,
    c.what.kind,
    c.offering ?? (c.what.kind === 'budget' ? c.what.line : null),
    c.by,
    c.approver,
    c.state,
    c.emergency ? 'emergency' : '',
    c.effect.money,
    c.effect.people.length,
  ]);
  return table(['CHANGE', 'KIND', 'OF', 'BY', 'DECIDES', 'STATE', '', 'MONEY', 'PEOPLE'], rows);
}

export function effectText(view: EffectView): string {
  const m = (amount: number | null) => money(amount, view.currency);
  const rows = view.offerings.map((o) => [
    o.offering,
    view.courses[o.course]?.en ?? o.course,
    o.held === null ? 'open' : o.held ? 'held' : 'not held',
    `${o.present} of ${o.seats}`,
    figure(o.reaction.mean),
    figure(o.learning.mean),
    figure(o.transfer.supervisors.mean),
    figure(o.promised),
    figure(o.measured),
    m(o.cost),
    m(o.costPerPoint),
  ]);
  const heading = [
    ...['OFFERING', 'COURSE', '', 'PRESENT', 'REACTION', 'LEARNING', 'TRANSFER'],
    ...['PROMISED', 'MEASURED', 'COST', 'A POINT'],
  ];
  const departments = view.departments.map((d) => [
    d.department,
    `${d.present} of ${d.seats}`,
    figure(d.promised),
    figure(d.measured),
    m(d.cost),
    m(d.costPerPoint),
  ]);
  const { total } = view;
  const hidden = total.hidden ? '\nFigures of small groups are hidden.' : '';
  return [
    ...(rows.length ? [table(heading, rows)] : []),
    ...(departments.length
      ? [table(['DEPARTMENT', 'PRESENT', 'PROMISED', 'MEASURED', 'COST', 'A POINT'], departments)]
      : []),
    `In all: ${heldOf(view)}; ${figure(total.promised)} gap points ` +
      `promised, ${figure(total.measured)} measured of ${figure(total.promisedOfMeasured)}; ` +
      `${m(total.cost)} ${view.currency}, ${m(total.costPerPoint)} a gap point closed.${hidden}`,
  ].join('\n\n');
}

/** How many were held, as far as that is known: of one that is still to come it is not. */
function heldOf({ offerings, total }: EffectView): string {
  const over = offerings.filter((o) => o.held !== null).length;
  if (!over) return `${total.offerings} ${total.offerings === 1 ? 'offering' : 'offerings'}, none over yet`;
  const open = offerings.length - over;
  return `${total.held} of ${total.offerings} held, ${open ? `${open} still open, ` : ''}${total.present} present`;
}

export function proposalsText({ proposals }: ProposalsView): string {
  if (!proposals.length) return 'There are no proposals that you may see.';
  const rows = proposals.map((p) => [
    p.id,
    p.kind,
    p.department,
    p.element,
    p.course,
    p.trainer,
    p.people.length,
    p.kept ? 'kept' : 'dropped',
    Object.entries(p.evidence)
      .map(([key, value]) => `${key} ${Array.isArray(value) ? value.join(',') : (value ?? '-')}`)
      .join(', '),
  ]);
  return table(['PROPOSAL', 'KIND', 'DEPARTMENT', 'ELEMENT', 'COURSE', 'TRAINER', 'PEOPLE', '', 'EVIDENCE'], rows);
}
