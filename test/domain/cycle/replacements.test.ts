import { describe, expect, it } from '@jest/globals';
import { authorityBy } from '../../../access/authority.ts';
import { sightOf } from '../../../access/sight/cycle.ts';
import type { OfferingState } from '../../../domain/offering/state.ts';
import { planView } from '../../../views/cycle/plan.ts';
import { withOperations } from '../selection/company.ts';
import { atCompiling, atExecution, offeringOf } from './planned.ts';
import { cycleTerms } from './run.ts';

const reason = 'The trainer is ill.';

describe('after the plan is frozen', () => {
  it('a new trainer, room and quote may replace what the plan has, by a change', async () => {
    const run = await atExecution();
    const { id } = offeringOf(run, 'C-PLAN');
    const lines = structuredClone(run.state.lines);
    await run.send('setTrainers', { trainers: [{ person: 'D5-7', courses: ['C-PLAN'], hours: 20 }] });
    await run.send('setRooms', { rooms: [{ id: 'R-9', name: 'Canteen', seats: 40 }] });
    const quote = {
      id: 'Q-9',
      course: 'C-PLAN',
      provider: 'Plan & Co',
      runCost: 100_000,
      seatCost: 0,
      maxSeats: 20,
      validUntil: '2027-12-31',
    };
    await run.send('setQuotes', { quotes: [quote] });
    expect(run.state.lines).toEqual(lines);
    expect(run.state.stage).toBe('execution');
    await run.send('requestChange', { change: { kind: 'trainer', offering: id, trainer: 'D5-7' }, reason });
    await run.answer();
    expect(run.state.lines[id]!.trainer).toBe('D5-7');
    await run.send('requestChange', { change: { kind: 'trainer', offering: id, trainer: null, quote: 'Q-9' }, reason });
    await run.answer();
    expect(run.state.lines[id]).toMatchObject({ trainer: null, quote: 'Q-9' });
    // Who else has made an offer is for those alone who see the whole plan.
    await run.send('setQuotes', { quotes: [{ ...quote, id: 'Q-10', provider: 'Dear & Co' }] });
    const providers = (person: string) => {
      const { state, memory } = run;
      const sight = sightOf(state, memory.organisation, authorityBy(person, []));
      const reading = { state, organisation: memory.organisation, sight };
      return Object.values(planView(reading, state.versions.at(-1)!, new Map()).providers);
    };
    expect(providers('D2-5')).toEqual(['Plan & Co']);
    expect(providers('D1-1')).toEqual(expect.arrayContaining(['Plan & Co', 'Dear & Co']));
    const offering = run.memory.streams.get(`offering:plan-2027.${id}`)!.state as OfferingState;
    expect(offering.provider).toBe('Plan & Co');
  });

  it('a course may join the catalogue; those of the plan stay as they were approved', async () => {
    const run = await atExecution();
    const [known] = cycleTerms().courses as [object];
    await run.send('setCourses', { courses: [{ ...known, id: 'C-NEW' }] });
    expect(run.state.courses['C-NEW']).toBeDefined();
    expect(run.refused('setCourses', { courses: [known] })).toMatch(/C-WELD stands as the plan was approved/);
  });
});

describe('people named in the terms beside the owner', () => {
  it('hear what waits, ask for changes and take them back', async () => {
    const run = await atExecution({ changes: () => null }, { terms: { operations: ['D4-2'] } });
    run.memory.organisation = withOperations(run.memory.organisation, 'D1-2', 'D4-2');
    const change = { kind: 'cancel', offering: offeringOf(run, 'C-SAFE').id };
    expect(run.refused('requestChange', { change, reason }, 'D4-3')).toMatch(
      /whoever steers the cycle .+ and operations may ask/,
    );
    await run.send('requestChange', { change, reason }, 'D4-2');
    const other = { kind: 'cancel', offering: offeringOf(run, 'C-PLAN').id };
    await run.send('requestChange', { change: other, reason });
    await run.send('withdrawChange', { change: 'C-002', reason }, 'D4-2');
    expect(run.state.changes['C-002']!.state).toBe('withdrawn');
    await run.memory.until(Date.parse('2028-01-20T09:00:00+08:00'));
    expect(new Set(run.told('cycle.attention'))).toEqual(new Set(['D1-2', 'D4-2']));
  });

  it('have no say and hear nothing once they are of operations no more; somebody who is takes the cycle over', async () => {
    const run = await atExecution({ changes: () => null }, { terms: { operations: ['D4-2'] } });
    run.memory.organisation = withOperations(run.memory.organisation, 'D5-2', 'D5-3');
    const change = { kind: 'cancel', offering: offeringOf(run, 'C-SAFE').id };
    for (const person of ['D1-2', 'D4-2'])
      expect(run.refused('requestChange', { change, reason }, person)).toContain('may ask for this change');
    const { id } = offeringOf(run, 'C-PLAN');
    const record = { present: [], absent: [] };
    for (const person of ['D1-2', 'D4-2'])
      expect(run.memory.send(`offering:plan-2027.${id}`, 'recordAttendance', record, person)?.code).toBe('not-yours');
    const before = run.told('cycle.attention').length;
    await run.memory.until(Date.parse('2028-01-11T09:00:00+08:00'));
    // One of all who are of operations has to see to it.
    expect(new Set(run.told('cycle.attention').slice(before))).toEqual(new Set(['D5-2', 'D5-3']));
    expect(run.refused('handOver', { to: 'D4-2', reason }, 'D5-2')).toContain('D4-2 is not of operations');
    run.memory.organisation = withOperations(run.memory.organisation, 'D5-2', 'D5-3', 'D1-1');
    expect(run.refused('handOver', { to: 'D1-1', reason }, 'D5-2')).toContain('four eyes');
    await run.send('handOver', { to: 'D5-2', reason }, 'D5-3');
    expect(run.state).toMatchObject({ owner: 'D5-2', planners: expect.arrayContaining(['D1-2']) });
    const offering = run.memory.streams.get(`offering:plan-2027.${id}`)!.state as OfferingState;
    expect(offering.phase === 'closed' ? 'D5-2' : offering.owner).toBe('D5-2');
    // Its courses go along without a word.
    expect(run.told('operations.handedOver')).toEqual(['D5-2']);
    expect(run.refused('handOver', { to: 'D5-2', reason }, 'D5-3')).toBe('D5-2 runs the cycle already.');
  });

  it('do not come to approve what they run, and hear of the silence in rounds that were open before', async () => {
    const policies = { approval: { ladder: [{ offset: '1bd', to: 'owner' }] } };
    const run = await (await atCompiling({ approval: () => null }, { terms: { policies } })).to('approval');
    run.memory.organisation = withOperations(run.memory.organisation, 'D1-2', 'D2-1', 'D5-2');
    // The head is asked for the word of the department.
    expect(run.refused('handOver', { to: 'D2-1', reason })).toContain('four eyes');
    await run.send('handOver', { to: 'D5-2', reason });
    const round = run.round('approval')!;
    const [task] = [...round.tasks.values()].filter((t) => t.assignee === 'D3-1');
    const given = { task: task!.id, to: 'D5-2', reason };
    expect(run.memory.send(round.stream, 'delegate', given, 'D3-1')).toMatchObject({ code: 'not-allowed' });
    await run.days(30);
    const owners = run.memory.notices.filter((n) => n.template === 'round.escalation' && n.about.as === 'owner');
    expect(new Set(owners.map((n) => n.to))).toEqual(new Set(['D5-2']));
  });
});
