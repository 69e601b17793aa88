import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeCertificates } from '../../../activities/work/certificates.ts';
import type { Reading } from '../../../activities/work/reading.ts';
import { termsOf } from '../../../domain/procedure/standing.ts';
import { certificatesWanted } from '../../../domain/selection/certificates.ts';
import type { SelectionState } from '../../../domain/selection/state.ts';
import { pagesOf, textOf } from '../../documents/pdf-text.ts';
import { ID, Scenario } from '../../domain/selection/scenario.ts';
import { type TestDatabase, testDatabase } from '../../harness/database.ts';
import { clock } from '../../harness/start.ts';

const NAMES = ['محمد حداد 🦉', `${'W'.repeat(198)}\u{2A6D0}`];

describe('certificates', () => {
  let database: TestDatabase;
  let reading: Reading;

  beforeAll(async () => {
    database = await testDatabase();
    const s = await (await new Scenario().start()).to('call');
    for (const person of ['D2-2', 'D2-3', 'D2-4']) await s.apply(person);
    // As the stage is while they are made: seats are accepted, nothing is printed yet.
    await s.to('closed');
    const state: SelectionState = { ...s.state, stage: 'results', phase: 'running' };
    const { organisation, now } = s.memory;
    reading = { stream: ID, now, state, link: 'ab'.repeat(32), organisation, rounds: new Map() };
    const people = ['D1-2', termsOf(state).panel.chair, ...certificatesWanted(state).map((c) => c.person)];
    const names = ['Mei Lin', NAMES[0], ...NAMES];
    await database.pool.query(
      `insert into person (id, name, email, department, manager, locale, time_zone, calendar, employed)
       select id, name, 'x@example.com', 'D1', null, 'en', 'UTC', 'CN', true
       from unnest($1::text[], $2::text[]) as t (id, name)`,
      [people, names],
    );
  });
  afterAll(() => database.stop());

  const made = async (from: Reading) => {
    const complaints: string[] = [];
    const complain = (what: string) => void complaints.push(what);
    const found = await makeCertificates(from, 'certificates.2', { ...database, clock, complain });
    return { ...found, complaints, body: found.body as { documents: { person: string; document: string | null }[] } };
  };

  test('are made whatever people are called', async () => {
    const { type, body, complaints } = await made(reading);
    expect([type, complaints, body.documents.length]).toEqual(['recordCertificates', [], 2]);
    for (const { document } of body.documents) {
      const { rows } = await database.pool.query('select bytes from document where id = $1', [document]);
      expect(pagesOf(rows[0].bytes)).toBe(1);
    }
  });

  test('name whoever was in the chair when the panel decided, and where nobody voted whoever runs the selection', async () => {
    const decision = reading.state.decision!;
    for (const [chair, owner, office] of [
      ['D1-2', 'D4-4', 'Chair of the panel'],
      [null, 'D1-2', 'For the selection'],
    ] as const) {
      const { body } = await made({ ...reading, state: { ...reading.state, owner, decision: { ...decision, chair } } });
      const { rows } = await database.pool.query('select bytes from document where id = $1', [
        body.documents[0]!.document,
      ]);
      const text = textOf(rows[0].bytes);
      expect(text).toContain('Mei Lin');
      expect(text).toContain(office);
    }
    // Where nobody is known by name, the company signs in the language of the certificate.
    const company = { en: 'Zhao & Daughters', 'zh-CN': '赵氏父女' };
    const terms = { ...termsOf(reading.state), company };
    const state = { ...reading.state, terms, owner: null, decision: { ...decision, chair: null } };
    const { people } = reading.organisation;
    const english = new Map([...people].map(([id, person]) => [id, { ...person, locale: 'en' as const }]));
    const { body } = await made({ ...reading, state, organisation: { ...reading.organisation, people: english } });
    const { rows } = await database.pool.query('select bytes from document where id = $1', [
      body.documents[0]!.document,
    ]);
    const text = textOf(rows[0].bytes);
    expect([text.split(company.en).length, text.split(company['zh-CN']).length]).toEqual([3, 2]);
    expect(text).toContain('For the company');
  });

  test('that cannot be made are noted and told, and nobody waits for them', async () => {
    const terms = { ...termsOf(reading.state), company: { en: '', 'zh-CN': '' } };
    const { body, complaints } = await made({ ...reading, state: { ...reading.state, terms } });
    expect(body.documents.map(({ document }) => document)).toEqual([null, null]);
    expect(complaints).toEqual(Array(2).fill('A certificate could not be printed'));
  });
});
