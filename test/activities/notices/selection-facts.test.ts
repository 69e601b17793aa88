import { beforeAll, describe, expect, test } from '@jest/globals';
import { selectionFacts } from '../../../activities/notices/selection-facts.ts';
import { SELECTION_ATTENTIONS, SELECTION_NOTICES } from '../../../contracts/notices/selection.ts';
import type { Notice } from '../../../domain/process.ts';
import type { Worker } from '../../../domain/turn/memory.ts';
import { DAY, ID, MEASURES, missingCertificates, Scenario, START, terms } from '../../domain/selection/scenario.ts';
import { renderUnchecked } from '../../notices/render.ts';
import { memoryArchive } from './memory-archive.ts';

const NAMED = Object.keys(SELECTION_NOTICES);

interface Letter {
  readonly template: string;
  readonly about: Notice['about'];
  readonly subject: string;
  readonly text: string;
}

/** Plays a journey and renders, at its end, every notice of the selection in both languages. */
async function letters(
  journey: (s: Scenario) => Promise<unknown>,
  habits = {},
  other = {},
  slow: Record<string, Worker> = {},
): Promise<Letter[]> {
  const s = await new Scenario(habits, START, slow).start(other);
  await journey(s);
  const written: Letter[] = [];
  for (const { to: person, template, about } of s.memory.notices) {
    if (!template.startsWith('selection.')) continue;
    const facts = await selectionFacts({ person, template, about }, s.state, memoryArchive(s.memory, ID));
    for (const locale of ['en', 'zh-CN'] as const) {
      const reader = { locale, recipientName: person, publicUrl: 'https://r.example.com', timeZone: 'Asia/Shanghai' };
      const { subject, text } = renderUnchecked(template, facts, reader);
      if (/undefined|null|NaN|\[object|\{about\}/.test(subject + text)) throw new Error(`${template}: ${text}`);
      if (locale === 'en') written.push({ template, about, subject, text });
    }
  }
  return written;
}

const PEOPLE = ['D2-2', 'D2-3', 'D2-4', 'D1-5', 'D2-6'];
const toCall = async (s: Scenario) => {
  await s.to('call');
  for (const p of PEOPLE) await s.apply(p);
};
const applied = (stage: Parameters<Scenario['to']>[0]) => async (s: Scenario) => {
  await toCall(s);
  await s.to(stage);
};
const told = (s: Scenario, template: string, what?: string) =>
  s.memory.notices.some((n) => n.template === template && (what === undefined || n.about.what === what));
/** Lets people answer and time pass until something has been told. */
const until = async (s: Scenario, template: string, what?: string) => {
  for (let turn = 0; turn < 200 && !told(s, template, what); turn++) (await s.answer()) || (await s.memory.sleep());
};

type Journey = [
  journey: (s: Scenario) => Promise<unknown>,
  habits?: object,
  terms?: object,
  slow?: Record<string, Worker>,
];

const JOURNEYS: Record<string, Journey> = {
  'to appointments': [applied('closed')],
  'to appointments without a certificate': [applied('closed'), {}, {}, missingCertificates],
  'refused measures, changed': [
    async (s) => {
      await until(s, 'selection.attention');
      s.habits.acknowledgement = () => ({ acknowledged: true });
      const duties = { en: 'Teach only.', 'zh-CN': '只授课。' };
      await s.send('changeMeasures', { texts: { ...MEASURES, duties }, reason: 'Too much.' });
      await s.to('publicity');
    },
    { acknowledgement: (t: { assignee: string }) => ({ acknowledged: t.assignee !== 'D3-1' }) },
  ],
  'nominations, an exception and corrected criteria': [
    async (s) => {
      await s.to('call');
      await s.send('nominate', { person: 'D2-5', reason: 'Explains well.' }, 'D3-1');
      await s.apply('D2-2');
      await s.memory.until(s.state.until! - DAY);
      await s.send('correctCriteria', { criteria: terms().criteria, reason: 'An anchor was wrong.' });
      await s.to('screening');
      await s.send('allowLate', { person: 'D3-2', reason: 'Was in hospital.' });
      await s.apply('D3-2');
      await s.to('review');
    },
  ],
  'years that no calendar knows': [
    async () => {},
    {},
    { timetable: { ...(terms().timetable as object), review: '999d', results: '999d' } },
  ],
  'silent managers': [applied('closed'), { agreements: () => null }],
  'an objection to the screening': [
    async (s) => {
      await applied('reviewers')(s);
      await s.send('objectToScreening', { grounds: 'I am a technical backbone.' }, 'D2-6');
      await until(s, 'selection.objectionResolved');
    },
    { conflicts: () => null },
  ],
  'too few reviewers': [
    async (s) => {
      await toCall(s);
      await until(s, 'selection.attention', 'reviewers-short');
    },
    {},
    { reviewers: ['D2-1', 'D3-1'].map((person) => ({ person, topics: [], limit: 1 })), reviews: 2 },
  ],
  'reviewers who drop out': [
    async (s) => {
      await applied('review')(s);
      for (let turn = 0; turn < 60 && !told(s, 'selection.attention', 'review-waived'); turn++) {
        const round = s.round('review')!;
        const open = [...round.tasks.values()].find((t) => t.state === 'open' && t.about === s.codeOf('D2-2'));
        if (open) s.memory.send(round.stream, 'decline', { task: open.id, reason: 'No time.' }, open.assignee);
      }
    },
    { review: () => null },
  ],
  'an applicant who leaves': [
    async (s) => {
      await applied('review')(s);
      s.hire('D2-2', { employed: false });
      s.memory.poke(ID);
    },
    { review: () => null },
  ],
  'a reviewer who leaves': [
    async (s) => {
      await applied('review')(s);
      s.hire('D4-1', { employed: false });
      s.memory.poke(ID);
    },
    { review: () => null },
  ],
  'a panel without a quorum': [
    async (s) => {
      await applied('decision')(s);
      await until(s, 'selection.decisionReturned');
    },
    { panel: () => null },
  ],
  'an objection that nobody can decide, and its answer': [
    async (s) => {
      await applied('notice')(s);
      await s.send('raiseObjection', { about: null, grounds: 'It was not posted.' }, 'D4-6');
      for (let n = 0; n < 3; n++) {
        const { who, round, task } = s.state.objections['O-1']!.asked;
        if (who) s.memory.send(round, 'decline', { task, reason: 'A friend.' }, who);
      }
      await s.send('addHandlers', { handlers: ['D5-6'], reason: 'Nobody was left.' });
      // It takes a while, so that the notice ends later.
      s.memory.now += 2 * DAY;
      s.habits.objections = () => ({ upheld: false, findings: 'It was.' });
      await until(s, 'selection.objectionResolved');
    },
    { objections: () => null },
  ],
  'no screener left': [
    async (s) => {
      s.hire('D3-3', { performance: {} });
      await s.to('call');
      await s.apply('D3-3');
      await s.to('screening');
      for (let n = 0; n < 3; n++) {
        const asked = s.state.applications[s.codeOf('D3-3')]!.screeningTask;
        if (asked?.who) {
          s.memory.send(asked.round, 'decline', { task: asked.task, reason: 'I know her.' }, asked.who);
        } else await s.memory.sleep();
      }
    },
    { screening: () => null },
  ],
  'an applicant screened out by a person': [
    async (s) => {
      s.hire('D3-3', { performance: {} });
      await s.to('call');
      await s.apply('D3-3');
      await s.to('reviewers');
    },
    { screening: () => ({ eligible: false, reason: 'Nothing can be said of her work.' }) },
  ],
  cancelled: [
    async (s) => {
      await applied('review')(s);
      await s.send('pause', { reason: 'A flood.' });
      await s.send('resume', { reason: 'Dry again.' });
      await s.send('moveDate', { stage: 'decision', at: s.state.plan.decision!.end + DAY, reason: 'Holidays.' });
      await s.send('cancel', { reason: 'No budget.' });
    },
    { review: () => null },
  ],
};

describe('every notice of a selection', () => {
  const all: Letter[] = [];
  beforeAll(async () => {
    for (const [name, journey] of Object.entries(JOURNEYS)) {
      const written = await letters(...journey).catch((error: Error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      expect(written.length).toBeGreaterThan(0);
      all.push(...written);
    }
  });
  const texts = (template: string) => all.filter((l) => l.template === template).map((l) => l.text);

  test('comes out of a journey and can be read in both languages', () => {
    const written = new Set(all.map((l) => l.template));
    expect(NAMED.filter((name) => !written.has(name))).toEqual([]);
  });

  test('that asks operations for something says what and how to mend it', () => {
    const alarms = all.filter((l) => l.template === 'selection.attention');
    expect([...new Set(alarms.map((l) => String(l.about.what)))].sort()).toEqual([...SELECTION_ATTENTIONS].sort());
    for (const { text } of alarms) expect(text).toContain('How to mend it:');
    expect(texts('selection.attention').join()).toMatch(/Name D3-1/);
    expect(texts('selection.attention').join()).toMatch(/judges in this selection[\s\S]*Name D4-1/);
    expect(texts('selection.attention').join()).toMatch(/application A-\w+ has left the company[\s\S]*Name D2-2/);
  });

  test('tells what people wrote, and names instead of numbers', () => {
    expect(texts('selection.nominated')[0]).toMatch(/Name D3-1 has nominated you[\s\S]*> Words of D2-5/);
    expect(texts('selection.steered').join()).toMatch(/The new end of the decision: [\s\S]*Reason: Words of D1-2/);
    expect(texts('selection.cancelled')[0]).toContain('Reason: Words of D1-2');
    expect(texts('selection.objectionResolved').join()).toContain('> Words of D4-6');
    // About an application, two of them can be told apart; one about the whole procedure names none.
    expect(texts('selection.objectionReceived').join()).toMatch(/About: A-\w+\./);
    expect(texts('selection.objectionResolved').filter((t) => /About: A-\w+\./.test(t)).length).toBeGreaterThan(0);
    expect(texts('selection.publicity').join()).toContain('> — Name D1-1');
    expect(texts('selection.call').join()).toMatch(/> — Name D1-1[\s\S]*\d+ %/);
    expect(texts('selection.publicNotice')[0]).toMatch(/- 1\. Name D\d-\d, D\d/);
    expect(texts('selection.measures').join()).toMatch(/Changed since the last version:\s+- Duties\s+Reason: Words/);
    expect(texts('selection.ineligible').join()).toContain('Your grade is not among those who may apply');
    expect(texts('selection.ineligible').join()).toMatch(/has decided so\.\s+> Words of D3-3/);
  });
});

test('a nomination that is accepted before the call says from when on the nominee may apply', async () => {
  const written = await letters(async (s) => {
    await s.to('publicity');
    await s.send('nominate', { person: 'D2-3', reason: 'Knows the valves.' }, 'D3-1');
    await s.answer();
    expect(s.state.stage).toBe('publicity');
  });
  const [answered] = written.filter((l) => l.template === 'selection.nominationAnswered');
  expect(answered!.text).toMatch(/Name D2-3 has accepted your nomination and may apply from \w+,? \d/);
});
