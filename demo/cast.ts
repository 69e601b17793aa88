import path from 'node:path';
import { z } from 'zod';
import { PersonId } from '../contracts/ids.ts';
import type { ImportBody } from '../contracts/organisation.ts';
import type { DataFolder } from '../files/data-folder.ts';
import { optionalTable } from '../files/folder.ts';
import { readRows, Text } from '../files/rows.ts';
import { DemoFailure } from './failure.ts';

type Person = NonNullable<ImportBody['people']>[number];

/** Who plays what. The lists are employee ids; seats of the panel of judges are those of the scores: J1, S01. */
export interface Cast {
  readonly people: ReadonlyMap<string, Person>;
  readonly operator: string;
  /** Name in the scores, such as S01 or A01, to employee. */
  readonly applicants: ReadonlyMap<string, string>;
  /** Name in the scores, such as J1, to employee. */
  readonly experts: ReadonlyMap<string, string>;
  /** Applicants whom the eligibility rule names as experts, since grade and backbone do not admit them. */
  readonly named: readonly string[];
  readonly panel: readonly string[];
  readonly screeners: readonly string[];
  readonly handlers: readonly string[];
  readonly endorsers: readonly string[];
}

const SEATS_AT_THE_TABLE = 5;

/** Casts the people of a data folder: as its judges/applicants and experts say, else by grade and backbone. */
export async function castFrom(folder: string, { organisation, judges }: DataFolder): Promise<Cast> {
  if (!judges) throw new DemoFailure(`There are no scores in ${folder}/judges; put scores.csv there.`);
  const all = organisation.people ?? [];
  const people = new Map(all.map((p) => [p.id, p]));
  const judging = path.join(folder, 'judges');
  const reviewers = [...new Set(judges.scores.map((s) => s.reviewer))];
  const applications = [...new Set(judges.scores.map((s) => s.application))];
  const leading = all.filter((p) => p.grade === 'executive' || p.grade === 'senior_manager');
  const root = all.find((p) => p.manager === null)?.id;
  const experts =
    (await seatsIn(judging, 'experts', 'reviewer')) ??
    seated(
      reviewers,
      leading.filter((p) => p.id !== root).map((p) => p.id),
      'experts',
    );
  const judgesIds = new Set(experts.values());
  const { candidates, named } = applicantsAmong(all, judgesIds, applications.length);
  const applicants =
    (await seatsIn(judging, 'applicants', 'application')) ?? seated(applications, candidates, 'applicants');
  const taken = new Set([...judgesIds, ...applicants.values(), ...leading.map((p) => p.id)]);
  const free = all.filter((p) => !taken.has(p.id)).map((p) => p.id);
  const heads = (organisation.departments ?? []).flatMap((d) => (d.influence && d.head ? [d.head] : []));
  const [operator, ...others] = free;
  if (!operator || others.length < 6) throw new DemoFailure(`There are too few people in ${folder} for all parts.`);
  return {
    people,
    operator,
    applicants,
    experts,
    named: named.filter((id) => [...applicants.values()].includes(id)),
    // Whoever reviews does not see who has applied, so they do not decide.
    panel: [...leading.map((p) => p.id).filter((id) => !judgesIds.has(id)), ...others.slice(5)].slice(
      0,
      SEATS_AT_THE_TABLE,
    ),
    screeners: others.slice(0, 2),
    handlers: others.slice(2, 5),
    endorsers: [...new Set(heads)],
  };
}

/** A table of two columns, seat and employee, in the folder of the judges; null when it is not there. */
async function seatsIn(folder: string, stem: string, seat: 'application' | 'reviewer') {
  const table = await optionalTable(folder, stem);
  if (!table) return null;
  const schema = z.object({ [seat]: Text, employee_id: PersonId });
  return new Map(readRows(table, schema, [seat]).map(({ row }) => [String(row[seat]), String(row.employee_id)]));
}

function seated(seats: readonly string[], people: readonly string[], what: string): Map<string, string> {
  if (people.length < seats.length) {
    throw new DemoFailure(`The scores are of ${seats.length} ${what}, but only ${people.length} people can be that.`);
  }
  return new Map(seats.map((seat, i) => [seat, people[i]!]));
}

/** Middle managers and technical backbones, and as many seniors as are lacking: those are named in the rule. */
function applicantsAmong(all: readonly Person[], experts: ReadonlySet<string>, wanted: number) {
  const others = all.filter((p) => !experts.has(p.id));
  const admitted = others.filter((p) => p.grade === 'middle_manager' || p.technicalBackbone).map((p) => p.id);
  const named = others
    .filter((p) => p.grade === 'senior' && !p.technicalBackbone)
    .slice(0, Math.max(0, wanted - admitted.length))
    .map((p) => p.id);
  return { candidates: [...admitted, ...named].sort().slice(0, wanted), named };
}
