import type { OfferingEffect } from '../contracts/cycle/effect.ts';
import { figure, money, type PlanReport, type ReportTable, type Value } from './plan-report.ts';
import { CHANGE_STATES, CHANGE_WORDS, LIMIT_WORDS, PLAN_WORDS } from './plan-words.ts';

type Word = keyof typeof PLAN_WORDS;
/** A column by its heading; `#` before it for figures. */
type Heading = Word | `#${Word}`;

/** Columns of ids and single words. */
const NARROW: ReadonlySet<string> = new Set(['offering', 'change', 'held', 'what']);

function table(
  report: PlanReport,
  title: Word,
  headings: readonly Heading[],
  rows: readonly (readonly Value[])[],
  withheld: ReportTable['withheld'] = null,
): ReportTable {
  const columns = headings.map((heading) => ({
    heading: PLAN_WORDS[heading.replace('#', '') as Word][report.locale],
    figure: heading.startsWith('#'),
    narrow: NARROW.has(heading),
  }));
  return { title: PLAN_WORDS[title][report.locale], columns, rows, withheld };
}

/** The tables of a plan, those that there is anything for: Plan, Budget, Trainers, Cuts, Changes, promised and measured. */
export function planTables(report: PlanReport): ReportTable[] {
  return [
    offerings(report),
    budget(report),
    trainers(report),
    cuts(report),
    ...(report.changes ? [changes(report, report.changes)] : []),
    ...(report.effect
      ? [effect(report, report.effect), departments(report, report.effect), ...figures(report, report.effect)]
      : []),
  ];
}

function offerings(report: PlanReport): ReportTable {
  const { plan, locale } = report;
  const say = (word: Word) => PLAN_WORDS[word][locale];
  const rows = plan.lines.map(({ planned: o, cancelled, changes: made }) => {
    const marks = made.map((c) => `${c.id}${c.emergency ? ` (${say('emergency')})` : ''}`);
    const teacher = o.quote === null ? nameOf(report, o.trainer) : (plan.providers[o.quote] ?? o.quote);
    return [
      o.id,
      plan.courses[o.course]?.[locale] ?? o.course,
      o.days.join(', '),
      o.room === null ? say('online') : (plan.rooms[o.room] ?? o.room),
      teacher,
      figure(o.places),
      lineName(report, o.budgetLine),
      money(o.cost, report),
      figure(o.effect, 2),
      [...(cancelled ? [say('cancelled')] : []), ...marks].join(', '),
    ];
  });
  const kept = plan.lines.filter((l) => !l.cancelled).map((l) => l.planned);
  const total = (of: (o: (typeof kept)[number]) => number) => kept.reduce((sum, o) => sum + of(o), 0);
  const sums = [
    figure(total((o) => o.places)),
    '',
    money(
      total((o) => o.cost),
      report,
    ),
    figure(
      total((o) => o.effect),
      2,
    ),
  ];
  return table(
    report,
    'plan',
    ['offering', 'course', 'days', 'place', 'teacher', '#places', 'line', '#cost', '#promised', 'state'],
    rows.length ? [...rows, [say('total'), '', '', '', '', ...sums, '']] : rows,
    // Once it is approved everybody sees every offering.
    plan.whole || plan.frozen ? null : 'some',
  );
}

function nameOf({ plan, changes: asked }: PlanReport, person: string | null): Value {
  return person === null ? null : (plan.names[person] ?? asked?.names[person] ?? person);
}

function lineName({ resources, locale }: PlanReport, line: string): string {
  return resources?.lines.find((l) => l.line === line)?.label[locale] ?? line;
}

function budget(report: PlanReport): ReportTable {
  const { resources, plan, locale } = report;
  const rows = resources
    ? resources.lines.map((l) => [
        l.label[locale],
        ...[l.limit, l.committed, l.planned, l.used].map((m) => money(m, report)),
      ])
    : plan.plan.budget.map((l) => [l.line, money(l.limit, report), null, money(l.planned, report), null]);
  return table(report, 'budget', ['line', '#limit', '#committed', '#planned', '#used'], rows, resources ? null : 'all');
}

function trainers(report: PlanReport): ReportTable {
  const { resources, plan } = report;
  const rows = resources
    ? resources.trainers.map((t) => [t.name ?? t.person, figure(t.planned, 1), figure(t.limit, 1), figure(t.used, 1)])
    : plan.plan.trainers.map((t) => [nameOf(report, t.person), figure(t.hours, 1), figure(t.limit, 1), null]);
  return table(report, 'trainers', ['trainer', '#hours', '#hoursLimit', '#used'], rows, resources ? null : 'all');
}

function cuts(report: PlanReport): ReportTable {
  const { plan, locale } = report;
  const rows = plan.plan.cuts.map(({ need, people, limit, lost }) => {
    const because = LIMIT_WORDS[limit.kind][locale];
    const about = report.needs[need]?.[locale];
    return [
      about ? `${need} ${about}` : need,
      figure(people.length),
      limit.id === null ? because : `${because}: ${limitName(report, limit.kind, limit.id)}`,
      figure(lost, 2),
    ];
  });
  return table(report, 'cuts', ['need', '#places', 'because', '#lost'], rows, plan.whole ? null : 'some');
}

function limitName(report: PlanReport, kind: keyof typeof LIMIT_WORDS, id: string): ReturnType<typeof nameOf> {
  if (kind === 'budget') return lineName(report, id);
  return report.plan.courses[id]?.[report.locale] ?? nameOf(report, id);
}

function changes(report: PlanReport, { changes: asked }: NonNullable<PlanReport['changes']>): ReportTable {
  const { locale } = report;
  const rows = asked.map((c) => [
    `${c.id}${c.emergency ? ` (${PLAN_WORDS.emergency[locale]})` : ''}`,
    CHANGE_WORDS[c.what.kind][locale],
    c.offering ?? '',
    nameOf(report, c.by),
    nameOf(report, c.approver),
    CHANGE_STATES[c.state][locale],
    money(c.effect.money, report),
    figure(c.effect.people.length),
  ]);
  return table(
    report,
    'changes',
    ['change', 'what', 'offering', 'by', 'approver', 'state', '#money', '#places'],
    rows,
    report.plan.whole ? null : 'some',
  );
}

type Effect = NonNullable<PlanReport['effect']>;

function effect(report: PlanReport, { offerings: rows, total, courses }: Effect): ReportTable {
  const { locale } = report;
  const say = (word: Word) => PLAN_WORDS[word][locale];
  const held = (was: boolean | null) => (was === null ? null : say(was ? 'yes' : 'no'));
  return table(
    report,
    'effect',
    [
      'offering',
      'course',
      'held',
      '#seats',
      '#present',
      '#promised',
      '#measured',
      '#reaction',
      '#learning',
      '#transfer',
      '#cost',
      '#perPoint',
    ],
    [
      ...rows.map((r) => [r.offering, courses[r.course]?.[locale] ?? r.course, held(r.held), ...measures(report, r)]),
      [
        say('total'),
        '',
        rows.some((r) => r.held !== null) ? `${total.held}/${total.offerings}` : null,
        ...measures(report, total),
      ],
    ],
  );
}

type Measures = Omit<OfferingEffect, 'offering' | 'course' | 'fate' | 'held' | 'figures'>;

/** What is known; an asterisk where it is hidden, null where nobody knows it. */
function measures(report: PlanReport, row: Measures): Value[] {
  const mean = (m: { readonly answers: number; readonly mean: number | null }, decimals: number) =>
    m.mean === null && m.answers > 0 ? '*' : figure(m.mean, decimals);
  return [
    figure(row.seats),
    figure(row.present),
    figure(row.promised, 2),
    row.measured === null && row.hidden ? '*' : figure(row.measured, 2),
    mean(row.reaction, 2),
    mean(row.learning, 1),
    mean(row.transfer.supervisors, 2),
    money(row.cost, report),
    money(row.costPerPoint, report),
  ];
}

/** Level 4, where any was named. */
function figures(report: PlanReport, { offerings: rows }: Effect): ReportTable[] {
  const named = rows.flatMap((r) =>
    r.figures.map((f) => [r.offering, f.name, f.unit, figure(f.before, 2), figure(f.after, 2)]),
  );
  return named.length ? [table(report, 'figures', ['offering', 'figure', 'unit', '#before', '#after'], named)] : [];
}

function departments(report: PlanReport, { departments: rows }: Effect): ReportTable {
  return table(
    report,
    'departments',
    ['department', '#seats', '#present', '#promised', '#measured', '#cost', '#perPoint'],
    rows.map((d) => [
      report.departments[d.department]?.[report.locale] ?? d.department,
      figure(d.seats),
      figure(d.present),
      figure(d.promised, 2),
      d.measured === null && d.hidden ? '*' : figure(d.measured, 2),
      money(d.cost, report),
      money(d.costPerPoint, report),
    ]),
  );
}
