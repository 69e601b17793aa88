import { describe, expect, test } from '@jest/globals';
import { type ImportBody, ORGANISATION_EVENTS } from '../../../contracts/organisation.ts';
import { ImportCheck } from '../../../contracts/views/organisation.ts';
import { checkImport } from '../../../domain/organisation/import-check.ts';
import { organisationProcess } from '../../../domain/organisation/organisation.ts';
import { emptyOrganisation } from '../../../domain/organisation/state.ts';
import { isRejection } from '../../../domain/process.ts';
import { command, company, decide, evolve, founded, having, personRow } from './company.ts';
import { withoutKnownNames } from './known-names.ts';

const importing = (body: ImportBody) => command('importOrganisation', body);
const typesOf = (state: ReturnType<typeof founded>, body: ImportBody) => {
  const decision = decide(state, importing(body));
  return isRejection(decision) ? decision.detail : decision.map(({ type }) => type);
};
const nameless = (body: ImportBody) =>
  withoutKnownNames(body, new Map(body.people?.map(({ id, name, email }) => [id, { name: name!, email: email! }])));

describe('an import into an empty organisation', () => {
  test('writes everything, each body in the shape of its event', () => {
    const decision = decide(emptyOrganisation(), importing(company));
    expect(isRejection(decision)).toBe(false);
    if (isRejection(decision)) return;
    expect(decision.map(({ type }) => type)).toEqual([
      'CalendarSet',
      'DepartmentsSet',
      'PostsSet',
      'PeopleJoined',
      'AbsencesChanged',
    ]);
    for (const { type, body } of decision) expect(ORGANISATION_EVENTS[type].parse(body)).toEqual(body);
  });

  test('keeps names, addresses and the kind of an absence private', () => {
    const decision = decide(emptyOrganisation(), importing(company));
    if (isRejection(decision)) throw new Error(decision.detail);
    const open: unknown[] = [];
    const bare = JSON.stringify(decision, (_, value) => {
      if (value && typeof value === 'object' && 'open' in value) open.push(value.open);
      return value && typeof value === 'object' && 'open' in value ? 'sealed' : value;
    });
    expect(open).toEqual(expect.arrayContaining(['Name of E1', 'e1@example.com', 'annual_leave']));
    expect(bare).not.toMatch(/Name of|example\.com|annual_leave/);
  });

  test('is cut into events of at most 500 people', () => {
    const people = Array.from({ length: 1201 }, (_, n) => personRow(`P${n}`, n === 0 ? null : 'P0'));
    const decision = decide(founded(), importing({ people }));
    if (isRejection(decision)) throw new Error(decision.detail);
    expect(decision.map((event) => event.type === 'PeopleJoined' && event.body.people.length)).toEqual([500, 500, 201]);
  });
});

describe('an import into a known organisation', () => {
  test('of the same rows without known names changes nothing', () => {
    expect(typesOf(founded(), nameless(company))).toEqual([]);
  });

  test('writes only what differs', () => {
    const body = nameless(company);
    const people = body.people!.map((person) =>
      person.id === 'E4' ? { ...person, grade: 'senior' as const } : person,
    );
    const decision = decide(founded(), importing({ ...body, people }));
    expect(decision).toMatchObject([{ type: 'PeopleChanged', body: { people: [{ id: 'E4', grade: 'senior' }] } }]);
    expect(JSON.stringify(decision)).not.toContain('name');
  });

  test('writes a name that is given, and keeps the address that is not', () => {
    const { email: _email, ...row } = personRow('E4', 'E1', { name: 'Married Name' });
    const state = having(founded(), importing({ people: [row] }));
    expect(state.people.get('E4')).toMatchObject({
      name: { of: 'E4', open: 'Married Name' },
      email: { of: 'E4', open: 'e4@example.com' },
    });
  });

  test('tells of absences only what changes, however many there were before, and comes to the same', () => {
    const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + 3 * n)).toISOString().slice(0, 10);
    const leave = (n: number) => ({ person: 'E4', from: day(n), to: day(n), kind: `leave ${n}` });
    const many = Array.from({ length: 200 }, (_, n) => leave(n));
    const state = having(founded(), importing({ absences: many }));
    const changed = [...many.filter((_, n) => n !== 7), leave(300)].reverse();
    for (const sent of [importing({ absences: changed }), command('recordAbsence', leave(300))]) {
      const decision = decide(state, sent);
      if (isRejection(decision)) throw new Error(decision.detail);
      const gone = sent.type === 'recordAbsence' ? [] : [day(7)];
      const come = [{ from: day(300), to: day(300), kind: { of: 'E4', open: 'leave 300' } }];
      expect(decision).toEqual([{ type: 'AbsencesChanged', body: { people: [{ person: 'E4', come, gone }] } }]);
      const days = having(state, sent)
        .people.get('E4')!
        .absences.map(({ from }) => from);
      expect(days).toEqual([...many.map(({ from }) => from).filter((from) => !gone.includes(from)), day(300)]);
    }
  });

  test('takes absences as complete for everyone it names', () => {
    const state = having(founded(), importing({ ...nameless(company), absences: [] }));
    expect(state.people.get('E3')?.absences).toEqual([]);
    const untouched = having(
      founded(),
      importing({ absences: [{ person: 'E4', from: '2026-05-04', to: '2026-05-04', kind: 'x' }] }),
    );
    expect(untouched.people.get('E3')?.absences).toHaveLength(1);
    expect(untouched.people.get('E4')?.absences).toHaveLength(1);
  });

  test('lets nobody leave by not being listed, and lets somebody back who is', () => {
    const state = having(founded(), importing({ people: [] }));
    expect(state.people.get('E4')?.employed).toBe(true);
    const left = having(founded(), command('personLeft', { person: 'E4', successor: null }));
    const back = having(left, importing(nameless({ people: [personRow('E4', 'E1')] })));
    expect(back.people.get('E4')).toMatchObject({ employed: true, name: { open: 'Name of E4' } });
  });
});

describe('what an import says nothing of stays as it is', () => {
  const imported = (body: ImportBody) => having(founded(), importing(nameless(body)));
  const { performance: _performance, ...ungraded } = personRow('E4', 'E1');

  test('absences, when it gives none at all', () => {
    const recorded = having(
      founded(),
      command('recordAbsence', { person: 'E4', from: '2027-05-10', to: '2027-05-14', kind: 'sick' }),
    );
    const { absences: _absences, ...silent } = nameless(company);
    expect(having(recorded, importing(silent)).people).toEqual(recorded.people);
  });

  test('the kind of an absence, when it gives the days alone', () => {
    const absences = [
      { person: 'E3', from: '2026-03-02', to: '2026-03-06' },
      { person: 'E3', from: '2026-08-03', to: '2026-08-07' },
    ];
    const kinds = imported({ absences })
      .people.get('E3')
      ?.absences.map(({ kind }) => kind);
    expect(kinds).toMatchObject([{ open: 'annual_leave' }, { open: 'absence' }]);
  });

  test('grades of years that it does not name; null takes one away', () => {
    const graded = imported({ people: [{ ...ungraded, performance: { '2024': 3 } }] });
    expect(graded.people.get('E4')?.performance).toEqual({ '2024': 3, '2025': 4 });
    expect(typesOf(founded(), nameless({ people: [ungraded] }))).toEqual([]);
    const cleared = having(graded, importing(nameless({ people: [{ ...ungraded, performance: { '2025': null } }] })));
    expect(cleared.people.get('E4')?.performance).toEqual({ '2024': 3 });
  });

  test('the elements of a post without any, and the Chinese name of an element without one', () => {
    const [post] = company.posts!;
    const { elements: [element] = [], ...bare } = post!;
    expect(typesOf(founded(), { posts: [bare] })).toEqual([]);
    const { nameZh: _nameZh, ...english } = element!;
    const other = imported({ posts: [{ ...post!, elements: [{ ...english, level: '5' }] }] });
    expect(other.posts.get('P1')?.elements).toMatchObject([{ nameZh: '法律', level: '5' }]);
    const unknown = imported({ posts: [{ ...post!, elements: [{ ...english, element: 'K9' }] }] });
    expect(unknown.posts.get('P1')?.elements).toMatchObject([{ element: 'K9', nameZh: 'Law' }]);
    expect(imported({ posts: [{ ...post!, elements: [] }] }).posts.get('P1')?.elements).toEqual([]);
  });

  test('days of a calendar before the first and after the last that it gives, and the weekend', () => {
    const week = having(
      founded(),
      command('correctCalendar', {
        calendar: {
          id: 'CN',
          weekend: [5, 6],
          days: { '2026-02-17': 'holiday', '2027-02-06': 'holiday', '2027-02-08': 'holiday', '2028-01-26': 'holiday' },
        },
        reason: 'Friday is off.',
      }),
    );
    const days = { '2027-02-05': 'holiday', '2027-02-20': 'makeup_workday' } as const;
    expect(having(week, importing({ calendars: [{ id: 'CN', days }] })).calendars.get('CN')).toEqual({
      id: 'CN',
      weekend: [5, 6],
      days: { '2026-02-17': 'holiday', '2028-01-26': 'holiday', ...days },
    });
    expect(typesOf(week, { calendars: [{ id: 'CN', days: {} }] })).toEqual([]);
    expect(imported({ calendars: [{ id: 'FR', days: {} }] }).calendars.get('FR')?.weekend).toEqual([6, 7]);
  });
});

describe('what the levels of an element mean', () => {
  const anchor = (score: number, text: string) => ({ score, text: { en: text, 'zh-CN': text } });
  const anchors = [{ element: '2.A.1', anchors: [anchor(4, 'Plans a week'), anchor(2, 'Plans a day')] }];

  test('is kept in the order of the levels, whatever posts ask for it, and changes nothing when it comes again', () => {
    const state = having(founded(), importing({ anchors }));
    expect(state.anchors.get('2.A.1')?.anchors.map((a) => a.score)).toEqual([2, 4]);
    expect(typesOf(state, { anchors })).toEqual([]);
    expect(checkImport(state, { anchors }, new Map(), 'en').anchors).toEqual({ added: [], changed: [], unchanged: 1 });
    const fewer = [{ element: '2.A.1', anchors: [anchor(2, 'Plans a day')] }];
    expect(typesOf(state, { anchors: fewer })).toEqual(['AnchorsSet']);
    expect(typesOf(state, { anchors: [...fewer, ...fewer] })).toMatch(/^Element 2\.A\.1 /);
  });

  test('survives a snapshot', () => {
    const state = having(founded(), importing({ anchors }));
    const thawed = organisationProcess.thaw(JSON.parse(JSON.stringify(organisationProcess.freeze(state))));
    expect(thawed).toEqual(state);
  });
});

describe('a look at an import before it is sent', () => {
  const known = new Map(company.people!.map(({ id, name, email }) => [id, { name: name!, email: email! }]));

  test('tells nothing of one that changes nothing', () => {
    const nothing = { added: [], changed: [], unchanged: 1 };
    expect(checkImport(founded(), company, known, 'en')).toEqual({
      faults: [],
      people: { joined: [], back: [], changed: [], unchanged: 4, unlisted: [] },
      departments: nothing,
      posts: nothing,
      anchors: { added: [], changed: [], unchanged: 0 },
      calendars: nothing,
      absences: [],
    });
  });

  test('tells who is new, back, changed and not listed, and whose absences are replaced', () => {
    const left = having(founded(), command('personLeft', { person: 'E4', successor: null }));
    const body: ImportBody = {
      people: [
        personRow('E2', 'E1', { grade: 'senior', name: 'Another Name' }),
        personRow('E3', 'E2'),
        personRow('E4', 'E1'),
        personRow('E5', 'E1'),
      ],
      absences: [{ person: 'E5', from: '2026-03-02', to: '2026-03-02' }],
      posts: [{ code: 'P1', title: 'Clerk', titleZh: '文员' }],
      calendars: [{ id: 'CN', days: { '2026-02-16': 'holiday', '2026-02-18': 'holiday' } }],
    };
    const check = checkImport(left, body, known, 'en');
    expect(check).toMatchObject({
      faults: [],
      people: {
        joined: ['E5'],
        back: ['E4'],
        changed: [{ person: 'E2', fields: ['grade', 'name'] }],
        unchanged: 1,
        unlisted: ['E1'],
      },
      posts: { changed: ['P1'] },
      calendars: {
        changed: [{ calendar: 'CN', set: ['2026-02-16', '2026-02-18'], gone: ['2026-02-17'], weekend: false }],
      },
      absences: [
        { person: 'E3', added: [], gone: [{ from: '2026-03-02', to: '2026-03-06' }] },
        { person: 'E5', added: [{ from: '2026-03-02', to: '2026-03-02' }], gone: [] },
      ],
    });
    expect(ImportCheck.parse(check)).toEqual(check);
  });

  test('tells every fault, and whose address it is that another one is given', () => {
    const body = {
      people: [
        personRow('0E3', 'X1', { email: 'E3@example.com' }),
        personRow('E2', 'X2', { email: 'new@example.com' }),
        personRow('E6', 'E1', { email: 'e2@example.com' }),
      ],
    };
    expect(checkImport(founded(), body, known, 'en').faults).toEqual([
      expect.stringContaining('unknown manager X1'),
      expect.stringContaining('unknown manager X2'),
      expect.stringMatching(/^Person 0E3 has the address of E3; correct the id/),
    ]);
  });
});

describe('an import that cannot be right is refused whole, in one sentence', () => {
  const cases: [string, ImportBody, string][] = [
    ['an unknown manager', { people: [personRow('E9', 'E8')] }, 'Person E9 has the unknown manager E8; correct the id'],
    [
      'one id twice',
      { people: [personRow('E9', null), personRow('E9', 'E1')] },
      'Person E9 is listed twice; keep one row.',
    ],
    ['a circle', { people: [personRow('E1', 'E3')] }, 'in a circle: E1 → E3 → E2 → E1; correct'],
    ['somebody above themselves', { people: [personRow('E4', 'E4')] }, 'in a circle: E4 → E4; correct one manager.'],
    [
      'an unknown calendar',
      { people: [personRow('E9', 'E1', { calendar: 'FR' })] },
      'Person E9 has the unknown calendar FR',
    ],
    [
      'an unknown time zone',
      { people: [personRow('E9', 'E1', { timeZone: 'Mars/Base' })] },
      'the unknown time zone Mars/Base',
    ],
    [
      'an unknown department',
      { people: [personRow('E9', 'E1', { department: 'D9' })] },
      'in the unknown department D9',
    ],
    ['an unknown post', { people: [personRow('E9', 'E1', { post: 'P9' })] }, 'has the unknown post P9'],
    [
      'an unknown head',
      { departments: [{ ...company.departments![0]!, head: 'E9' }] },
      'Department D1 has the unknown head E9',
    ],
    [
      'an id whose zeros a spreadsheet has cut',
      { people: [personRow('007', 'E1')], departments: [{ ...company.departments![0]!, head: '7' }] },
      'Department D1 has the unknown head 7; there is 007, so write its zeros and format the column as text.',
    ],
    ['a stranger without a name', nameless({ people: [personRow('E9', 'E1')] }), 'Person E9 is new and needs a name'],
    [
      'an absence of a stranger',
      { absences: [{ person: 'E9', from: '2026-01-05', to: '2026-01-06', kind: 'x' }] },
      'unknown person E9',
    ],
    [
      'days in the wrong order',
      { absences: [{ person: 'E1', from: '2026-01-06', to: '2026-01-05', kind: 'x' }] },
      'before it begins',
    ],
    [
      'overlapping absences',
      { absences: ['05', '07'].map((day) => ({ person: 'E1', from: `2026-01-${day}`, to: '2026-01-09', kind: 'x' })) },
      'The absence of E1 from 2026-01-07 to 2026-01-09 overlaps the one from 2026-01-05 to 2026-01-09',
    ],
  ];
  test.each(cases)('%s', (_, body, sentence) => {
    const decision = decide(founded(), importing(body));
    expect(decision).toMatchObject({
      rejected: true,
      code: 'import-invalid',
      detail: expect.stringContaining(sentence),
    });
  });

  test('and further faults are counted', () => {
    const body = { people: [personRow('E8', 'X1'), personRow('E9', 'X2')] };
    expect(decide(founded(), importing(body))).toMatchObject({
      detail: expect.stringMatching(/X1.* This is the first of 2 faults\.$/),
    });
  });
});

test('the fold leaves the state before it as it was', () => {
  const before = founded();
  const frozen = JSON.stringify(organisationProcess.freeze(before));
  const decision = decide(before, importing({ people: [personRow('E4', 'E2')], absences: [] }));
  if (isRejection(decision)) throw new Error(decision.detail);
  expect(evolve(before, decision)).not.toBe(before);
  expect(JSON.stringify(organisationProcess.freeze(before))).toBe(frozen);
});

test('a snapshot thaws into the same state', () => {
  const state = founded();
  expect(organisationProcess.thaw(JSON.parse(JSON.stringify(organisationProcess.freeze(state))))).toEqual(state);
});
