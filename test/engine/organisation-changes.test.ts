import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION, type StreamId } from '../../contracts/ids.ts';
import { START, terms } from '../domain/offering/scenario.ts';
import { smallCompany } from '../harness/company.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';

const DAY = 86_400_000;
const STREAM: StreamId = 'offering:plan.O-001';
const OPS = 'P9';
/** When the invitations have gone out; the course begins on 8 April. */
const INVITED = Date.parse('2027-03-19T09:00:00+08:00');
const HELD = Date.parse('2027-04-13T09:00:00+08:00');

/** P5 and P6 report to P3, who reports to P2, who reports to P1, as everybody else does. */
function company() {
  const manager: Record<string, string> = { P3: 'P2', P5: 'P3', P6: 'P3' };
  const body = smallCompany(9);
  return { ...body, people: body.people!.map((p) => ({ ...p, manager: manager[p.id] ?? p.manager })) };
}

describe('a change of the organisation makes a course look that it concerns', () => {
  let database: TestDatabase;
  let door: Door;
  beforeAll(async () => {
    database = await testDatabase();
    door = new Door(database);
    const site = { id: 'SITE', weekend: [6, 7], days: {} };
    const { calendars, ...body } = company();
    await must(ORGANISATION, 'system', 'importOrganisation', { ...body, calendars: [...calendars!, site] }, START);
    const line = { trainer: null, participants: ['P5', 'P6'], seats: 4 };
    // Nobody who takes part works by the calendar that the course reckons by.
    const offering = terms(line, { owner: 'P8', operations: [OPS], cycle: 'cycle:plan', calendar: 'SITE' });
    await must(STREAM, 'system', 'open', offering, START);
    await looked(START);
  });
  afterAll(() => database.stop());

  async function must(stream: StreamId, actor: string, type: string, body: unknown, now: number): Promise<void> {
    expect(await door.send(stream, actor, type, body, now)).toMatchObject({ accepted: true });
  }

  /** The workflows of all who were asked look, and those who are asked by that. Returns who looked first. */
  async function looked(now: number): Promise<StreamId[]> {
    const first = [...new Set(door.poked)];
    while (door.poked.length) await door.look(door.poked.shift()!, now);
    return first;
  }

  async function supervisors(): Promise<string[]> {
    const { rows } = await database.pool.query<{ assignee: string }>(
      "select distinct assignee from task where round = 'round:offering.plan.O-001.support' and state = 'open'",
    );
    return rows.map((r) => r.assignee);
  }

  async function wake(): Promise<number> {
    return (await database.pool.query<{ at: number }>('select wake_at as at from stream where id = $1', [STREAM]))
      .rows[0]!.at;
  }

  test('the calendar that it reckons by', async () => {
    await door.look(STREAM, INVITED);
    await looked(INVITED);
    const before = await wake();
    const calendar = { id: 'SITE', weekend: [6, 7], days: { '2027-04-06': 'holiday', '2027-04-07': 'holiday' } };
    await must(ORGANISATION, 'system', 'correctCalendar', { calendar, reason: 'Holidays are announced.' }, INVITED);
    expect(await looked(INVITED)).toContain(STREAM);
    // The taken seats are looked at five business days before the course.
    expect(await wake()).toBeLessThan(before);
  });

  test('no role, whoever is granted one or loses it: it wakes nobody, and changes no hour', async () => {
    const before = await wake();
    // One who attends, the supervisor, and who runs it.
    for (const person of ['P5', 'P3', OPS]) {
      for (const type of ['grantRole', 'takeRole']) {
        await must(ORGANISATION, 'system', type, { person, role: 'leader' }, INVITED);
        expect((await looked(INVITED)).filter((stream) => stream !== ORGANISATION)).toEqual([]);
      }
    }
    const { rows } = await database.pool.query("select stream from look where stream <> 'organisation:main'");
    expect(rows).toEqual([]);
    await door.look(STREAM, INVITED);
    expect(await wake()).toBe(before);
  });

  test('the leave of a supervisor until after the answer is due, and its end', async () => {
    const leave = (absences: object[]) => ({ people: company().people.filter((p) => p.id === 'P3'), absences });
    const away = { person: 'P3', from: '2027-03-01', to: '2027-05-31', kind: 'sick leave' };
    await must(ORGANISATION, 'system', 'importOrganisation', leave([away]), INVITED);
    expect(await looked(INVITED)).toContain(STREAM);
    expect(await supervisors()).toEqual(['P2']);
    await must(ORGANISATION, 'system', 'importOrganisation', leave([]), INVITED);
    expect(await looked(INVITED)).toContain(STREAM);
    expect(await supervisors()).toEqual(['P3']);
  });

  test('the leave of somebody who attends', async () => {
    const away = { person: 'P5', from: '2027-04-08', to: '2027-04-08', kind: 'leave' };
    await must(ORGANISATION, 'system', 'recordAbsence', away, INVITED);
    expect(await looked(INVITED)).toContain(STREAM);
  });

  test('a supervisor who has left without a successor, and comes back', async () => {
    expect(await supervisors()).toEqual(['P3']);
    await must(ORGANISATION, 'system', 'personLeft', { person: 'P3' }, INVITED);
    await looked(INVITED);
    expect(await supervisors()).toEqual(['P2']);
    await must(ORGANISATION, 'system', 'personLeft', { person: 'P2' }, INVITED + DAY);
    await looked(INVITED + DAY);
    expect(await supervisors()).toEqual(['P1']);
    const back = company().people.filter((p) => p.id === 'P2');
    await must(ORGANISATION, 'system', 'importOrganisation', { people: back }, INVITED + 2 * DAY);
    expect(await looked(INVITED + 2 * DAY)).toContain(STREAM);
  });

  test('somebody who runs it and is back, when nobody was there to say who was present', async () => {
    for (const person of ['P8', OPS]) {
      await must(ORGANISATION, 'system', 'personLeft', { person }, INVITED + 3 * DAY);
      await looked(INVITED + 3 * DAY);
    }
    await door.look(STREAM, HELD);
    await looked(HELD);
    const asked = async () => {
      const { rows } = await database.pool.query<{ assignee: string }>(
        "select assignee from task where round = 'round:offering.plan.O-001.attendance' and state = 'open'",
      );
      return rows.map((r) => r.assignee);
    };
    expect(await asked()).toEqual([]);
    const back = company().people.filter((p) => p.id === OPS);
    await must(ORGANISATION, 'system', 'importOrganisation', { people: back }, HELD);
    await looked(HELD);
    expect(await asked()).toEqual([OPS]);
  });
});
