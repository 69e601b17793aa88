import { expect } from '@jest/globals';
import { ask, countingQueries, type Reply } from '../api/harness.ts';
import { SELECTION, type Story } from './story.ts';

/** What is there at a moment, by its ids. */
export interface Ids {
  readonly rounds: readonly string[];
  readonly tasks: readonly { readonly round: string; readonly id: string; readonly assignee: string }[];
  readonly codes: readonly string[];
  readonly files: readonly string[];
  readonly documents: readonly string[];
  readonly streams: readonly string[];
  /** The links of the chain: by them one could try what is hidden. */
  readonly links: readonly string[];
  /** When each application came in, as it would stand in an answer. */
  readonly instants: readonly string[];
}

export async function idsOf({ database: { pool }, get }: Story): Promise<Ids> {
  const all = async (query: string) => (await pool.query(query)).rows;
  const column = async (query: string) => (await all(query)).map(({ id }) => id as string);
  const { applications } = (await get('OPS', `/api/selections/${SELECTION}/applications`)).json;
  return {
    rounds: await column('select stream as id from round order by 1'),
    tasks: await all('select round, id, assignee from task order by 1, 2'),
    codes: applications.map(({ code }: { code: string }) => code),
    files: await column('select id from file order by 1'),
    documents: await column('select id from document order by 1'),
    streams: await column('select id from stream order by 1'),
    links: await column(
      "select encode(hash, 'hex') as id from ledger where stream like 'selection:%' or stream like 'round:%'",
    ),
    instants: applications.map(({ submittedAt }: { submittedAt: number }) => `${submittedAt}`),
  };
}

/** A path with an id that is there, and the same with one that is not, of equal length. */
export interface Guess {
  readonly route: string;
  readonly path: string;
  readonly control: string;
  /** What both say of themselves when they are echoed. */
  readonly asked: readonly string[];
}

/** An id as like another as can be that is none. */
function madeUp(id: string, there: readonly string[]): string {
  for (const last of 'ZYXWVTSRQPNMKJHG98765432abcdef') {
    const other = id.slice(0, -1) + last;
    if (other !== id && !there.includes(other)) return other;
  }
  throw new Error(`There is nothing like ${id} that is not there.`);
}

interface Described {
  readonly paths: Readonly<
    Record<
      string,
      { readonly get?: { readonly parameters?: readonly { name: string; in: string; required?: boolean }[] } }
    >
  >;
}

/** Every path that is read, by the description of the API, with every id of its kind that there is. */
export function guessesOf(described: Described, ids: Ids): Guess[] {
  return Object.entries(described.paths).flatMap(([route, { get }]) => {
    if (!get) return [];
    const query = (get.parameters ?? []).filter((p) => p.in === 'query' && p.required).map((p) => p.name);
    const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    return fillings(route, [...names, ...query], ids).map(({ real, other }) => {
      const path = (values: readonly string[]) => {
        const asked = query.map((name, i) => `${name}=${encodeURIComponent(values[names.length + i]!)}`).join('&');
        const filled = names.reduce((so, name, i) => so.replace(`{${name}}`, encodeURIComponent(values[i]!)), route);
        return asked ? `${filled}?${asked}` : filled;
      };
      return {
        route,
        path: path(real),
        control: path(other),
        asked: echoesOf([...real, ...other]),
      };
    });
  });
}

/** Ids as sentences say them, with their kind and without; the longest first. */
function echoesOf(ids: readonly string[]): string[] {
  const all = new Set(ids.flatMap((id) => [id, id.replace(/^[a-z]+:/, '')]));
  return [...all].sort((a, b) => b.length - a.length);
}

/** The values of the parameters of a route: of what is there, and with the last id of it made up. */
function fillings(route: string, names: readonly string[], ids: Ids): { real: string[]; other: string[] }[] {
  // Who reports to somebody is no secret, as the directory is none; a connection that stays open has no end to look at.
  if (route === '/api/me/team' || route === '/api/events') return [];
  const one = (first: readonly string[], list: readonly string[]) =>
    list.map((id) => ({ real: [...first, id], other: [...first, madeUp(id, list)] }));
  switch (`${route.split('/')[2]} ${names.join(' ')}`.trim()) {
    case 'rounds id':
    case 'me round':
      return one([], ids.rounds);
    case 'rounds id task':
      return ids.tasks.map(({ round, id }) => {
        const there = ids.tasks.filter((t) => t.round === round).map((t) => t.id);
        return { real: [round, id], other: [round, madeUp(id, there)] };
      });
    case 'selections id':
      // That it is there is public.
      return [{ real: ['trainers'], other: ['trainers'] }];
    case 'selections id code':
    case 'selections id application':
      return one(['trainers'], ids.codes);
    case 'selections id code file':
      return ids.codes.flatMap((code) => one(['trainers', code], ids.files));
    case 'files id':
      return one([], ids.files);
    case 'documents id':
      return one([], ids.documents);
    case 'ledger stream':
      return one([], ids.streams);
    case 'people query':
    case 'people person':
      return [];
    case 'history stream':
      return one([], ids.streams);
    case 'feed secret':
      return [];
    case 'find q':
      return one([], ids.codes);
    case 'cycles id':
    case 'offerings id':
      return one([], ['plan-2027']);
    case 'cycles id file':
      return [{ real: ['plan-2027', 'needs.csv'], other: ['plan-2028', 'needs.csv'] }];
    case 'cycles id format':
    case 'offerings id format':
      return [{ real: ['plan-2027', 'xlsx'], other: ['plan-2028', 'xlsx'] }];
    default:
      if (names.length) throw new Error(`Nobody has said what to guess for ${route}; say it here.`);
      return [{ real: [], other: [] }];
  }
}

const OF_CONNECTION = new Set(['date', 'connection', 'keep-alive']);

/** All that an answer says: status, headers, body; `asked` is taken out where it is only echoed. */
export function saidBy({ status, headers, text }: Reply, asked: readonly string[] = []): string {
  const told = [...headers].filter(([name]) => !OF_CONNECTION.has(name)).map(([name, value]) => `${name}: ${value}`);
  const whole = [status, ...told, text].join('\n');
  return asked.reduce((so, id) => so.replaceAll(encodeURIComponent(id), '?').replaceAll(id, '?'), whole);
}

/** What somebody is told by asking everything, by path; and where they could tell what they may not see from what is not there. */
export async function askedBy(
  story: Story,
  person: string,
  guesses: readonly Guess[],
): Promise<{ told: Map<string, string>; telling: string[] }> {
  const told = new Map<string, string>();
  const telling: string[] = [];
  const controls = new Map<string, string>();
  for (const { route, path, control, asked } of guesses) {
    const reply = await story.get(person, path);
    const refused = reply.status >= 400;
    told.set(path, saidBy(reply, refused ? asked : []));
    if (!refused || path === control) continue;
    // How long an answer is depends on what it echoes.
    const like = `${route} ${control.replace(/[^/=]*$/, '')} ${asked.map((id) => id.length)}`;
    const known = controls.get(like) ?? saidBy(await story.get(person, control), asked);
    controls.set(like, known);
    if (told.get(path) !== known) telling.push(`${path}: ${told.get(path)}\n instead of ${known}`);
  }
  return { told, telling };
}

/** The same question about what is not theirs and about what is not there costs the database the same. */
export async function expectSameWork(story: Story, person: string, guesses: readonly Guess[]): Promise<number> {
  let compared = 0;
  for (const { path, control } of guesses) {
    if (path === control) continue;
    // What is remembered of either is remembered now.
    const { status } = await story.get(person, path);
    await story.get(person, control);
    if (status !== 404) continue;
    const once = async (of: string) => (await countingQueries(story, () => story.get(person, of))).queries;
    // That somebody works here is looked up again now and then, by the machine's time.
    const work = async (of: string) => Math.min(await once(of), await once(of));
    expect({ person, path, queries: await work(path) }).toEqual({ person, path, queries: await work(control) });
    compared++;
  }
  return compared;
}

/** What one sends to a task of others is answered like what one sends to none. */
export async function expectSameRefusals({ api }: Story, person: string, { tasks }: Ids): Promise<Set<number>> {
  const statuses = new Set<number>();
  const reason = 'I am too near to it.';
  for (const { round, id, assignee } of tasks) {
    if (assignee === person) continue;
    const there = tasks.filter((t) => t.round === round).map((t) => t.id);
    const other = madeUp(id, there);
    const send = (task: string) => [
      ask(api, person, 'POST', `/api/rounds/${round}/tasks/${task}/submit`, { answer: {} }),
      ask(api, person, 'PUT', `/api/rounds/${round}/tasks/${task}/draft`, { content: {}, revision: 1 }),
      ask(api, person, 'POST', `/api/rounds/${round}/recuse`, { task, reason }),
      ask(api, person, 'POST', `/api/rounds/${round}/delegate`, { task, to: 'D5-4', reason }),
    ];
    const [mine, none] = await Promise.all([Promise.all(send(id)), Promise.all(send(other))]);
    for (const reply of mine) statuses.add(reply.status);
    const asked = [id, other].sort((a, b) => b.length - a.length);
    expect(mine.map((reply) => saidBy(reply, asked))).toEqual(none.map((reply) => saidBy(reply, asked)));
  }
  return statuses;
}
