import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { ask } from '../api/harness.ts';
import { CAST, groundsOf, SELECTION, Story, wordsOf } from './story.ts';
import { askedBy, expectSameRefusals, expectSameWork, type Guess, guessesOf, type Ids, idsOf } from './walk.ts';

const PATH = '/api/selections/trainers';
const { applicants, reviewers, panel, manager, screener, handler, objectors, stranger } = CAST;

/** Somebody by their id, also within names, addresses, tasks and files; never within some digest. */
const person = (id: string) => new RegExp(`(?<![0-9a-z])${id}(?![0-9a-z])`, 'i');
const word = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

/** The moments at which everybody asks everything, in their order. */
const MOMENTS = [
  'call',
  'screening',
  'reviewers',
  'review',
  'reviewed',
  'notice',
  'objection',
  'upheld',
  'results',
] as const;
type Moment = (typeof MOMENTS)[number];
const isFrom = (moment: Moment, now: Moment) => MOMENTS.indexOf(now) >= MOMENTS.indexOf(moment);

interface Public {
  /** Whoever is named in the public notice. */
  readonly candidates: readonly string[];
}

/** What somebody must not find in anything that they get, at a moment. */
function secretsFrom(who: string, now: Moment, { candidates }: Public, { instants, links }: Ids): RegExp[] {
  const secrets: RegExp[] = [];
  const others = (people: readonly string[]) => people.filter((p) => p !== who);
  const hide = (people: readonly string[]) => secrets.push(...others(people).map(person));
  const named = isFrom('notice', now) ? candidates : [];
  const hidden = applicants.filter((p) => !named.includes(p));
  const seesApplicants = who === manager ? ['D2-2', 'D2-3'] : who === screener ? [applicants[0]] : [];
  // Panel: from the decision on the applications, the ranking and who has given which score.
  const decides = panel.includes(who as never) && isFrom('reviewed', now);
  const handles = who === handler && isFrom('objection', now);
  if (!decides && !handles) hide(hidden.filter((p) => !seesApplicants.includes(p)));
  if (!decides) hide(reviewers);
  // Only where there is something of that length are all of them tried.
  secrets.push(new RegExp(`(?<![0-9a-f])(?=[0-9a-f]{64})(?:${links.join('|')})`));
  secrets.push(...others([...reviewers, screener, manager]).map((p) => word(wordsOf(p))));
  // Whoever decides about an objection knows whose it is and what it says, and nobody else.
  if (who !== handler) {
    hide(objectors);
    secrets.push(...others(objectors).map((p) => word(groundsOf(p))));
    if (!objectors.includes(who as never)) secrets.push(word(wordsOf(handler)));
  }
  if (reviewers.includes(who as never)) {
    // One of them is of a reviewer's own department.
    if (!named.length) secrets.push(/"D2"/, /Department 2/, /2部/);
    secrets.push(...instants.map(word));
  }
  return secrets;
}

const EVERYBODY = [
  applicants[0],
  applicants[1],
  applicants[2],
  reviewers[0],
  reviewers[1],
  manager,
  panel[1],
  screener,
  handler,
  ...objectors,
  stranger,
];
/** Between the moments at which most comes to be, some ask. */
const SOME = [applicants[1], reviewers[1], panel[1], screener, handler];
const ASKED_BY_SOME: ReadonlySet<Moment> = new Set(['screening', 'reviewers', 'reviewed']);

let story: Story;
let described: Parameters<typeof guessesOf>[0];
let candidates: string[] = [];
let requests = 0;
/** Where one may try Rostrum out as anybody, strangers are shown whom: see `withoutDirectory`. */
const WAYS = '/api/session/ways';
let waysBefore = '';

beforeAll(async () => {
  story = await Story.begin();
  waysBefore = (await story.get(stranger, WAYS)).text;
  described = (await story.get(stranger, '/api/openapi.json')).json;
});
afterAll(() => story?.close());

/**
 * What somebody was told, but for the list of those as whom one may try Rostrum out, which is there with development tokens alone:
 * it names everybody. It is left out only as long as it says, letter by letter, what it said before anybody had applied.
 */
function withoutDirectory(told: ReadonlyMap<string, string>): Map<string, string> {
  const ways = told.get(WAYS)!;
  return new Map([...told, [WAYS, ways.replace(waysBefore, '')]]);
}

function leaksIn(told: ReadonlyMap<string, string>, secrets: readonly RegExp[]): string[] {
  return [...told].flatMap(([where, text]) => {
    const found = secrets.flatMap((secret) => {
      const at = text.search(secret);
      return at < 0 ? [] : [`${secret} in ${where}: …${text.slice(Math.max(0, at - 80), at + 60)}…`];
    });
    return found.slice(0, 2);
  });
}

/** Everybody asks everything; what they must not know is in nothing that they hear, nor in any mail that they have got. */
async function everybodyAsks(now: Moment): Promise<{ ids: Ids; guesses: Guess[] }> {
  const ids = await idsOf(story);
  const guesses = guessesOf(described, ids);
  const leaks: string[] = [];
  for (const who of ASKED_BY_SOME.has(now) ? SOME : EVERYBODY) {
    const { told, telling } = await askedBy(story, who, guesses);
    requests += told.size;
    const secrets = secretsFrom(who, now, { candidates }, ids);
    const found = [...telling, ...leaksIn(withoutDirectory(told), secrets), ...leaksIn(mailsOf(who), secrets)];
    leaks.push(...found.map((leak) => `${who} at ${now}: ${leak}`));
  }
  expect(leaks).toEqual([]);
  return { ids, guesses };
}

/** What somebody has got by mail: subjects, headers, both texts, and what was attached. */
function mailsOf(who: string): Map<string, string> {
  const address = `${who}@example.com`.toLowerCase();
  const mine = story.mails.received.filter(({ to }) => JSON.stringify(to).includes(address));
  return new Map(
    mine.map(({ subject, headerLines, text, html, attachments }, i) => {
      const lines = headerLines.map(({ line }) => line).join('\n');
      const attached = attachments.map(({ filename, content }) => `${filename} ${content.toString('latin1')}`);
      return [`mail ${i + 1}`, [subject, lines, text, html, ...attached].join('\n').replaceAll(address, '')];
    }),
  );
}

// One story, told in order: each test goes on where the one before has stopped.
describe('a blind selection, from the call to its end', () => {
  test('while people apply, nobody hears who has', async () => {
    await story.to('call');
    await story.apply();
    const { ids } = await everybodyAsks('call');
    // What is kept is what is left, for operations as well.
    const kept = await story.get('OPS', `/api/files/${ids.files[0]}`);
    expect([kept.status, kept.text.includes('Author')]).toEqual([200, false]);
    const { rows } = await story.database.pool.query('select bytes from file');
    expect(rows.filter(({ bytes }) => bytes.includes('Author'))).toEqual([]);
  });

  test('whoever sees everything by a role is no applicant, and no reviewer', async () => {
    await story.procedure.do(ORGANISATION, 'OPS', 'grantRole', { person: 'D5-3', role: 'operations' });
    const form = { profile: 'Ten years.', topics: [], outline: 'Pumps.', hoursPerMonth: 4, evidence: [] };
    const applied = await ask(story.api, 'D5-3', 'POST', `${PATH}/apply`, form);
    expect([applied.status, applied.json.detail]).toEqual([
      409,
      expect.stringMatching(/let somebody take that role from you/),
    ]);
    const added = (who: string) => {
      const body = { reviewers: [{ person: who, topics: [], limit: 5 }], reason: 'One more.' };
      return ask(story.api, 'OPS', 'POST', `${PATH}/addReviewers`, body);
    };
    for (const who of ['D5-3', panel[0], screener, handler]) {
      expect((await added(who)).json.detail).toMatch(/sees who has applied, which blind reviewers do not/);
    }
    expect((await added('D5-3')).json.detail).toMatch(/: D5-3 has the role operations and so sees who has applied/);
    const office = (type: string, body: object) =>
      ask(story.api, 'OPS', 'POST', `${PATH}/${type}`, { ...body, reason: 'Somebody is ill.' });
    const members = [...panel, reviewers[0]];
    const offices = [
      await office('setPanel', { members, chair: panel[0], quorum: 2 }),
      await office('setScreeners', { screeners: [reviewers[0]] }),
      await office('addHandlers', { handlers: [reviewers[0]] }),
    ];
    for (const { json } of offices) expect(json.detail).toMatch(/reviews blind in this selection and would see/);
    await story.procedure.do(ORGANISATION, 'OPS', 'takeRole', { person: 'D5-3', role: 'operations', scope: null });
  });

  test('nor while somebody screens', async () => {
    await story.until(async () => (await story.open('screening')).length > 0, 'the screening');
    await everybodyAsks('screening');
  });

  test('nor while reviewers declare conflicts', async () => {
    await story.to('reviewers');
    await everybodyAsks('reviewers');
  });

  test('while they review, an application has no author and a review none either', async () => {
    await story.to('review');
    const { ids, guesses } = await everybodyAsks('review');
    const seen = (await story.get(reviewers[1], `${PATH}/applications`)).json.applications;
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).toEqual(seen.map((a: object) => ({ ...a, person: null, submittedAt: null, late: null })));
    const codes = seen.map(({ code }: { code: string }) => code);
    expect(codes).toEqual([...codes].sort());
    let compared = 0;
    for (const who of [applicants[1], reviewers[0]]) {
      expect(await expectSameRefusals(story, who, ids)).toEqual(new Set([404]));
      compared += await expectSameWork(story, who, guesses);
    }
    expect(compared).toBeGreaterThan(50);
  });

  test('who comes to see everything while they review loses what they have not given', async () => {
    const [review] = await story.open('review');
    const { round, id, assignee } = review!;
    await story.procedure.do(ORGANISATION, 'OPS', 'grantRole', { person: assignee, role: 'operations' });
    const answer = { knowledge: 5, communication: 5, 'review-reasons': 'I know now whose it is.' };
    const given = await ask(story.api, assignee, 'POST', `/api/rounds/${round}/tasks/${id}/submit`, { answer });
    expect([given.status, given.json.detail]).toEqual([409, expect.stringMatching(/keeps D\d-2 from task/)]);
    await story.procedure.do(ORGANISATION, 'OPS', 'takeRole', { person: assignee, role: 'operations', scope: null });
  });

  test('when the reviews are in, only the panel sees what they say', async () => {
    await story.to('decision');
    await everybodyAsks('reviewed');
  });

  test('the public notice names the candidates, and nobody else', async () => {
    await story.to('notice');
    const { json } = await story.get(stranger, PATH);
    candidates = json.candidates.map((c: { person: string }) => c.person);
    expect(candidates).toHaveLength(1);
    await everybodyAsks('notice');
    const posted = json.candidates.map((c: { application: string }) => c.application);
    for (const who of objectors)
      await story.must(who, `${PATH}/raiseObjection`, { about: posted[0], grounds: groundsOf(who) });
    await story.until(async () => (await story.open('objection')).length === objectors.length, 'the objections');
  });

  test('while objections are open and when one is upheld, only who decides about them knows whose they are', async () => {
    await everybodyAsks('objection');
    // They are known where they are to be known: what is searched for is there.
    const shown = (await story.get('OPS', `/api/ledger/${SELECTION}?open=true`)).text;
    for (const who of objectors) expect(shown).toContain(groundsOf(who));
    await story.to('decision');
    await everybodyAsks('upheld');
  });

  test('and so it stays to the end, in everything that was asked and every mail', async () => {
    await story.to('closed');
    await story.deliverAll();
    await everybodyAsks('results');
    expect(requests).toBeGreaterThan(2_000);
    for (const who of [applicants[0], reviewers[1], manager, panel[1], stranger]) {
      expect({ who, mails: mailsOf(who).size }).not.toEqual({ who, mails: 0 });
    }
    expect(story.procedure.complaints).toEqual([]);
    expect((await story.get('OPS', `/api/ledger/${SELECTION}?limit=1`)).status).toBe(200);
  });
});
