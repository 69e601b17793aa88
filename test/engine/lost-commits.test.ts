import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { organisationHead } from '../../db/standing.ts';
import { OrganisationView } from '../../engine/organisation-view.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { signAnew } from '../harness/signed-anew.ts';
import { START } from '../harness/start.ts';
import { reviews, tasksFor } from '../harness/story.ts';

const ROUND: StreamId = 'round:restored';

describe('a database that was restored without its last commits', () => {
  let database: TestDatabase;
  let door: Door;
  beforeEach(async () => {
    database = await testDatabase();
    door = new Door(database);
    await door.send(ORGANISATION, 'system', 'importOrganisation', smallCompany(8), START);
  });
  afterEach(() => database.stop());

  /** What the stream has after a version was never written. */
  async function lose(stream: StreamId, after: number): Promise<void> {
    await database.pool.query('delete from ledger where stream = $1 and version > $2', [stream, after]);
    await database.pool.query(
      `update stream set version = l.version, hash = l.hash, at = l.at from ledger l
       where stream.id = $1 and l.stream = $1 and l.version = $2`,
      [stream, after],
    );
    await signAnew(database, stream);
  }

  describe('and the organisation that a process has seen', () => {
    let view: OrganisationView;
    let known: number;
    const seen = async () => view.at(database.pool, await organisationHead(database.pool));
    const leaves = (person: string) => new Door(database).send(ORGANISATION, 'OPS', 'personLeft', { person }, START);
    const left = async () => [...(await seen()).people.values()].filter((p) => !p.employed).map((p) => p.id);

    beforeEach(async () => {
      view = new OrganisationView(database.keys);
      known = (await organisationHead(database.pool)).version;
      await leaves('P5');
      expect(await left()).toEqual(['P5']);
      await lose(ORGANISATION, known);
    });

    test('is forgotten when less is there', async () => {
      expect(await left()).toEqual([]);
    });

    test('is forgotten when something else is there', async () => {
      await leaves('P6');
      expect(await left()).toEqual(['P6']);
    });

    test('is forgotten when more is there', async () => {
      await leaves('P6');
      await leaves('P7');
      expect(await left()).toEqual(['P6', 'P7']);
    });
  });

  test('is not one object twice while nothing has changed', async () => {
    const view = new OrganisationView(database.keys);
    const head = await organisationHead(database.pool);
    expect(await view.at(database.pool, head)).toBe(await view.at(database.pool, head));
    expect(await view.at(database.pool, { ...head, version: head.version - 1 })).toBe(
      await view.at(database.pool, head),
    );
  });

  test('and the fold at hand of a stream that has gone on otherwise', async () => {
    const submit = (by: Door, person: string) =>
      by.send(ROUND, person, 'submit', { task: `A.${person}`, answer: { score: 7 } }, START);
    await door.send(ROUND, 'P1', 'open', { spec: reviews(START + 9e8), tasks: tasksFor(['P2', 'P3', 'P4']) }, START);
    const { rows } = await database.pool.query('select version from stream where id = $1', [ROUND]);
    expect(await submit(door, 'P2')).toMatchObject({ accepted: true });
    await lose(ROUND, rows[0].version);
    const other = new Door(database);
    for (const person of ['P3', 'P4']) expect(await submit(other, person)).toMatchObject({ accepted: true });
    expect(await door.send(ROUND, 'P2', 'decline', { task: 'A.P2', reason: 'Never asked before.' })).toMatchObject({
      accepted: true,
    });
    expect(await submit(door, 'P3')).toMatchObject({ accepted: false });
  });
});
