import type { GapAnalysis } from '../domain/gaps/analysis.ts';
import type { RatingPair } from '../domain/gaps/comparison.ts';
import type { GapRow } from '../domain/gaps/gap.ts';
import type { GapFolder } from '../files/gap-folder.ts';
import { counted, table } from './table.ts';

/** How many elements of a department, and how many gaps of a person, are worth a line. */
const MOST_ELEMENTS = 10;
const MOST_GAPS = 3;

/** For people: each department's largest gaps, each person's, and where people see themselves differently. */
export function gapText(
  folder: GapFolder,
  found: GapAnalysis,
  pairs: readonly RatingPair[] | null,
  distance: string,
): string {
  const ids = new Set(folder.people.map(({ department }) => department));
  const departments = folder.departments
    .filter(({ id }) => ids.has(id))
    .map((one) => departmentText(one, folder, found));
  const parts = [...departments, peopleText(folder, found)];
  if (pairs !== null) parts.push(pairsText(pairs, elementNames(folder), distance));
  return [...parts, summary(found)].join('\n\n');
}

function departmentText({ id, name }: GapFolder['departments'][number], folder: GapFolder, found: GapAnalysis): string {
  const rows = found.departments.filter(({ department }) => department === id);
  const known = rows.filter(({ rank }) => rank !== null);
  const people = peopleOf(folder.people.filter(({ department }) => department === id).length);
  const title = `${id} ${name}, ${people}`;
  if (known.length === 0) return `${title}: nobody has been rated, so no gap is known.`;
  const names = elementNames(folder);
  const lines = known
    .slice(0, MOST_ELEMENTS)
    .map((row) => [
      row.rank,
      row.element,
      names.get(row.element),
      `${row.employeesRated} of ${row.employeesRequired}`,
      figure(row.gapSum, 2),
      figure(row.weightedGapSum, 4),
      figure(row.meanGap, 6),
    ]);
  const heading = ['RANK', 'ELEMENT', 'NAME', 'RATED', 'GAP POINTS', 'WEIGHTED', 'MEAN GAP'];
  const more = [
    ...(known.length > MOST_ELEMENTS
      ? [`${counted(known.length - MOST_ELEMENTS, 'more element')} with smaller gaps`]
      : []),
    ...(rows.length > known.length
      ? [`${counted(rows.length - known.length, 'element')} in which nobody was rated`]
      : []),
  ];
  return [title, table(heading, lines), ...(more.length > 0 ? [`and ${more.join(', ')}.`] : [])].join('\n');
}

function peopleText(folder: GapFolder, { gaps, employees }: GapAnalysis): string {
  const rows = new Map<string, GapRow[]>();
  for (const row of gaps) if ((row.weighted ?? 0) > 0) rows.set(row.person, [...(rows.get(row.person) ?? []), row]);
  const names = new Map(folder.people.map(({ id, name }) => [id, name]));
  const lines = employees.map((row) => [
    row.person,
    names.get(row.person),
    `${row.ratedElements} of ${row.ratedElements + row.missingElements}`,
    figure(row.weightedMeanGap, 6),
    largest(rows.get(row.person) ?? [], row.ratedElements),
  ]);
  return table(['PERSON', 'NAME', 'RATED', 'MEAN GAP', 'LARGEST GAPS (LEVELS)'], lines);
}

function largest(gaps: readonly GapRow[], rated: number): string | null {
  if (gaps.length === 0) return rated > 0 ? 'none' : null;
  return [...gaps]
    .sort((a, b) => b.weighted! - a.weighted! || (a.element < b.element ? -1 : 1))
    .slice(0, MOST_GAPS)
    .map(({ element, gap }) => `${element} ${figure(gap, 2)}`)
    .join(', ');
}

function pairsText(pairs: readonly RatingPair[], names: ReadonlyMap<string, string>, distance: string): string {
  const flagged = pairs.filter((pair) => pair.flagged);
  const all = `${counted(pairs.length, 'rating')} by both sides`;
  if (flagged.length === 0) return `Of ${all} none are ${distance} levels or more apart.`;
  const lines = flagged.map(({ person, element, supervisor, self, difference }) => [
    person,
    element,
    names.get(element),
    figure(supervisor, 2),
    figure(self, 2),
    `${difference > 0 ? '+' : ''}${figure(difference, 2)}`,
  ]);
  return [
    `Of ${all} these ${flagged.length} are ${distance} levels or more apart:`,
    table(['PERSON', 'ELEMENT', 'NAME', 'SUPERVISOR', 'SELF', 'DIFFERENCE'], lines),
  ].join('\n');
}

function summary({ gaps, employees }: GapAnalysis): string {
  const missing = gaps.filter(({ status }) => status === 'missing').length;
  const unrated = employees.filter(({ ratedElements }) => ratedElements === 0).length;
  return `${gaps.length - missing} of ${counted(gaps.length, 'rating')} are there, ${missing} are missing (${peopleOf(unrated)} without any). What is missing is unknown and counts nowhere.`;
}

const peopleOf = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

const figure = (value: number | null, decimals: number): string | null =>
  value === null ? null : value.toFixed(decimals);

const elementNames = ({ posts }: GapFolder): Map<string, string> =>
  new Map(posts.flatMap(({ elements }) => elements.map(({ element, name }) => [element, name] as const)));
