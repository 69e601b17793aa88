import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CycleTerms } from '../../contracts/cycle.ts';
import { ORGANISATION } from '../../contracts/ids.ts';
import {
  ChangesView,
  CycleView,
  DifferenceView,
  EffectView,
  NeedsView,
  NextTermsView,
  PlanView,
  ProposalsView,
  ResourcesView,
} from '../../contracts/views/cycle.ts';
import { OfferingList, OfferingView } from '../../contracts/views/offering.ts';
import { TeamView } from '../../contracts/views/people/team.ts';
import { canonicalPlan } from '../../domain/planning/canonical.ts';
import { textOf } from '../documents/pdf-text.ts';
import { TRAINERS } from '../journeys/year.ts';
import { CycleOverHttp, expectAccepted } from './cycle-over-http.ts';
import { ask, request } from './harness.ts';

// One story, told in order: each test goes on where the one before has stopped.
describe('a training-plan cycle over HTTP, from its plan on', () => {
  let cycle: CycleOverHttp;

  beforeAll(async () => {
    cycle = await CycleOverHttp.begin();
    expectAccepted(await ask(cycle.api, 'OPS', 'POST', '/api/cycles', { id: 'plan-2027', terms: cycle.terms() }));
    expectAccepted(await cycle.command('OPS', 'setTrainers', { trainers: TRAINERS }));
    await cycle.course.to('compiling');
  });
  afterAll(() => cycle?.close());

  test('the plan is shown with its digest and what differs', async () => {
    const { waiting } = (await cycle.seen(CycleView, 'OPS', '')).machinery!;
    expect(waiting).toMatchObject([{ what: expect.stringContaining('finish the stage "compiling"') }]);
    const { plan, digest, version } = await cycle.seen(PlanView, 'OPS', '/plan');
    expect(digest).toBe(
      createHash('sha256')
        .update(canonicalPlan(plan as never))
        .digest('hex'),
    );
    expect((await cycle.get('D2-2', '/plan')).status).toBe(404);
    // Top management and HR are to approve the whole plan.
    for (const person of ['D1-1', 'D1-3']) expect((await cycle.seen(PlanView, person, '/plan')).plan).toEqual(plan);
    const part = await cycle.seen(PlanView, 'D2-1', '/plan');
    expect(part.whole).toBe(false);
    const people = part.plan.offerings.flatMap((o) => o.participants);
    expect(people.every((p) => p.startsWith('D2-'))).toBe(true);
    expect(await cycle.seen(DifferenceView, 'OPS', '/plan/difference')).toMatchObject({ from: null, to: version });
    const limit = { kind: 'days', daysAPerson: 1 };
    expectAccepted(await cycle.command('OPS', 'changeLimit', { limit, reason: 'Harvest time.' }));
    const changed = await cycle.seen(DifferenceView, 'OPS', '/plan/difference');
    expect(changed).toMatchObject({ from: version, to: version + 1, since: 'version-before' });
    // What is lost by a need is of all its people: whoever sees some of them is not told.
    const { cuts } = (await cycle.seen(PlanView, 'OPS', '/plan')).plan;
    const partly = (await cycle.seen(PlanView, 'D2-1', '/plan')).plan.cuts;
    const of = ({ need, limit, people }: (typeof cuts)[number]) =>
      cuts.find(
        (c) => c.need === need && c.limit.kind === limit.kind && people.every((one) => c.people.includes(one)),
      )!;
    expect(partly.length).toBeGreaterThan(0);
    for (const cut of partly) expect(cut.lost).toBe(of(cut).people.length === cut.people.length ? of(cut).lost : null);
    // Nor whose hours were spent, or what was left of the money.
    for (const cut of partly) expect([cut.limit.id, cut.sentence]).toEqual([null, null]);
    // Nor, where they look for a person, for which line it did not suffice.
    const money = { kind: 'budget', line: 'general', amount: 300_000 };
    expectAccepted(await cycle.command('OPS', 'changeLimit', { limit: money, reason: 'A lean year.' }));
    const fates = async (person: string) =>
      TeamView.parse((await ask(cycle.api, person, 'GET', '/api/me/team?of=D3-1')).json).cells.map(({ fate }) => fate);
    const dear = (await fates('D3-1')).filter((fate) => fate?.facts.limit === 'budget');
    expect(dear.length).toBeGreaterThan(0);
    for (const fate of dear)
      expect([fate!.text.en, fate!.facts.left]).toEqual([
        'Left out of the plan: the money does not suffice.',
        undefined,
      ]);
    expect(JSON.stringify(await fates('D1-1'))).toContain('of the money for ');
    const again = await cycle.seen(DifferenceView, 'OPS', `/plan/difference?from=${version + 1}&to=${version + 1}`);
    expect(again.facts).toEqual([]);
    // Money in whole units, and nothing that only machines call so.
    const cost = changed.facts.find(({ code }) => code === 'cost');
    const said = changed.facts.map(({ text }) => `${text.en} ${text['zh-CN']}`).join(' ');
    expect(changed.facts.length).toBeGreaterThan(0);
    expect([cost?.facts.currency, said]).toEqual(
      cost ? ['CNY', expect.stringMatching(/[\d,]+ CNY.*[\d,]+ 元/)] : [undefined, said],
    );
    expect(said).not.toMatch(/\bD\d-\d\b(?<!Name of D\d-\d)|\bR-\d\b|\bM-\d{4}/);
    expect((await cycle.get('OPS', '/plan?version=9')).json.detail).toMatch(/version 9/);
    expectAccepted(
      await cycle.command('OPS', 'changeLimit', { limit: { ...limit, daysAPerson: 10 }, reason: 'Over.' }),
    );
    const before = { ...money, amount: 20_000_000 };
    expectAccepted(await cycle.command('OPS', 'changeLimit', { limit: before, reason: 'Over.' }));
    const resources = await cycle.seen(ResourcesView, 'OPS', '/resources');
    expect(resources.lines).toMatchObject([{ line: 'general', limit: 20_000_000, committed: 0, used: 0 }]);
    expect((await cycle.get('D2-2', '/resources')).status).toBe(403);
  });

  test('once approved everybody sees it, and it changes by request', async () => {
    await cycle.course.to('execution');
    const plan = await cycle.seen(PlanView, 'D5-5', '/plan');
    expect(plan).toMatchObject({ frozen: true, whole: false });
    const strangers = plan.plan.offerings.flatMap((o) => o.participants).filter((p) => p !== 'D5-5');
    expect(strangers).toEqual([]);
    const { digest } = plan;
    expect((await cycle.get('D5-5', '/plan.xlsx')).text.slice(0, 2)).toBe('PK');
    expect((await cycle.seen(CycleView, 'D5-5', '')).plan).toMatchObject({ digest, frozen: true });
    const whole = await cycle.seen(PlanView, 'OPS', '/plan');
    const line = whole.lines[0]!;
    expect(line.stream).toBe(`offering:plan-2027.${line.planned.id}`);
    const seats = { kind: 'seats', offering: line.planned.id, seats: line.planned.participants.length };
    const other = seats.seats === line.planned.seats ? { ...seats, seats: seats.seats + 1 } : seats;
    expectAccepted(
      await cycle.command('OPS', 'requestChange', { change: other, emergency: false, reason: 'A smaller room.' }),
    );
    expect((await cycle.seen(ChangesView, 'OPS', '/changes')).changes).toMatchObject([
      { id: 'C-001', state: 'asked', offering: line.planned.id, by: 'OPS', reason: 'A smaller room.' },
    ]);
    expect((await cycle.seen(ChangesView, 'D5-5', '/changes')).changes).toEqual([]);
    // Why it is asked for may be why somebody is replaced: the trainer hears what changes alone.
    expect((await cycle.seen(ChangesView, line.planned.trainer!, '/changes')).changes).toMatchObject([
      { id: 'C-001', reason: null },
    ]);
    const people = { kind: 'participants', offering: whole.lines[1]!.planned.id, add: [], remove: [] };
    const [out] = whole.lines[1]!.planned.participants;
    expectAccepted(
      await cycle.command('OPS', 'requestChange', { change: { ...people, remove: [out] }, reason: 'On leave.' }),
    );
    expect((await cycle.seen(ChangesView, out!, '/changes')).changes).toMatchObject([
      // Words may name anybody: they are for those who see everybody whom it is about.
      { what: { remove: [out] }, before: { participants: [out] }, reason: null },
    ]);
    await cycle.course.until(
      async () => (await cycle.get('OPS', '/changes')).json.changes[0].state === 'applied',
      'the change',
    );
    // Whoever is taught hears that another trainer was asked for, not of the leave on which it fails.
    const { planned: taught } = whole.lines.find(({ planned }) => ['D3-3', 'D4-3'].includes(planned.trainer!))!;
    const trainer = taught.trainer === 'D3-3' ? 'D4-3' : 'D3-3';
    const asked = { kind: 'trainer', offering: taught.id, trainer };
    expectAccepted(await cycle.command('OPS', 'requestChange', { change: asked, reason: 'A better fit.' }));
    const [from, to] = [taught.days[0]!, taught.days.at(-1)!];
    await cycle.procedure.do(ORGANISATION, 'OPS', 'importOrganisation', { absences: [{ person: trainer, from, to }] });
    const last = async (person: string) => (await cycle.seen(ChangesView, person, '/changes')).changes.at(-1)!;
    await cycle.course.until(async () => (await last('OPS')).state === 'failed', 'the word on the trainer');
    expect((await last('OPS')).failure!.en).toMatch(
      new RegExp(`its trainer ${trainer} is away on ${from}; choose other days or another trainer`),
    );
    const participant = taught.participants.find((p) => p !== out)!;
    expect(await last(participant)).toMatchObject({ state: 'failed', failure: null, effect: { faults: null } });
    const now = await cycle.seen(PlanView, 'OPS', '/plan');
    expect(now.lines[0]).toMatchObject({ planned: { seats: other.seats }, changes: [{ id: 'C-001' }] });
    expect(now.digest).toBe(digest);
  });

  test('offerings are shown to each as much as is theirs', async () => {
    const all = OfferingList.parse(
      (await ask(cycle.api, 'OPS', 'GET', '/api/offerings?cycle=plan-2027')).json,
    ).offerings;
    expect(all.length).toBe((await cycle.seen(PlanView, 'OPS', '/plan')).lines.length);
    expect((await ask(cycle.api, 'OPS', 'GET', '/api/offerings?cycle=none')).json.offerings).toEqual([]);
    const trainer = all[0]!.trainer!;
    const taught = OfferingList.parse((await ask(cycle.api, trainer, 'GET', '/api/offerings')).json).offerings;
    expect(taught.some((o) => o.id === all[0]!.id && o.teaches)).toBe(true);
    const path = `/api/offerings/${all[0]!.offering && all[0]!.id}`;
    const whole = OfferingView.strict().parse((await ask(cycle.api, 'OPS', 'GET', path)).json);
    expect(whole.participants.length).toBeGreaterThan(1);
    const one = whole.participants[0]!.person;
    const set = (why: string | null) =>
      cycle.database.pool.query('update stream set trouble = $1 where id = $2', [why, all[0]!.id]);
    await set('the calendar has no days');
    const troubled = async (person: string) =>
      OfferingView.parse((await ask(cycle.api, person, 'GET', path)).json).trouble;
    expect(await troubled('OPS')).toMatchObject({ why: 'the calendar has no days' });
    expect(await troubled(one)).toBeNull();
    await set(null);
    const own = OfferingView.parse((await ask(cycle.api, one, 'GET', path)).json);
    expect(own.participants.map((p) => p.person)).toEqual([one]);
    expect(own.rounds).toEqual([]);
    expect((await ask(cycle.api, 'OPS', 'GET', '/api/offerings/nothing')).status).toBe(404);
    const join = (person: string, whom: string) =>
      ask(cycle.api, person, 'POST', `${path}/joinWaitingList`, { person: whom });
    expect((await join('D5-5', 'D5-3')).status).toBe(403);
    expectAccepted(await join('D5-5', 'D5-5'));
    expect(OfferingView.parse((await ask(cycle.api, 'D5-5', 'GET', path)).json).participants).toMatchObject([
      { person: 'D5-5', seat: 'waiting', waits: 1 },
    ]);
    expectAccepted(await ask(cycle.api, 'D5-5', 'POST', `${path}/leaveWaitingList`, { person: 'D5-5' }));
    const entry = await ask(cycle.api, one, 'GET', `${path}/calendar.ics`);
    expect(entry.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(entry.text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*UID:offering:plan-2027.O-001\r\n/);
    expect(entry.text).not.toMatch(/METHOD|ATTENDEE/);
  });

  test('the list of who was there goes out and comes back as a table', async () => {
    const [offering] = (await ask(cycle.api, 'OPS', 'GET', '/api/offerings?cycle=plan-2027')).json.offerings;
    const path = `/api/offerings/${offering.id}`;
    cycle.course.habits['offering-attendance'] = async () => null;
    expectAccepted(await ask(cycle.api, 'D5-5', 'POST', `${path}/joinWaitingList`, { person: 'D5-5' }));
    const seen = async () => OfferingView.parse((await ask(cycle.api, 'OPS', 'GET', path)).json);
    await cycle.course.until(async () => (await seen()).stage === 'invitation', 'the invitations');
    const gone = (await seen()).participants.findLast((p) => p.seat === 'asked' || p.seat === 'accepted')!.person;
    expectAccepted(await ask(cycle.api, gone, 'POST', `${path}/giveUpSeat`, { reason: 'A night shift.' }));
    await cycle.course.until(
      async () => (await ask(cycle.api, 'OPS', 'GET', path)).json.stage === 'teaching',
      'the first course',
    );
    const list = (await ask(cycle.api, offering.trainer, 'GET', `${path}/attendance.csv`)).text.replace(/^\uFEFF/, '');
    const [head, first, ...rest] = list.trim().split('\n');
    expect(head).toBe('employee_id,name,present');
    // Whoever has given up the seat is not looked for.
    expect(list).not.toContain(gone);
    expect(list).toContain('D5-5');
    const filled = [head, `${first}false`, ...rest.map((row) => `${row}true`), ''].join('\n');
    const send = (person: string, content: string) =>
      request(cycle.api, `${path}/import/attendance?name=list.csv`, {
        method: 'POST',
        headers: { authorization: `Bearer dev:${person}`, 'content-type': 'text/csv' },
        body: content,
      });
    expect((await send(offering.trainer, `${filled}D9-9,,true\n`)).json.detail).toMatch(/line \d+.*D9-9/);
    await cycle.course.until(async () => (await send(offering.trainer, filled)).status === 200, 'the last day');
    expect((await send('D5-5', filled)).json.detail).toMatch(/^Only the trainer and whoever runs the cycle/);
    const { participants } = (await ask(cycle.api, 'OPS', 'GET', path)).json;
    const absent = participants.filter((p: { present: boolean | null }) => p.present === false);
    expect(absent.map((p: { person: string }) => p.person)).toEqual([first!.split(',')[0]]);
    cycle.course.habits['offering-attendance'] = async () => ({ absent: [] });
  });

  test('it ends with its effect and with proposals for the next one', async () => {
    await cycle.course.to('closed');
    const effect = await cycle.seen(EffectView, 'OPS', '/effect');
    expect(effect.total).toMatchObject({ held: effect.offerings.length });
    expect(effect.recorded).toMatchObject({ offerings: effect.offerings.length });
    expect((await cycle.seen(EffectView, 'D5-5', '/effect')).offerings).toEqual([]);
    await cycle.seen(ProposalsView, 'OPS', '/proposals');
    const needs = await cycle.seen(NeedsView, 'OPS', '/needs');
    expect(needs.needs.every((n) => n.outcome !== null)).toBe(true);
    const { terms: next } = await cycle.seen(NextTermsView, 'OPS', '/next-terms');
    expect(CycleTerms.parse(next)).toMatchObject({ previous: 'cycle:plan-2027' });
    // A certificate bears the place in the ledger where it is recorded who was there.
    const { rows } = await cycle.database.pool.query(
      `select body::json->'present'->>0 as person, encode(hash, 'hex') as link from ledger
       where stream = 'offering:plan-2027.O-001' and type = 'AttendanceRecorded' order by version desc limit 1`,
    );
    const sheet = await fetch(`${cycle.api.origin}/api/offerings/plan-2027.O-001/certificate.pdf`, {
      headers: { authorization: `Bearer dev:${rows[0].person}` },
    });
    expect(sheet.status).toBe(200);
    expect(textOf(Buffer.from(await sheet.arrayBuffer()))).toContain(`Verify ${rows[0].link.slice(0, 12)}`);
    const there = await cycle.table('attendance');
    for (const row of [/^O-001,.*,false$/m, /^O-001,.*,true$/m, /^O-001,.*,given-up,$/m]) expect(there).toMatch(row);
    expect(await cycle.table('plan')).toMatch(/^offering_id,course_id/);
    const printed = await cycle.get('OPS', '/plan.pdf?locale=zh-CN');
    expect([printed.headers.get('content-type'), printed.text.slice(0, 5)]).toEqual(['application/pdf', '%PDF-']);
    expect((await cycle.get('OPS', '/plan.pdf?locale=zh-CN')).headers.get('etag')).toBe(printed.headers.get('etag'));
    expect(cycle.procedure.complaints).toEqual([]);
  });
});
