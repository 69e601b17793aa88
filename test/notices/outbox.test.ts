import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Clock } from '../../db/clock.ts';
import type { Connection, Pool } from '../../db/connection.ts';
import { ALONE_AFTER, claim as claimBy, claimWithin, LEASE_MS, MOST_UNFINISHED } from '../../db/outbox/claim.ts';
import { nextDue, poisoned } from '../../db/outbox/due.ts';
import { route } from '../../db/outbox/route.ts';
import { markFailed, markSent, release } from '../../db/outbox/settle.ts';
import { rowsRead } from '../db/rows-read.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { age, claimMail, look, put, putTask } from './outbox-rows.ts';

const NOW = Date.UTC(2027, 2, 5, 9, 0);
let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = database.pool;
});
afterAll(() => database.stop());
beforeEach(() => pool.query('truncate outbox, delivery, task'));

const claim = claimMail;
const keys = (got: { claimed: readonly { key: string }[] }) => got.claimed.map((m) => m.key);

test('what is due in procedure time is claimed, oldest first, and not what is later', async () => {
  await put(pool, { key: 'later', notBefore: NOW + 1 });
  await put(pool, { key: 'second', notBefore: NOW });
  await put(pool, { key: 'first', notBefore: NOW - 5 });
  expect(keys(await claim(pool, NOW, 10)).sort()).toEqual(['first', 'second']);
  expect((await look(pool, 'later')).started).toBe(0);
});

test('the oldest go first when not all fit', async () => {
  await put(pool, { key: 'second', notBefore: NOW });
  await put(pool, { key: 'first', notBefore: NOW - 5 });
  expect(keys(await claim(pool, NOW, 1))).toEqual(['first']);
});

test('a claimed message is leased: nobody gets it meanwhile, and it comes back when its holder dies', async () => {
  await put(pool, { key: 'a' });
  const [first] = (await claim(pool, NOW, 1)).claimed;
  const leased = await look(pool, 'a');
  expect(leased).toMatchObject({ state: 'waiting', started: 1, finished: 0 });
  expect(leased.retryIn).toBeGreaterThan(LEASE_MS / 2);
  expect(keys(await claim(pool, NOW, 1))).toEqual([]);
  await age(pool);
  expect((await claim(pool, NOW, 1)).claimed).toEqual([{ ...first, token: expect.not.stringMatching(first!.token) }]);
});

test('claims at the same time share the messages out, and those of one person go to one of them', async () => {
  for (let i = 0; i < 60; i++) await put(pool, { key: `m${i}`, person: `P${i % 20}` });
  await route(pool, [{ name: 'mail' }], NOW);
  const claims = await Promise.all(
    Array.from({ length: 12 }, () => claimBy(pool, { channel: 'mail', gathers: false, now: NOW, limit: 5 })),
  );
  const got = claims.flatMap(keys);
  expect(new Set(got).size).toBe(got.length);
  const people = claims.flatMap(({ claimed }) => [...new Set(claimed.map((m) => m.person))]);
  expect(new Set(people).size).toBe(people.length);
});

test('nobody gets a message while another of theirs is under way, in whatever process', async () => {
  for (const key of ['first', 'second']) await put(pool, { key });
  await put(pool, { key: 'of another', person: 'E2' });
  const [first] = (await claim(pool, NOW, 1)).claimed;
  expect(keys(await claim(pool, NOW, 9))).toEqual(['of another']);
  await markSent(pool, [first!], NOW);
  expect(keys(await claim(pool, NOW, 9))).toEqual(['second']);
});

test('messages that are postponed, or with a worker, cost nobody anything who asks for the next one', async () => {
  await pool.query(
    `with put as (
       insert into outbox (key, stream, person, template, about, not_before, pending)
       select 'p' || n, 'round:r', 'E9', 'round.reminder', '{}', 'epoch', 1 from generate_series(1, 30000) n returning id)
     insert into delivery (message, channel, person, due_at, attempts_started, attempts_finished, retry_at)
     select id, 'mail', 'E9', 'epoch', 1, 1, now() + interval '1 hour' from put`,
  );
  await put(pool, { key: 'due', notBefore: NOW });
  await route(pool, [{ name: 'mail' }], NOW);
  await pool.query('analyze outbox, delivery');
  const read = (work: (inside: Pool) => Promise<unknown>) => rowsRead(database, 'delivery', work);
  const claiming = (inside: unknown) =>
    claimWithin(inside as Connection, { channel: 'mail', gathers: false, now: NOW, limit: 1 });
  expect(await read(claiming)).toBeLessThan(10);
  expect(await read((inside) => nextDue(inside, 'mail', new Clock()))).toBeLessThan(10);
  expect(keys(await claim(pool, NOW, 1))).toEqual(['due']);
  expect(await read(claiming)).toBeLessThan(10);
  await age(pool);
  expect(await read(claiming)).toBeLessThan(10);
});

test('each channel delivers by itself: a message is sent once one has taken it, and failed when none will', async () => {
  for (const key of ['half', 'none', 'both']) await put(pool, { key, person: key });
  await route(pool, [{ name: 'mail' }, { name: 'hook' }], NOW);
  const by = async (channel: string) => (await claimBy(pool, { channel, gathers: false, now: NOW, limit: 9 })).claimed;
  const no = { error: 'no such box', permanent: true };
  for (const message of await by('mail')) {
    if (message.key === 'both') await markSent(pool, [message], NOW);
    else await markFailed(pool, [message], no, NOW);
  }
  expect(await look(pool, 'half')).toMatchObject({ state: 'waiting', error: 'no such box' });
  expect(await look(pool, 'both')).toMatchObject({ state: 'sent' });
  for (const message of await by('hook')) {
    if (message.key === 'none') await markFailed(pool, [message], no, NOW);
    else await markSent(pool, [message], NOW);
  }
  expect(await look(pool, 'half')).toMatchObject({ state: 'sent', error: null });
  expect(await look(pool, 'none')).toMatchObject({ state: 'failed', error: 'no such box' });
  expect(await look(pool, 'both')).toMatchObject({ state: 'sent' });
});

test('whoever has lost a message to another settles nothing', async () => {
  await put(pool, { key: 'a' });
  const [late] = (await claim(pool, NOW, 1)).claimed;
  await age(pool);
  const [holder] = (await claim(pool, NOW, 1)).claimed;
  expect(await markSent(pool, [late!], NOW)).toBe(0);
  expect(await markFailed(pool, [late!], { error: 'late', permanent: true }, NOW)).toMatchObject({ failed: 0 });
  expect(await look(pool, 'a')).toMatchObject({ state: 'waiting', error: null });
  expect(await markSent(pool, [holder!], NOW)).toBe(1);
});

test('what is given back was never begun', async () => {
  for (const key of ['a', 'b']) await put(pool, { key, person: key });
  await release(pool, (await claim(pool, NOW, 2)).claimed);
  expect(await look(pool, 'b')).toMatchObject({ state: 'waiting', started: 0, finished: 0, retryIn: null });
  expect(keys(await claim(pool, NOW, 2))).toEqual(['a', 'b']);
});

test('what has come back and what is due for the first time are claimed together, oldest first', async () => {
  for (const key of ['first', 'third']) await put(pool, { key, notBefore: NOW - (key === 'first' ? 9 : 1) });
  for (const message of (await claim(pool, NOW, 2)).claimed) {
    await markFailed(pool, [message], { error: 'busy', permanent: false }, NOW);
  }
  await age(pool);
  await put(pool, { key: 'second', notBefore: NOW - 5 });
  await put(pool, { key: 'fourth', person: 'E2', notBefore: NOW });
  expect(keys(await claim(pool, NOW, 3)).sort()).toEqual(['first', 'second', 'third']);
  expect(keys(await claim(pool, NOW, 3))).toEqual(['fourth']);
});

describe('a message for tasks', () => {
  test.each([
    ['open', 'claimed'],
    ['drafted', 'claimed'],
    ['submitted', 'dropped'],
    ['withdrawn', 'dropped'],
  ])('that are %s is %s', async (state, outcome) => {
    await putTask(pool, 't1', 'submitted');
    await putTask(pool, 't2', state);
    await put(pool, { key: 'a', whileOpen: ['t1', 't2'] });
    const got = await claim(pool, NOW, 1);
    expect(got.claimed).toHaveLength(outcome === 'claimed' ? 1 : 0);
    expect(got.dropped).toBe(outcome === 'dropped' ? 1 : 0);
    expect((await look(pool, 'a')).state).toBe(outcome === 'claimed' ? 'waiting' : 'dropped');
  });

  test('is dropped when they are answered between two attempts', async () => {
    await putTask(pool, 't1', 'open');
    await put(pool, { key: 'a', whileOpen: ['t1'] });
    const [message] = (await claim(pool, NOW, 1)).claimed;
    await markFailed(pool, [message!], { error: 'busy', permanent: false }, NOW);
    await putTask(pool, 't1', 'submitted');
    await age(pool);
    expect(await claim(pool, NOW, 1)).toEqual({ claimed: [], dropped: 1, held: 0, poisoned: 0 });
  });
});

test('a sent message is done, and a late failure of another attempt changes nothing', async () => {
  await put(pool, { key: 'a' });
  const [message] = (await claim(pool, NOW, 1)).claimed;
  await markSent(pool, [message!], NOW);
  await markFailed(pool, [message!], { error: 'late', permanent: true }, NOW);
  expect(await look(pool, 'a')).toEqual({ state: 'sent', started: 1, finished: 1, error: null, retryIn: null });
});

test('failures wait longer each time, and are given up in the end with the error kept', async () => {
  const patience = { first: 10_000, longest: 15_000, attempts: 4 };
  await put(pool, { key: 'a' });
  const waits: number[] = [];
  for (let i = 0; i < 4; i++) {
    const [message] = (await claim(pool, NOW, 1)).claimed;
    const { failed } = await markFailed(pool, [message!], { error: `try ${i + 1}`, permanent: false }, NOW, patience);
    expect(failed).toBe(i === 3 ? 1 : 0);
    waits.push(Math.round(((await look(pool, 'a')).retryIn ?? 0) / 5000) * 5000);
    await age(pool);
  }
  expect(waits).toEqual([10_000, 15_000, 15_000, 0]);
  expect(await look(pool, 'a')).toMatchObject({ state: 'failed', started: 4, finished: 4, error: 'try 4' });
  expect(keys(await claim(pool, NOW, 1))).toEqual([]);
});

test('of a letter of several each goes by its own attempts, and is given up by itself alone', async () => {
  const patience = { first: 1, longest: 1, attempts: 4 };
  const later = { error: 'later', permanent: false };
  const letters = async () => {
    await age(pool);
    await route(pool, [{ name: 'mail', gathers: true }], NOW);
    const { claimed } = await claimBy(pool, { channel: 'mail', gathers: true, now: NOW, limit: 9 });
    return [...new Set(claimed.map((m) => m.letter))].map((letter) => claimed.filter((m) => m.letter === letter));
  };
  await put(pool, { key: 'old' });
  // It could not be written thrice, and then can.
  for (let i = 0; i < 3; i++)
    await markFailed(pool, (await letters())[0]!, { ...later, next: 'in-another' }, NOW, patience);
  for (const key of ['a', 'b']) await put(pool, { key });
  const [several, ...none] = await letters();
  expect([several!.map((m) => m.key), none]).toEqual([['old', 'a', 'b'], []]);
  expect(await markFailed(pool, several!, later, NOW, patience)).toMatchObject({ failed: 0, postponed: 3 });
  const apart = await letters();
  expect(apart.map((letter) => letter.map((m) => m.key))).toEqual([['old'], ['a', 'b']]);
  expect(await markFailed(pool, apart[0]!, later, NOW, patience)).toMatchObject({ failed: 1, postponed: 0 });
  // Half of the patience is over: from now on each is tried by itself, and one that is taken is not kept out by the other.
  await markFailed(pool, apart[1]!, later, NOW, patience);
  const [a, b] = await letters();
  expect([a, b].map((letter) => letter!.map((m) => m.key))).toEqual([['a'], ['b']]);
  await markSent(pool, a!, NOW);
  for (let i = 2; i < 4; i++) {
    const [left] = i === 2 ? [b] : await letters();
    const { failed } = await markFailed(pool, left!, later, NOW, patience);
    expect(failed).toBe(i === 3 ? 1 : 0);
  }
  expect(await look(pool, 'a')).toMatchObject({ state: 'sent' });
});

test('of a recipient who is put off again and again nothing is tried in parts', async () => {
  const patience = { first: 1, longest: 1, attempts: 2 };
  for (const key of ['a', 'b']) await put(pool, { key });
  await route(pool, [{ name: 'mail', gathers: true }], NOW);
  for (const failed of [0, 2]) {
    await age(pool);
    const { claimed } = await claimBy(pool, { channel: 'mail', gathers: true, now: NOW, limit: 9 });
    expect(new Set(claimed.map((m) => m.letter)).size).toBe(1);
    const off = { error: 'full', permanent: false, ofRecipient: true };
    expect(await markFailed(pool, claimed, off, NOW, patience)).toMatchObject({ failed, postponed: 2 - failed });
  }
});

test('what is held or answered takes no place of what can go out, however much of it lies in front', async () => {
  await pool.query(
    `with r as (
       insert into round (stream, purpose, title, form, policy, minutes, state, opened_at, due_at)
       values ('round:still', '', '', '{}', '{}', 1, 'held', now(), now())),
     t as (
       insert into task (round, id, assignee, state, due_at)
       values ('round:still', 't', 'E1', 'open', now()), ('round:still', 'u', 'E1', 'submitted', now()))
     insert into outbox (key, stream, person, template, about, not_before, while_open)
     select 'p' || n, 'round:still', 'P' || n, 'round.reminder', '{}', 'epoch',
            case when n % 2 = 0 then '{t}'::text[] else '{u}' end from generate_series(1, 400) n`,
  );
  await put(pool, { key: 'free', notBefore: NOW });
  const { claimed, held, dropped } = await claim(pool, NOW, 3);
  expect([claimed.map((m) => m.key), held, dropped]).toEqual([['free'], 200, 200]);
  expect(await claim(pool, NOW, 3)).toMatchObject({ claimed: [], held: 0, dropped: 0 });
  await pool.query("delete from round where stream = 'round:still'");
});

test("the receiver's wish to wait is kept, up to a day", async () => {
  await put(pool, { key: 'a' });
  const [message] = (await claim(pool, NOW, 1)).claimed;
  await markFailed(pool, [message!], { error: 'slow down', permanent: false, retryAfterMs: 1e12 }, NOW);
  expect(Math.round((await look(pool, 'a')).retryIn! / 3_600_000)).toBe(24);
});

test('a message whose deliveries never end is set aside and shown to operations', async () => {
  await put(pool, { key: 'a' });
  for (let i = 0; i < MOST_UNFINISHED; i++) {
    expect(keys(await claim(pool, NOW, 1))).toEqual(['a']);
    await age(pool);
  }
  expect(await claim(pool, NOW, 1)).toEqual({ claimed: [], dropped: 0, held: 0, poisoned: 1 });
  expect((await look(pool, 'a')).error).toMatch(/begun 5 times/);
  expect(await poisoned(pool, 2)).toMatchObject([{ template: 'round.reminder', state: 'failed', started: 5 }]);
});

test('a letter whose delivery does not end again and again is taken apart: one of its messages may be the cause', async () => {
  for (const key of ['a', 'b', 'c']) await put(pool, { key });
  await route(pool, [{ name: 'mail', gathers: true }], NOW);
  const letters = async () => {
    const { claimed } = await claimBy(pool, { channel: 'mail', gathers: true, now: NOW, limit: 9 });
    await age(pool);
    return [...new Set(claimed.map((m) => m.letter))];
  };
  const together = await letters();
  expect(together).toEqual([expect.stringMatching(/^a\+\d+$/)]);
  for (let i = 1; i < ALONE_AFTER; i++) expect(await letters()).toEqual(together);
  expect(await letters()).toEqual(['a', 'b', 'c']);
});

test('the next due instant is real time, whatever the scale of the procedure', async () => {
  const real = Date.UTC(2026, 0, 1);
  const clock = new Clock(real, NOW, 3600);
  expect(await nextDue(pool, 'mail', clock)).toBeNull();
  await put(pool, { key: 'a', notBefore: NOW + 3_600_000 });
  expect(await nextDue(pool, 'mail', clock)).toBe(real + 1000);
});
