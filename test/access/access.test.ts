import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DOORS } from '../../access/commands.ts';
import type { Door } from '../../access/door.ts';
import { VIEWS, type ViewName } from '../../access/views.ts';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import type { KindName } from '../../contracts/kinds.ts';
import { RoundPolicy } from '../../contracts/round.ts';
import { CycleCourse } from '../api/cycle-course.ts';
import { ask, DAY, openRound, type Reply, request, reviewSpec } from '../api/harness.ts';
import { Course, MEASURES, TERMS } from '../api/selection-course.ts';
import { cycleTerms } from '../domain/cycle/run.ts';
import { datesFrom, smallTerms, trainersFor } from '../journeys/year.ts';
import { pageOf as page } from './page.ts';
import { Walk } from './walk.ts';
import type { Shown } from './walkers.ts';
import { World } from './world.ts';

const SELECTION: StreamId = 'selection:trainers';
const CYCLE: StreamId = 'cycle:plan-2027';
const ROUND = 'feedback';

const FORM = { profile: 'Twenty years.', topics: ['safety'], outline: 'Why valves stick.', hoursPerMonth: 4 };
const reason = 'It has turned out otherwise.';

let world: World;
let walk: Walk;
const post = (person: string, path: string, body: object) => ask(world.api, person, 'POST', path, body);
const get = (person: string, path: string) => ask(world.api, person, 'GET', path);

async function must(reply: Promise<Reply>): Promise<Reply> {
  const { status, text } = await reply;
  if (status !== 200) throw new Error(text);
  return reply;
}

/** A file of somebody's; its id. */
async function stored(person: string): Promise<string> {
  const headers = { authorization: `Bearer dev:${person}`, 'content-type': 'text/plain' };
  const reply = await request(world.api, '/api/files?name=proof.txt', { method: 'POST', headers, body: 'A proof.' });
  return reply.json.id;
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
  walk.at('offering', 'execution');
  await walk.commands('offering', stream, {
    giveUpSeat: { person: first!, body: { reason } },
    recordAttendance: { person: trainer, body: { present: [...participants], absent: [] } },
    recordTests: { person: trainer, body: { scores: [{ person: first, score: 80 }] } },
  });
  await walk.views(
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
  walk = new Walk(world);
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
  await walk.commands('organisation', ORGANISATION);
  await walk.views('any time', [
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
    'retention',
    'upload',
  ]);
});

test('a round in which somebody is late', async () => {
  const policy = RoundPolicy.parse({ ladder: [{ offset: '1bd', to: 'manager' }] });
  const spec = { ...reviewSpec(world.procedure.now + DAY), policy };
  await openRound(world.api, 'slow', [{ id: 'T', assignee: 'D2-2' }], spec);
  const seen = () => get('D2-1', '/api/me/team/late/slow');
  while ((await seen()).status !== 200)
    if (!(await world.procedure.sleep())) throw new Error('No manager hears of it.');
  await walk.views('late', ['team-late'], { round: 'slow' }, [
    { name: 'manager', person: 'D2-1' },
    { name: 'manager above', person: 'D1-1' },
    { name: 'assignee', person: 'D2-2' },
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
  walk.at('round', 'open', 'closed');
  await walk.commands('round', `round:${ROUND}`, owns);
  await walk.views('open', names, { round: ROUND }, others);
  await must(post('OPS', `/api/rounds/${ROUND}/close`, { reason }));
  await walk.commands('round', `round:${ROUND}`);
  await walk.views('closed', names, { round: ROUND }, others);
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
  walk.at('selection', 'call', 'reviewers', 'decision');
  const others = (reviewer: string) => [
    { name: 'applicant', person: 'D2-2' },
    { name: 'reviewer', person: reviewer },
    { name: 'panel', person: 'D1-3' },
    { name: 'manager', person: 'D2-1' },
  ];
  await walk.commands('selection', SELECTION, {
    editApplication: { person: 'D2-2', body: FORM },
    withdrawApplication: { person: 'D2-2', body: { reason } },
    recordReach: { person: 'D2-3', body: { person: 'D2-3' } },
  });
  await walk.views('call', [...OF_SELECTION, 'file'], ids, others('D3-1'));
  await course.to('reviewers');
  await walk.commands('selection', SELECTION, {
    declareConflict: { person: 'D3-1', body: { applications: [ids.code], reason } },
  });
  await walk.views('reviewers', OF_SELECTION, ids, others('D3-1'));
  await course.to('decision');
  const { rows } = await world.database.pool.query<{ assignee: string }>(
    "select t.assignee from task t join round r on r.stream = t.round where r.owner = $1 and r.purpose = 'review' and t.state = 'submitted' limit 1",
    [SELECTION],
  );
  await walk.commands('selection', SELECTION);
  await walk.views('decision', OF_SELECTION, ids, others(rows[0]!.assignee));
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
  walk.at('cycle', 'needs', 'approval', 'execution');
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
  await walk.commands('cycle', CYCLE, {
    stateNeed: head({ ...need, goal: 'Weld thin sheet.' }),
    editNeed: head({ ...need, need: stated, goal: 'Weld thick sheet.' }),
    withdrawNeed: head({ need: stated, reason }),
  });
  await walk.views('needs', OF_CYCLE, ids, others);
  await course.to('approval');
  await walk.commands('cycle', CYCLE, {
    withdrawCommitment: { person: 'D1-1', body: { commitment: 'money', reason } },
  });
  await walk.views('approval', OF_CYCLE, ids, others);
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
  await walk.commands('cycle', CYCLE, {
    requestChange: head({ change: other, reason }),
    withdrawChange: head({ change: asked, reason }),
  });
  await walk.views('execution', [...OF_CYCLE, 'agenda'], ids, others);
  await walk.views('execution', ['development'], { member: 'D2-2' }, others);
  const { stream, planned } = ofD2[1]!;
  const holdsSeat = async () => {
    const { participants } = (await get('OPS', `/api/offerings/${stream}`)).json;
    return participants.some((p: Held) => p.person === planned.participants[0] && p.seat === 'accepted');
  };
  await course.until(holdsSeat, 'the seats');
  await walkOffering(stream as StreamId, planned);
  await walk.views('any time', ['procedures', 'cycles', 'offerings', 'preview', 'find', 'trainers']);
  const feed = (await must(post('D2-2', '/api/me/feed', {}))).json.path;
  await walk.views('any time', ['feed'], { feed });
  const [first] = planned.participants;
  const completed = async () => (await get(first!, `/api/offerings/${stream}`)).json.certificate;
  await course.until(completed, 'a certificate');
  await walk.views('any time', ['course-certificate'], { offering: stream.slice('offering:'.length) }, [
    { name: 'trainer', person: planned.trainer },
    { name: 'participant', person: first! },
    { name: 'supervisor', person: `${first!.split('-')[0]}-1` },
  ]);
}, 300_000);

test('documents are shown to whoever they are about', async () => {
  const id = randomUUID();
  await world.database.pool.query(
    `insert into document (id, stream, person, kind, name, sha256, bytes) values ($1, $2, 'D2-2', 'certificate', 'c.pdf', repeat('0', 64), 'x')`,
    [id, SELECTION],
  );
  const others = [{ name: 'whose it is', person: 'D2-2' }];
  await walk.views('any time', ['document'], { document: id }, others);
  await walk.views('any time', ['file'], { file: await stored('D2-2') }, others);
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
  for (const [door, walked] of walk.found.commands) {
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
  for (const [name, walked] of walk.found.views) {
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
      .filter((type) => !walk.found.commands.has(`${kind}.${type}`))
      .map((type) => `${kind}.${type}`),
  );
  expect(missing).toEqual(['selection.objectToScreening']);
  expect((Object.keys(VIEWS) as ViewName[]).filter((name) => !walk.found.views.has(name))).toEqual([
    'procedure',
    'proposals',
  ]);
});

test('docs/access.md says what was found', async () => {
  const written = page(walk.found);
  if (process.env.ROSTRUM_WRITE === 'yes') await writeFile('docs/access.md', written);
  expect(await readFile('docs/access.md', 'utf8')).toBe(written);
});
