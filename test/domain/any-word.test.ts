import { describe, expect, test } from '@jest/globals';
import type { StreamId } from '../../contracts/ids.ts';
import { match } from '../../domain/assignment/match.ts';
import { explain } from '../../domain/ranking/explain.ts';
import { rankingMethod } from '../../domain/ranking/method.ts';
import { rank } from '../../domain/ranking/rank.ts';
import type { RoundState } from '../../domain/round/state.ts';
import { Memory } from '../../domain/turn/memory.ts';
import { reviews } from '../harness/story.ts';
import { atCompiling, offeringOf } from './cycle/planned.ts';
import { cycleTerms } from './cycle/run.ts';
import { toTheEnd } from './cycle/whole-year.ts';
import { faultOfEvent, faultOfNotice } from './rubbish/storable.ts';
import { company } from './selection/company.ts';
import { GOOD, Scenario, START, terms } from './selection/scenario.ts';

const label = (text: string) => ({ en: text, 'zh-CN': text });
const reason = 'For a good reason.';

/** Everything in it can be kept, and nothing in it is of JavaScript's own making. */
function expectSound({ streams, notices, refusedOrders }: Memory): void {
  const events = [...streams.values()].flatMap((s) => s.events);
  expect(events.flatMap((e) => faultOfEvent(e) ?? [])).toEqual([]);
  expect(notices.flatMap((n) => faultOfNotice(n) ?? [])).toEqual([]);
  expect(JSON.stringify([events, notices])).not.toMatch(/\[object|native code|NaN/);
  expect(refusedOrders).toEqual([]);
}

describe.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '__lookupGetter__'])(
  'where people write %s',
  (word) => {
    test('a selection runs to its end', async () => {
      const topics = [
        { id: word, label: label(word) },
        { id: 'software', label: label(word) },
      ];
      const reviewers = (terms().reviewers as object[]).map((r) => ({ ...r, topics: [word] }));
      const s = await new Scenario({
        review: (task, state) => ({ ...GOOD.review(task, state), 'review-reasons': word }),
        objections: () => ({ upheld: false, findings: word }),
      }).start({ title: label(word), company: label(word), topics, reviewers });
      await s.to('call');
      for (const person of ['D2-2', 'D2-3', 'D3-5'])
        await s.apply(person, { profile: word, outline: word, topics: [word, 'software'] });
      await s.to('notice');
      await s.send('raiseObjection', { about: null, grounds: word.padEnd(10, '.') }, 'D4-6');
      await s.to('closed');
      expect(Object.values(s.state.outcomes!).filter((o) => o === 'appointed')).toHaveLength(2);
      expect(Object.values(s.state.applications).map((a) => a.topics)).toContainEqual([word, 'software']);
      expectSound(s.memory);
    });

    test('a cycle runs to its end, and so do its courses', async () => {
      const { courses, rooms } = cycleTerms() as { courses: object[]; rooms: object[] };
      const run = await atCompiling(
        { approval: () => ({ decision: 'approve', comments: word }) },
        {
          terms: {
            title: label(word),
            company: label(word),
            courses: courses.map((c) => ({ ...c, title: label(word), topics: [word], benefit: label(word) })),
            rooms: rooms.map((r) => ({ ...r, name: word, site: word })),
            budget: [{ id: 'general', label: label(word), amount: 20_000_000 }],
          },
        },
      );
      await run.send('finishStage', { stage: 'compiling', reason });
      await run.to('execution');
      expect(offeringOf(run, 'C-WELD').participants.length).toBeGreaterThan(0);
      await toTheEnd(run);
      expect(Object.values(run.state.offerings).every((o) => o.result)).toBe(true);
      expectSound(run.memory);
    });

    test('a round runs to its end', () => {
      const memory = new Memory(company(), START);
      const round: StreamId = 'round:words';
      const whole = reviews(START + 86_400_000);
      const choice = {
        kind: 'choice',
        key: 'choice',
        label: label(word),
        options: [{ value: word, label: label(word) }],
      };
      const why = { kind: 'text', key: 'why', label: label(word), required: false };
      const spec = {
        ...{ ...whole, purpose: word, title: label(word) },
        form: { fields: [choice, { ...why, requiredWhen: { field: word, equals: word } }] },
        policy: { ...whole.policy, tally: word },
      };
      const tasks = ['D2-1', 'D2-2'].map((assignee) => ({ id: `t-${assignee}`, assignee, about: word }));
      expect(memory.send(round, 'open', { spec, tasks }, 'D1-1')).toBeNull();
      const answered = (who: string, answer: object) =>
        memory.send(round, 'submit', { task: `t-${who}`, answer }, who)?.detail ?? null;
      const extra = JSON.parse(`{"choice": "${word}", "${word}": 7}`);
      // What JSON calls __proto__ is dropped by the contract, as if nobody had written it.
      if (word !== '__proto__') expect(answered('D2-1', extra)).toContain(`no field "${word}"`);
      for (const who of ['D2-1', 'D2-2']) expect(answered(who, { choice: word })).toBeNull();
      expect((memory.streams.get(round)!.state as RoundState).phase).toBe('settled');
      expectSound(memory);
    });

    test('an order by that name was never refused', async () => {
      const run = await atCompiling();
      for (const type of ['retryOrder', 'dropOrder'])
        expect(run.refused(type, { key: word, reason })).toContain(`has no refused order ${word}`);
    });

    test('reviewers are matched by the blocks that they are in, and nobody else is in one', async () => {
      const reviewer = (id: string, ...blocks: [string, string][]) => ({
        reviewer: id,
        maxLoad: 2,
        blocks: new Map(blocks),
      });
      const found = await match({
        applications: ['A', 'B'],
        reviewers: [reviewer('R1', [word, 'x']), reviewer('R2', [word, 'x']), reviewer('R3')],
        affinity: ['A', 'B'].map((application) => ({ application, reviewer: 'R3', affinity: 9 })),
        perApplication: 2,
        quotas: [{ attribute: word, max: 1 }],
      });
      expect(found).toMatchObject({ total: 18, load: { R3: 2 } });
    });

    test('seats go by the blocks that applications are in, and a ranking shows the criteria that they have', () => {
      const scores = ['R1', 'R2'].flatMap((reviewer) => [
        ...['A', 'B', 'C'].map((application, i) => ({ reviewer, application, criterion: 'c', score: 9 - i })),
        { reviewer, application: 'B', criterion: word, score: 5 },
      ]);
      const criteria = [
        { criterion: 'c', weight: '1' },
        { criterion: word, weight: '0' },
      ];
      const method = rankingMethod({ seats: 2, criteria, quotas: [{ attribute: word, max: 1 }] });
      const attributes = { B: JSON.parse(`{"${word}": "x"}`), C: {} };
      const { ranking, warnings } = rank(scores, method, { attributes });
      expect(ranking.map((r) => [r.application, r.seat])).toEqual([
        ['A', 'yes'],
        ['B', 'yes'],
        ['C', 'no'],
      ]);
      expect(warnings).toEqual([]);
      const { criteria: parts, comparison, sentences } = explain(scores, method, 'A', 'B', { attributes });
      expect(parts.map((p) => p.criterion)).toEqual(['c']);
      expect(comparison!.criteria.map((p) => p.criterion)).toEqual(['c']);
      expect(JSON.stringify(sentences)).not.toMatch(/NaN|native|undefined/);
      expect(explain(scores, method, 'B', 'A').criteria.map((p) => p.value)).toEqual([8, 5]);
    });

    test('ties are broken by a criterion of that name', () => {
      const scores = ['R1', 'R2'].flatMap((reviewer) => [
        ...['A', 'B', 'C'].map((application) => ({ reviewer, application, criterion: 'c', score: 5 })),
        { reviewer, application: 'B', criterion: word, score: 4 },
        { reviewer, application: 'C', criterion: word, score: 6 },
      ]);
      const criteria = [
        { criterion: 'c', weight: '1' },
        { criterion: word, weight: '0' },
      ];
      const { ranking, ties } = rank(scores, rankingMethod({ criteria, tieBreaks: [word] }));
      expect(ranking.map((r) => r.application)).toEqual(['C', 'B', 'A']);
      expect(ties).toEqual([]);
    });
  },
);
