import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DOORS } from '../../access/commands.ts';
import type { Door } from '../../access/door.ts';
import { VIEWS, type ViewName } from '../../access/views.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { KindName } from '../../contracts/kinds.ts';
import { CycleCourse } from '../api/cycle-course.ts';
import { ask, DAY, openRound, type Reply, request, reviewSpec } from '../api/harness.ts';
import { Course, MEASURES, TERMS } from '../api/selection-course.ts';
import { shapedCommands } from '../contracts/rubbish.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import { datesFrom, smallTerms, trainersFor } from '../journeys/year.ts';
import { Described } from './described.ts';
import { pageOf as page } from './page.ts';
import { EVERYWHERE, isEmpty, mayIn, type Shown, shownIn, type Walker } from './walkers.ts';
import { World } from './world.ts';

const SELECTION: StreamId = 'selection:trainers';
const CYCLE: StreamId = 'cycle:plan-2027';
const ROUND = 'feedback';

/** Where each view is shown. A kind of the tests alone has the general view of a procedure. */
const PATHS: Readonly<Record<ViewName, readonly string[]>> = {
  health: ['/health'],
  // A page itself holds a nonce, which is never the same.
  pages: ['/assets/app-1.js'],
  description: ['/api/openapi.json'],
  clock: ['/api/clock'],
  ways: ['/api/session/ways'],
  'sign-in': ['/api/session'],
  links: ['/api/session/look'],
  pairing: ['/api/session/pairing'],
  tokens: ['/api/me/tokens'],
  'sign-ins': ['/api/people/D5-9/sign-out'],
  sessions: ['/api/me/sessions'],
  me: ['/api/me'],
  inbox: ['/api/me/tasks'],
  settings: ['/api/me/settings'],
  desk: ['/api/me/desk'],
  team: ['/api/me/team'],
  overview: ['/api/me/overview'],
  support: ['/api/me/support'],
  'my-courses': ['/api/me/courses'],
  'my-feed': ['/api/me/feed'],
  feed: ['{feed}'],
  people: ['/api/people?query=D5'],
  find: ['/api/find?q=O-0'],
  trainers: ['/api/trainers'],
  development: ['/api/people/{member}/development'],
  roles: ['/api/organisation/roles'],
  'import-check': ['/api/organisation/import/check'],
  notices: ['/api/notices'],
  ledger: ['/api/ledger/organisation:main'],
  events: ['/api/events?seconds=0'],
  history: [
    '/api/history/selection:{selection}',
    '/api/history/cycle:{cycle}',
    '/api/history/round:{round}',
    '/api/history/offering:{offering}',
  ],
  procedures: ['/api/procedures'],
  procedure: [],
  agenda: ['/api/selections/{selection}/agenda', '/api/cycles/{cycle}/agenda', '/api/offerings/{offering}/agenda'],
  preview: ['/api/cycles/preview', '/api/selections/preview'],
  'what-if': [
    '/api/selections/{selection}/what-if',
    '/api/cycles/{cycle}/what-if',
    '/api/offerings/{offering}/what-if',
    '/api/rounds/{round}/what-if',
  ],
  rounds: ['/api/rounds'],
  round: ['/api/rounds/{round}'],
  standing: ['/api/rounds/{round}/standing'],
  tasks: ['/api/rounds/{round}/tasks'],
  task: ['/api/rounds/{round}/tasks/T'],
  sitting: ['/api/rounds/{round}/mine'],
  selection: ['/api/selections/{selection}'],
  applications: ['/api/selections/{selection}/applications'],
  application: ['/api/selections/{selection}/applications/{code}'],
  'application-draft': ['/api/selections/{selection}/application-draft'],
  evidence: ['/api/selections/{selection}/applications/{code}/evidence/{file}'],
  ranking: ['/api/selections/{selection}/ranking'],
  explanation: ['/api/selections/{selection}/explain?application={code}'],
  cycles: ['/api/cycles'],
  cycle: ['/api/cycles/{cycle}'],
  'next-terms': ['/api/cycles/{cycle}/next-terms'],
  gaps: ['/api/cycles/{cycle}/gaps'],
  needs: ['/api/cycles/{cycle}/needs'],
  merged: ['/api/cycles/{cycle}/merged'],
  sourcing: ['/api/cycles/{cycle}/sourcing'],
  catalogue: ['/api/cycles/{cycle}/catalogue'],
  plan: ['/api/cycles/{cycle}/plan'],
  difference: ['/api/cycles/{cycle}/plan/difference?from=1&to=1'],
  'plan-file': ['/api/cycles/{cycle}/plan.xlsx'],
  resources: ['/api/cycles/{cycle}/resources'],
  changes: ['/api/cycles/{cycle}/changes'],
  effect: ['/api/cycles/{cycle}/effect'],
  proposals: ['/api/cycles/{cycle}/proposals'],
  tables: ['/api/cycles/{cycle}/export/needs.csv'],
  offerings: ['/api/offerings'],
  offering: ['/api/offerings/{offering}'],
  calendar: ['/api/offerings/{offering}/calendar.ics'],
  attendance: ['/api/offerings/{offering}/attendance.csv'],
  upload: ['/api/files?name=a.txt'],
  file: ['/api/files/{file}'],
  document: ['/api/documents/{document}'],
};

/** What is sent rather than read, though it is a view: nothing but whether somebody is let in is looked at. */
const ASKED_BY_POST: ReadonlySet<ViewName> = new Set([
  ...(['import-check', 'what-if', 'preview', 'upload', 'sign-in', 'links', 'pairing', 'sign-ins'] as const),
]);

/** Somebody in a relation to a stream, who may send what others may not: with a body that would do. */
interface Own {
  readonly person: string;
  readonly body: object;
}
type Owns = Readonly<Record<string, Own>>;

const FORM = { profile: 'Twenty years.', topics: ['safety'], outline: 'Why valves stick.', hoursPerMonth: 4 };
const reason = 'It has turned out otherwise.';

let world: World;
let described: Described;
const commands = new Map<string, Record<string, boolean[]>>();
const views = new Map<ViewName, Record<string, (Shown | 'own')[]>>();
const moments: Record<string, string[]> = {};
/** When the commands of a kind were sent. */
const sentAt: Partial<Record<KindName, readonly string[]>> = {};

function note<K, V>(map: Map<K, Record<string, V[]>>, door: K, who: string, result: V): void {
  const walked = map.get(door) ?? {};
  map.set(door, walked);
  walked[who] = [...(walked[who] ?? []), result];
}

const post = (person: string, path: string, body: object) => ask(world.api, person, 'POST', path, body);
const get = (person: string, path: string) => ask(world.api, person, 'GET', path);

async function must(reply: Promise<Reply>): Promise<Reply> {
  const { status, text } = await reply;
  if (status !== 200) throw new Error(text);
  return reply;
}

/** Where a command goes; undefined: it has no path. */
function pathOf(kind: KindName, id: string, type: string, { by, fromTable }: Door): string | undefined {
  if (by === 'engine' || fromTable) return undefined;
  if (kind === 'organisation') return `/api/organisation/${type}`;
  return type === 'open' ? `/api/${kind}s` : `/api/${kind}s/${id}/${type}`;
}

/** Sends a command as somebody: through its path, or where it has none to whoever decides. */
async function sent(
  person: string,
  stream: StreamId,
  type: string,
  path: string | undefined,
  body: object,
): Promise<Reply> {
  if (path) return post(person, path, body);
  const outcome = await world.send(stream, { id: randomUUID(), actor: person, type, body });
  const code = outcome.accepted ? 'none' : outcome.code;
  return { status: outcome.accepted ? 200 : 409, json: { type: `/problems/${code}` } } as Reply;
}

/** What opens a stream is sent with the id of the new one. */
function bodyOf(kind: KindName, type: string, path: string | undefined, body: object): object {
  if (type !== 'open' || !path) return body;
  if (kind !== 'round') return { id: 'another', terms: body };
  return { id: 'another', ...body, spec: { ...(body as { spec: object }).spec, owner: null } };
}

/**
 * Everybody sends every command of a kind, and all of it is undone. What is for somebody in a relation is
 * sent only where somebody is in it.
 */
async function walkCommands(kind: KindName, stream: StreamId, owns: Owns = {}): Promise<void> {
  const shaped = shapedCommands(kind);
  const id = stream.slice(stream.indexOf(':') + 1);
  for (const [type, door] of Object.entries<Door>(DOORS[kind])) {
    const own = owns[type];
    const isOfSomebody = door.by === 'related' || door.by === 'assignee';
    if (isOfSomebody && !own) continue;
    const of = (own?.body ?? shaped.get(type)) as object;
    const path = pathOf(kind, id, type, door);
    const owner = own?.person ?? (door.by === 'self' ? (of as { person: string }).person : undefined);
    const [operations, ...others] = EVERYWHERE;
    const mine = owner ? [{ name: 'own', person: owner }] : [];
    // Whoever may send it comes last: what they do may leave nothing to do for others.
    const walkers = door.by === 'assignee' ? [...others, operations, ...mine] : [...others, ...mine, operations];
    await world.trying(async () => {
      for (const { name, person } of walkers) {
        const reply = await sent(person, stream, type, path, bodyOf(kind, type, path, of));
        note(commands, `${kind}.${type}`, name, mayIn(reply, isOfSomebody));
      }
    });
  }
}

/** Everybody looks at views, as they are now; `ids` are put into their paths. Where there is nothing yet is left out. */
async function walkViews(
  moment: string,
  names: readonly ViewName[],
  ids: Readonly<Record<string, string>> = {},
  others: readonly Walker[] = [],
): Promise<void> {
  for (const name of names) {
    for (const pattern of PATHS[name]) {
      const path = pattern.replace(/\{(\w+)\}/g, (whole, key) => ids[key] ?? whole);
      if (path.includes('{')) continue;
      const ask = (person: string) => (ASKED_BY_POST.has(name) ? post(person, path, {}) : get(person, path));
      const whole = await ask('OPS');
      const isTheirs = VIEWS[name].by === 'holders';
      if (path !== pattern && !isTheirs && (whole.status === 404 || isEmpty(whole))) continue;
      moments[name] = [...new Set([...(moments[name] ?? []), moment])];
      for (const { name: who, person } of [...EVERYWHERE, ...others]) {
        const own = await ask(person);
        expectNamedWithin(own);
        if (!ASKED_BY_POST.has(name)) expect(described.faultOf(path, own)).toBeNull();
        note(views, name, who, await shownTo(name, own, whole));
        if (!ASKED_BY_POST.has(name)) await expectSameOfHead(path, person);
      }
      if (!ASKED_BY_POST.has(name)) await expectSameOfHead(path, null);
    }
  }
}

/** A table of names holds those alone of whom the rest of the answer speaks. */
function expectNamedWithin({ json }: Reply): void {
  if (!json?.names) return;
  const { names, ...rest } = json;
  const said = JSON.stringify(rest);
  expect(Object.keys(names).filter((person) => !said.includes(`"${person}"`))).toEqual([]);
}

/** Who asks for the length alone hears what they would hear of the whole: it is the same right. `person` null: a stranger. */
async function expectSameOfHead(path: string, person: string | null): Promise<void> {
  const headers: HeadersInit = person === null ? {} : { authorization: `Bearer dev:${person}` };
  const [head, whole] = await Promise.all(
    ['HEAD', 'GET'].map((method) => request(world.api, path, { method, headers })),
  );
  expect({ path, person, status: head!.status }).toEqual({ path, person, status: whole!.status });
}

/** A file of somebody's; its id. */
async function stored(person: string): Promise<string> {
  const headers = { authorization: `Bearer dev:${person}`, 'content-type': 'text/plain' };
  const reply = await request(world.api, '/api/files?name=proof.txt', { method: 'POST', headers, body: 'A proof.' });
  return reply.json.id;
}

async function shownTo(name: ViewName, own: Reply, whole: Reply): Promise<Shown | 'own'> {
  if (ASKED_BY_POST.has(name)) return own.status === 403 ? 'nothing' : 'all';
  if (VIEWS[name].by === 'own' || VIEWS[name].by === 'holders') return own.status === 200 ? 'own' : 'nothing';
  return shownIn(own, whole);
}

interface Held {
  readonly person: string;
  readonly seat: string;
}

interface Line {
  readonly stream: string;
  readonly planned: {
    readonly id: string;
    readonly seats: number;
    readonly trainer: string;
    readonly participants: readonly string[];
  };
}

async function walkOffering(stream: StreamId, { trainer, participants }: Line['planned']): Promise<void> {
  const [first] = participants;
  const id = stream.slice(stream.indexOf(':') + 1);
  sentAt.offering = ['execution'];
  await walkCommands('offering', stream, {
    giveUpSeat: { person: first!, body: { reason } },
    recordAttendance: { person: trainer, body: { present: [...participants], absent: [] } },
    recordTests: { person: trainer, body: { scores: [{ person: first, score: 80 }] } },
  });
  await walkViews(
    'execution',
    ['offering', 'calendar', 'attendance', 'agenda', 'what-if', 'history'],
    { offering: id },
    [
      { name: 'trainer', person: trainer },
      { name: 'participant', person: first! },
      { name: 'supervisor', person: `${first!.split('-')[0]}-1` },
    ],
  );
}

beforeAll(async () => {
  world = await World.open();
  described = new Described(world.api);
});
afterAll(() => world?.close());

const OF_SELECTION: ViewName[] = [
  'selection',
  'applications',
  'application',
  'application-draft',
  'evidence',
  'ranking',
  'explanation',
  'agenda',
  'what-if',
  'history',
];
const OF_CYCLE: ViewName[] = [
  ...([
    'cycle',
    'next-terms',
    'gaps',
    'needs',
    'merged',
    'sourcing',
    'catalogue',
    'plan',
    'difference',
    'plan-file',
  ] as const),
  ...(['resources', 'changes', 'effect', 'proposals', 'tables', 'history'] as const),
];

test('the organisation, and what there is beside procedures', async () => {
  await walkCommands('organisation', ORGANISATION);
  await walkViews('any time', [
    'health',
    'pages',
    'description',
    'clock',
    'ways',
    'sign-in',
    'links',
    'pairing',
    'tokens',
    'sign-ins',
    'sessions',
    'me',
    'inbox',
    'settings',
    'desk',
    'team',
    'overview',
    'support',
    'my-courses',
    'my-feed',
    'events',
    'people',
    'roles',
    'import-check',
    'notices',
    'ledger',
    'upload',
  ]);
});

test('a round, open and closed', async () => {
  const tasks = [
    { id: 'T', assignee: 'D2-2' },
    { id: 'U', assignee: 'D3-2', about: 'the outline' },
  ];
  await openRound(world.api, ROUND, tasks, reviewSpec(world.procedure.now + 9 * DAY));
  await must(post('D3-2', `/api/rounds/${ROUND}/submit`, { task: 'U', answer: { score: 7 } }));
  const mine = (body: object = {}) => ({ person: 'D2-2', body: { task: 'T', ...body } });
  const owns = {
    saveDraft: mine(),
    submit: mine({ answer: { score: 5 } }),
    takeBack: mine(),
    recuse: mine({ reason }),
    decline: mine({ reason }),
    delegate: mine({ to: 'D2-3', reason }),
  };
  const others = [{ name: 'assignee', person: 'D2-2' }];
  const names: ViewName[] = ['rounds', 'round', 'standing', 'tasks', 'task', 'sitting', 'what-if', 'history'];
  sentAt.round = ['open', 'closed'];
  await walkCommands('round', `round:${ROUND}`, owns);
  await walkViews('open', names, { round: ROUND }, others);
  await must(post('OPS', `/api/rounds/${ROUND}/close`, { reason }));
  await walkCommands('round', `round:${ROUND}`);
  await walkViews('closed', names, { round: ROUND }, others);
}, 120_000);

test('a selection, from the call to the decision', async () => {
  const PATH = `/api/selections/trainers`;
  await must(post('OPS', '/api/selections', { id: 'trainers', terms: TERMS }));
  await must(post('OPS', `${PATH}/publishMeasures`, { texts: MEASURES }));
  const course = new Course(world.api, world.procedure, SELECTION);
  await course.to('call');
  const file = await stored('D2-2');
  await must(post('D2-2', `${PATH}/apply`, { ...FORM, evidence: [file] }));
  const { applications } = (await get('OPS', `${PATH}/applications`)).json;
  const ids = { selection: 'trainers', code: applications[0].code, file };
  sentAt.selection = ['call', 'reviewers', 'decision'];
  const others = (reviewer: string) => [
    { name: 'applicant', person: 'D2-2' },
    { name: 'reviewer', person: reviewer },
    { name: 'panel', person: 'D1-3' },
    { name: 'manager', person: 'D2-1' },
  ];
  await walkCommands('selection', SELECTION, {
    editApplication: { person: 'D2-2', body: FORM },
    withdrawApplication: { person: 'D2-2', body: { reason } },
    recordReach: { person: 'D2-3', body: { person: 'D2-3' } },
  });
  await walkViews('call', [...OF_SELECTION, 'file'], ids, others('D3-1'));
  await course.to('reviewers');
  await walkCommands('selection', SELECTION, {
    declareConflict: { person: 'D3-1', body: { applications: [ids.code], reason } },
  });
  await walkViews('reviewers', OF_SELECTION, ids, others('D3-1'));
  await course.to('decision');
  const { rows } = await world.database.pool.query<{ assignee: string }>(
    "select t.assignee from task t join round r on r.stream = t.round where r.owner = $1 and r.purpose = 'review' and t.state = 'submitted' limit 1",
    [SELECTION],
  );
  await walkCommands('selection', SELECTION);
  await walkViews('decision', OF_SELECTION, ids, others(rows[0]!.assignee));
}, 300_000);

test('a cycle and one of its courses, from the needs to the execution', async () => {
  const PATH = '/api/cycles/plan-2027';
  const small = smallTerms();
  const terms = cycleTerms({ ...datesFrom(world.procedure.now), ...small });
  await must(post('OPS', '/api/cycles', { id: 'plan-2027', terms }));
  await must(post('OPS', `${PATH}/setTrainers`, { trainers: trainersFor(small) }));
  const course = new CycleCourse({ api: world.api, procedure: world.procedure, database: world.database }, CYCLE);
  const ids = { cycle: 'plan-2027' };
  const others = [
    { name: 'head', person: 'D2-1' },
    { name: 'leader over it', person: 'D5-5' },
    { name: 'management', person: 'D1-1' },
    { name: 'employee of it', person: 'D2-2' },
  ];
  sentAt.cycle = ['needs', 'approval', 'execution'];
  await course.to('needs');
  const need = {
    department: 'D2',
    element: 'welding',
    level: 4,
    people: ['D2-3'],
    urgency: 1,
    goal: 'Weld.',
    problem: 'Scrap.',
  };
  await must(post('D2-1', `${PATH}/stateNeed`, need));
  const { needs } = (await get('D2-1', `${PATH}/needs`)).json;
  const stated = needs.find((n: { origin: string }) => n.origin === 'stated').need;
  const head = (body: object) => ({ person: 'D2-1', body });
  await walkCommands('cycle', CYCLE, {
    stateNeed: head({ ...need, goal: 'Weld thin sheet.' }),
    editNeed: head({ ...need, need: stated, goal: 'Weld thick sheet.' }),
    withdrawNeed: head({ need: stated, reason }),
  });
  await walkViews('needs', OF_CYCLE, ids, others);
  await course.to('approval');
  await walkCommands('cycle', CYCLE, { withdrawCommitment: { person: 'D1-1', body: { commitment: 'money', reason } } });
  await walkViews('approval', OF_CYCLE, ids, others);
  await course.to('execution');
  const { lines } = (await get('OPS', `${PATH}/plan`)).json as { lines: Line[] };
  const ofD2 = lines.filter(({ planned }) => planned.participants.some((who) => who.startsWith('D2-')));
  const withoutOne = ({ planned: p }: Line) => ({
    ...{ kind: 'participants', offering: p.id, add: [] },
    remove: p.participants.filter((who) => who.startsWith('D2-')).slice(0, 1),
  });
  const [one, other] = ofD2.map(withoutOne);
  await must(post('D2-1', `${PATH}/requestChange`, { change: one, reason }));
  const asked = (await get('D2-1', `${PATH}/changes`)).json.changes[0].id;
  await walkCommands('cycle', CYCLE, {
    requestChange: head({ change: other, reason }),
    withdrawChange: head({ change: asked, reason }),
  });
  await walkViews('execution', [...OF_CYCLE, 'agenda'], ids, others);
  await walkViews('execution', ['development'], { member: 'D2-2' }, others);
  const { stream, planned } = ofD2[1]!;
  const holdsSeat = async () => {
    const { participants } = (await get('OPS', `/api/offerings/${stream}`)).json;
    return participants.some((p: Held) => p.person === planned.participants[0] && p.seat === 'accepted');
  };
  await course.until(holdsSeat, 'the seats');
  await walkOffering(stream as StreamId, planned);
  await walkViews('any time', ['procedures', 'cycles', 'offerings', 'preview', 'find', 'trainers']);
  const feed = (await must(post('D2-2', '/api/me/feed', {}))).json.path;
  await walkViews('any time', ['feed'], { feed });
}, 300_000);

test('documents are shown to whoever they are about', async () => {
  const id = randomUUID();
  await world.database.pool.query(
    `insert into document (id, stream, person, kind, name, sha256, bytes) values ($1, $2, 'D2-2', 'certificate', 'c.pdf', repeat('0', 64), 'x')`,
    [id, SELECTION],
  );
  const others = [{ name: 'whose it is', person: 'D2-2' }];
  await walkViews('any time', ['document'], { document: id }, others);
  await walkViews('any time', ['file'], { file: await stored('D2-2') }, others);
});

/** What must hold of somebody at a door, whatever the page says. */
const SENDERS: Readonly<Record<Door['by'], (who: string) => boolean>> = {
  operations: (who) => who === 'operations',
  engine: () => false,
  anyone: (who) => who !== 'auditor',
  self: (who) => who === 'operations' || who === 'own',
  related: (who) => who === 'own' || who === 'operations',
  assignee: (who) => who === 'own',
};

test('nobody may send what the table does not say, and everybody what it says', () => {
  const wrong: string[] = [];
  for (const [door, walked] of commands) {
    const [kind, type] = door.split('.') as [KindName, string];
    const { by } = (DOORS[kind] as Readonly<Record<string, Door>>)[type]!;
    for (const [who, results] of Object.entries(walked)) {
      // What operations may of what is somebody's own, the rules of the process say; the page tells.
      if (by === 'related' && who === 'operations') continue;
      if (results.some((may) => may !== SENDERS[by](who))) wrong.push(`${door} (${by}), ${who}: ${results.join(', ')}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('auditors see all that operations see, and nobody what is for these alone', () => {
  const wrong: string[] = [];
  for (const [name, walked] of views) {
    const { by } = VIEWS[name];
    const expected = (who: string): Shown | 'own' | undefined => {
      if (by === 'own') return 'own';
      if (by === 'holders') return who === 'operations' || who === 'auditor' ? 'nothing' : undefined;
      if (by === 'operations') return who === 'operations' ? 'all' : 'nothing';
      if (by === 'doers') return who === 'auditor' ? 'nothing' : 'all';
      if (who === 'auditor' || who === 'operations' || by === 'everybody' || by === 'strangers') return 'all';
      return by === 'watchers' ? 'nothing' : undefined;
    };
    for (const [who, results] of Object.entries(walked)) {
      const wanted = expected(who);
      if (wanted && results.some((shown) => shown !== wanted))
        wrong.push(`${name} (${by}), ${who}: ${results.join(', ')}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('every command and every view was walked up to', () => {
  const missing = Object.entries(DOORS).flatMap(([kind, doors]) =>
    Object.keys(doors)
      .filter((type) => !commands.has(`${kind}.${type}`))
      .map((type) => `${kind}.${type}`),
  );
  expect(missing).toEqual(['selection.objectToScreening']);
  expect((Object.keys(VIEWS) as ViewName[]).filter((name) => !views.has(name))).toEqual(['procedure', 'proposals']);
});

test('docs/access.md says what was found', async () => {
  const written = page({ commands, views, moments, sentAt });
  if (process.env.ROSTRUM_WRITE === 'yes') await writeFile('docs/access.md', written);
  expect(await readFile('docs/access.md', 'utf8')).toBe(written);
});
