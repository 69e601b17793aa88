import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CycleTerms } from '../../contracts/cycle.ts';
import { ImportBody } from '../../contracts/organisation.ts';
import type { PlanOutcome } from '../../contracts/planning.ts';
import { loadSolver } from '../../domain/assignment/solver.ts';
import { demandsOf } from '../../domain/cycle/compiling/demands.ts';
import { NO_ROUNDS, planProblemOf } from '../../domain/cycle/compiling/problem.ts';
import { refusalOfTerms } from '../../domain/cycle/opening.ts';
import { sourceNeeds } from '../../domain/cycle/sourcing/sources.ts';
import { type CycleState, emptyCycle, type Need } from '../../domain/cycle/state.ts';
import { mergeNeeds } from '../../domain/cycle/summary/merging.ts';
import { planOf } from '../../domain/cycle/timetable.ts';
import { type GapRow, gapRows } from '../../domain/gaps/gap.ts';
import { emptyOrganisation, type OrganisationState } from '../../domain/organisation/state.ts';
import { compilePlan } from '../../domain/planning/compile.ts';
import { faultsOfPlan } from '../../domain/planning/faults.ts';
import { openSecretOf } from '../../domain/turn/secret.ts';
import { readGapFolder } from '../../files/gap-folder.ts';
import { readOrganisationFolder } from '../../files/organisation.ts';
import { readTrainingFolder, type TrainingFolder } from '../../files/training-folder.ts';
import { trainingManagerIn } from '../../samples/leaders.ts';
import { cycleTermsFor, QUOTES, ROOMS, type Terms } from '../../samples/training.ts';
import { command, having } from '../domain/organisation/company.ts';

const OPENED = Date.parse('2026-11-24T09:00:00+08:00');

interface Company {
  readonly organisation: OrganisationState;
  readonly imported: ImportBody;
  readonly training: TrainingFolder;
  readonly gaps: readonly GapRow[];
}

async function companyIn(folder: string): Promise<Company> {
  const imported = ImportBody.parse(await readOrganisationFolder(folder));
  const organisation = having(emptyOrganisation(), command('importOrganisation', imported));
  const { ratings } = await readGapFolder(folder);
  const gaps = gapRows([...organisation.people.values()], organisation.posts, ratings);
  return { organisation, imported, training: await readTrainingFolder(folder), gaps };
}

/** A cycle that has come to its plan: every diagnosed gap is a need, merged and sourced by the rules. */
function compiling({ organisation, gaps, training }: Company, input: Terms): CycleState {
  const terms = CycleTerms.parse(input);
  const plan = planOf('mobilisation', OPENED, terms.timetable, terms, organisation);
  const byId = <T extends { readonly id: string }>(rows: readonly T[]) =>
    Object.fromEntries(rows.map((r) => [r.id, r]));
  const needs = Object.fromEntries(needsOf(organisation, gaps, terms.gapFrom).map((n) => [n.need, n]));
  const merged = byId(mergeNeeds(Object.values(needs)));
  const trainers = training.trainers.map((t) => ({ ...t, topics: [], until: null }));
  const supply = {
    ...{ courses: byId(terms.courses), quotes: byId(training.quotes), trainers, rules: terms.sourcing },
    ...{ period: terms.period, today: '2026-12-01' },
  };
  const wanted = Object.values(merged).map((m) => {
    const people = new Set(m.needs.flatMap((n) => needs[n]!.people)).size;
    return { ...m, people, priority: Math.min(...m.needs.map((n) => needs[n]!.urgency)) };
  });
  return {
    ...emptyCycle('cycle:sample'),
    ...{
      phase: 'running',
      terms,
      timetable: terms.timetable,
      plan,
      stage: 'compiling',
      startedAt: plan.compiling!.start,
    },
    ...{ needs, merged, courses: supply.courses, rooms: byId(terms.rooms), quotes: supply.quotes },
    trainers: Object.fromEntries(trainers.map((t) => [t.person, t])),
    sourcing: Object.fromEntries(sourceNeeds(wanted, supply).map((s) => [s.merged, s])),
  };
}

function needsOf(organisation: OrganisationState, gaps: readonly GapRow[], from: number): Need[] {
  const groups = new Map<string, GapRow[]>();
  for (const row of gaps) {
    if (row.gap === null || row.gap < from) continue;
    const key = `${organisation.people.get(row.person)!.department} ${row.element} ${Math.ceil(row.required)}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rows], i): Need => {
      const [department, element, level] = key.split(' ') as [string, string, string];
      const mean = rows.reduce((sum, r) => sum + r.gap!, 0) / rows.length;
      return {
        ...{ need: `N-${String(i + 1).padStart(5, '0')}`, department, origin: 'gap', element, level: Number(level) },
        ...{
          course: null,
          people: rows.map((r) => r.person),
          urgency: mean >= 1.5 ? 1 : mean >= 1 ? 2 : 3,
          must: false,
        },
        ...{ diagnosed: true, by: null, goal: null, problem: null, state: 'confirmed', rank: i + 1, question: null },
      };
    });
}

async function compiled(company: Company, terms: Terms) {
  const state = compiling(company, terms);
  const demands = demandsOf(state, company.organisation, company.gaps);
  const problem = { ...planProblemOf(state, company.organisation, NO_ROUNDS), demands };
  const outcome: PlanOutcome = compilePlan(problem, await loadSolver());
  if (!outcome.feasible) throw new Error(outcome.conflict.sentence.en);
  expect(faultsOfPlan(problem, outcome.plan.offerings)).toEqual([]);
  return { state, plan: outcome.plan };
}

describe('the terms of a cycle over the sample company', () => {
  let sample: Company;
  let terms: Terms;
  beforeAll(async () => {
    sample = await companyIn(path.resolve('samples'));
    terms = JSON.parse(await readFile('samples/training/cycle.json', 'utf8')) as Terms;
  });

  test('can be opened by the training manager', () => {
    const context = { now: OPENED, organisation: sample.organisation, child: () => undefined, secretOf: openSecretOf };
    expect(refusalOfTerms(CycleTerms.parse(terms), context, trainingManagerIn(sample.imported as never))).toBeNull();
  });

  test('are those that the files say', () => {
    const { courses, rooms, quotes } = sample.training;
    expect(rooms).toEqual(ROOMS);
    expect(quotes).toEqual(QUOTES);
    expect(terms).toEqual(cycleTermsFor(sample.imported, { courses, rooms }));
  });

  test('give a plan over the gaps as they were found, which cuts something and coaches the rest', async () => {
    const { state, plan } = await compiled(sample, terms);
    expect(plan.offerings.length).toBeGreaterThan(10);
    expect(plan.cuts.length).toBeGreaterThan(0);
    expect(plan.cuts.reduce((lost, c) => lost + c.lost, 0)).toBeLessThan(plan.effect / 4);
    expect(plan.cuts.some((c) => c.limit.kind === 'budget')).toBe(true);
    const sources = Object.values(state.sourcing).map((s) => s.source);
    expect(new Set(sources)).toEqual(new Set(['internal', 'outside', 'coaching']));
  });
});

const data = path.resolve('../shared/data');
if (existsSync(data)) {
  test('another company, with a list of real courses, gets terms and a plan too', async () => {
    const other = await companyIn(data);
    const { courses, rooms } = other.training;
    expect(rooms).toEqual([]);
    const options = { courses, rooms: ROOMS, currency: 'USD', perHead: 240_000 };
    const terms = cycleTermsFor(other.imported, options);
    const context = { now: OPENED, organisation: other.organisation, child: () => undefined, secretOf: openSecretOf };
    expect(refusalOfTerms(CycleTerms.parse(terms), context, trainingManagerIn(other.imported as never))).toBeNull();
    const { state, plan } = await compiled(other, terms);
    expect(plan.offerings.length).toBeGreaterThan(5);
    expect(plan.cuts.length).toBeGreaterThan(0);
    expect(Object.values(state.sourcing).some((s) => s.source === 'coaching')).toBe(true);
  });
}
