import type { Command } from 'commander';
import { gapAnalysis } from '../domain/gaps/analysis.ts';
import { compareRatings, type RatingPair, USUAL_DISTANCE } from '../domain/gaps/comparison.ts';
import { type GapFolder, readGapFolder } from '../files/gap-folder.ts';
import { readRatings } from '../files/ratings.ts';
import { gapColumns } from './gap-columns.ts';
import { gapText } from './gap-text.ts';
import { EXIT, Failure, type Io, print, printJson } from './io.ts';
import { mended, sheetIn } from './sheet.ts';

interface GapOptions {
  readonly data: string;
  readonly department?: string;
  readonly self?: string;
  readonly distance?: string;
  readonly json?: boolean;
}

/** `rostrum gaps --data samples --department D04` */
export function registerGaps(program: Command, io: Io): void {
  program
    .command('gaps')
    .description('how far people are from what their posts require, by person and department; needs no server')
    .requiredOption('--data <folder>', 'a folder like samples, with organisation/ability_ratings.csv and posts/')
    .option('--department <id>', 'only this department')
    .option('--self <file>', "people's own ratings, employee_id,element_id,rating: set beside the supervisors'")
    .option('--distance <levels>', `with --self: flag ratings at least so far apart (default: ${USUAL_DISTANCE})`)
    .option('--json', 'print JSON')
    .action((options: GapOptions) => gaps(io, options));
}

async function gaps(io: Io, options: GapOptions): Promise<void> {
  const distance = distanceIn(options);
  const folder = await mended(() => readGapFolder(options.data));
  const people = peopleIn(folder, options);
  const found = gapAnalysis(people, new Map(folder.posts.map((post) => [post.code, post])), folder.ratings);
  const pairs = options.self === undefined ? null : await pairsIn(io, options.self, folder, distance);
  const chosen = new Set(people.map(({ id }) => id));
  const seen = pairs?.filter(({ person }) => chosen.has(person)) ?? null;
  if (options.json) printJson(io, gapColumns(found, seen));
  else print(io, gapText({ ...folder, people }, found, seen, distance));
}

function peopleIn({ people, departments }: GapFolder, { data, department }: GapOptions): GapFolder['people'] {
  if (department === undefined) return people;
  const ids = departments.map(({ id }) => id);
  if (ids.includes(department)) return people.filter((person) => person.department === department);
  throw new Failure(EXIT.input, `--department ${department} is not in ${data}; it has ${ids.join(', ')}.`);
}

function distanceIn({ self, distance }: GapOptions): string {
  if (distance === undefined) return String(USUAL_DISTANCE);
  if (self === undefined) throw new Failure(EXIT.input, '--distance goes with --self FILE; name the self ratings.');
  if (/^[0-7](\.\d{1,2})?$/.test(distance)) return distance;
  throw new Failure(EXIT.input, `--distance ${distance} is not a number of levels from 0 to 7, such as 1.5.`);
}

/** The self ratings of a file beside the supervisors'. */
async function pairsIn(io: Io, file: string, folder: GapFolder, distance: string): Promise<RatingPair[]> {
  const table = await sheetIn(io, file);
  return compareRatings(folder.ratings, await mended(() => readRatings(table, folder, 'self')), distance);
}
