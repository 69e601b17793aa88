import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ORGANISATION } from '../../contracts/ids.ts';
import { company } from '../api/selection-course.ts';
import { type TestDatabase, testDatabase } from '../harness/database.ts';
import { Door } from '../harness/door.ts';
import { workflowBundle } from '../harness/from-stock.ts';
import { readable } from '../harness/histories.ts';
import { SelectionRun, WORDS } from '../harness/selection-run.ts';
import { clock } from '../harness/start.ts';

const NAMES = (company().people ?? []).flatMap(({ name, email }) => [`${name}`, `${email}`]);

/** What belongs to people, as it would stand in any text that had let it through. */
const PRIVATE = [
  ...NAMES,
  ...Object.values(WORDS),
  // Answers travel with the keys of their form.
  '"knowledge"',
  '"communication"',
  '"review-reasons"',
  '"answer"',
  '"score',
];

describe('what people wrote, and what was written about them', () => {
  let database: TestDatabase;
  let run: SelectionRun;

  beforeAll(async () => {
    const [started, bundle] = await Promise.all([testDatabase(), workflowBundle()]);
    database = started;
    run = await SelectionRun.open(database, bundle);
    await run.to('closed');
  });
  afterAll(async () => {
    await run?.stop();
    await database?.stop();
  });

  test('is in no history of Temporal, in the clear or in base64', async () => {
    const histories = await run.histories();
    expect(new Set(histories.map((h) => h.type))).toEqual(new Set(['organisation', 'round', 'trainerSelection']));
    const events = histories.flatMap((h) => h.history.events!);
    expect(events.length).toBeGreaterThan(100);
    const text = histories.map(({ history }) => readable(history)).join('\n');
    // The payloads can be read, so nothing is merely overlooked.
    expect(text).toContain('selection:trainers');
    expect(PRIVATE.filter((word) => text.includes(word))).toEqual([]);
  });

  test('stands sealed in the ledger', async () => {
    const { rows } = await database.pool.query<{ type: string; body: string }>('select type, body from ledger');
    expect(rows.filter((r) => r.type === 'TaskSubmitted' && r.body.includes('"$sealed"')).length).toBeGreaterThan(0);
    const text = rows.map((r) => r.body).join('\n');
    const words = [...NAMES, ...Object.values(WORDS)];
    expect(words.filter((word) => text.includes(word))).toEqual([]);
  });

  test('is not kept with the commands that brought it, taken or refused', async () => {
    const people = company().people ?? [];
    const taken = { ...people[3]!, id: 'D9-9', email: people[2]!.email! };
    const body = { ...company(), people: [...people, taken] };
    const refused = await new Door(database).send(ORGANISATION, 'system', 'importOrganisation', body, clock.now());
    expect(refused).toMatchObject({ accepted: false, code: 'import-invalid' });
    const { rows } = await database.pool.query<{ text: string }>('select command::text as text from command');
    expect(rows.length).toBeGreaterThan(20);
    const text = rows.map((r) => r.text).join('\n');
    expect([...NAMES, ...Object.values(WORDS)].filter((word) => text.includes(word))).toEqual([]);
  });
});
