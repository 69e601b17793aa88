import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { authorityBy } from '../../access/authority.ts';
import { admitDoors, doorOf } from '../../access/commands.ts';
import { faultOfSender, rightsOf } from '../../access/rights.ts';
import { ORGANISATION, type StreamId, SYSTEM } from '../../contracts/ids.ts';
import type { KindName } from '../../contracts/kinds.ts';
import { emptyOrganisation } from '../../domain/organisation/state.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { START } from '../harness/start.ts';
import { reviews, tasksFor } from '../harness/story.ts';

const DAY = 86_400_000;

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await testDatabase();
  door = new Door(database, { rights: rightsOf });
  expect(await role(SYSTEM, 'grantRole', 'P1', 'operations')).toMatchObject({ accepted: true });
  const imported = await door.send(ORGANISATION, 'P1', 'importOrganisation', smallCompany(6), START);
  expect(imported).toMatchObject({ accepted: true });
});
afterAll(() => database?.stop());

const role = (actor: string, type: 'grantRole' | 'takeRole', person: string, name: string) =>
  door.send(ORGANISATION, actor, type, { person, role: name }, START);

const open = (actor: string, name: string) => {
  const body = { spec: reviews(START + 9 * DAY), tasks: tasksFor(['P2', 'P3']) };
  return door.send(`round:${name}` as StreamId, actor, 'open', body, START);
};
const FORBIDDEN = { accepted: false, code: 'forbidden' };

test('whoever has lost a role may nothing by it from the next decision on', async () => {
  expect(await open('P2', 'before')).toMatchObject(FORBIDDEN);
  await role('P1', 'grantRole', 'P2', 'operations');
  expect(await open('P2', 'with')).toMatchObject({ accepted: true });
  await role('P1', 'takeRole', 'P2', 'operations');
  expect(await open('P2', 'after')).toMatchObject(FORBIDDEN);
});

test('so it is within one batch: what came before counts', async () => {
  await role('P1', 'grantRole', 'P2', 'operations');
  const sent = (actor: string, type: string, person: string, name: string) => {
    return { id: randomUUID(), actor, type, body: { person, role: name } };
  };
  const outcomes = await door.decide(ORGANISATION, [
    sent('P2', 'grantRole', 'P3', 'leader'),
    sent('P1', 'takeRole', 'P2', 'operations'),
    sent('P2', 'grantRole', 'P4', 'leader'),
  ]);
  expect(outcomes).toMatchObject([{ accepted: true }, { accepted: true }, FORBIDDEN]);
});

test('a role ends by itself after its last day', async () => {
  const until = new Date(START).toISOString().slice(0, 10);
  await door.send(ORGANISATION, 'P1', 'grantRole', { person: 'P5', role: 'operations', until }, START);
  expect(await open('P5', 'on-its-last-day')).toMatchObject({ accepted: true });
  const body = { spec: reviews(START + 9 * DAY), tasks: tasksFor(['P2']) };
  expect(await door.send('round:a-day-later', 'P5', 'open', body, START + DAY)).toMatchObject(FORBIDDEN);
});

test('an auditor sends nothing, and whoever has left does nothing any more', async () => {
  await open('P1', 'asked');
  await role('P1', 'grantRole', 'P2', 'auditor');
  const { rows } = await database.pool.query<{ id: string; assignee: string }>(
    "select id, assignee from task where round = 'round:asked' order by assignee",
  );
  const submit = ({ id, assignee }: { id: string; assignee: string }) =>
    door.send('round:asked', assignee, 'submit', { task: id, answer: { score: 5 } }, START);
  const [auditor, other] = rows;
  expect(await submit(auditor!)).toMatchObject({ ...FORBIDDEN, detail: expect.stringMatching(/^An auditor sees/) });
  await door.send(ORGANISATION, 'P1', 'personLeft', { person: 'P3' }, START);
  expect(await submit(other!)).toMatchObject({ ...FORBIDDEN, detail: expect.stringMatching(/P3 works here/) });
});

test('what Rostrum sends itself, people are told to wait for', () => {
  const found = faultOfSender(doorOf('cycle', 'recordGaps')!, 'recordGaps', authorityBy('P1', []), undefined);
  expect(found?.detail).toBe('Rostrum itself sends the command recordGaps, and nobody else; wait until it does.');
});

test('what nobody has said who may send, nobody may', () => {
  const wanted = { stream: 'strange:one' as StreamId, type: 'shake', actor: 'P1', body: {} };
  expect(rightsOf(wanted, emptyOrganisation(), START)).toMatchObject({
    code: 'forbidden',
    detail: 'Nobody may send the command shake: no table in access/ says who may; add its line to one.',
  });
  expect(doorOf('round', 'toString')).toBeUndefined();
  admitDoors('strange' as KindName, { shake: { by: 'anyone', does: 'Shakes it' } });
  expect(doorOf('strange' as KindName, 'shake')).toMatchObject({ by: 'anyone' });
  expect(() => admitDoors('strange' as KindName, {})).toThrow('has been said already');
});
