import { describe, expect, test } from '@jest/globals';
import { atNeeds, stated } from './needing.ts';
import type { CycleRun } from './run.ts';

const needsOf = (run: CycleRun, department: string) =>
  Object.values(run.state.needs).filter((n) => n.department === department);

const confirmAll = (run: CycleRun) => (department: string) =>
  run.submit('needs', department, { answer: 'needs', confirmed: needsOf(run, department).map((n) => n.need) });

describe('what the ratings have found', () => {
  test('becomes needs of each department, with the people who have the gap', async () => {
    const run = await atNeeds();
    expect(needsOf(run, 'D2')).toMatchObject([
      { need: 'N-00004', element: 'coaching', level: 5, people: ['D2-2', 'D2-4'], origin: 'gap', diagnosed: true },
      { element: 'safety', level: 4, people: ['D2-6'], state: 'proposed', urgency: 3, by: null },
      { element: 'welding', level: 5, people: ['D2-6'], must: false },
    ]);
    expect(Object.keys(run.state.needs)).toHaveLength(15);
  });

  test('is confirmed in the order of the head; what is not listed is dropped, what is unknown is reported', async () => {
    const run = await atNeeds();
    const [coaching, safety, welding] = needsOf(run, 'D2').map((n) => n.need);
    await run.submit('needs', 'D2', { answer: 'needs', confirmed: [welding!, 'N-00001', coaching!, welding!] });
    expect(run.state.needs[welding!]).toMatchObject({ state: 'confirmed', rank: 1 });
    expect(run.state.needs[coaching!]).toMatchObject({ state: 'confirmed', rank: 2 });
    expect(run.state.needs[safety!]).toMatchObject({ state: 'dropped', rank: null });
    expect(run.state.needs['N-00001']).toMatchObject({ state: 'proposed' });
    expect(run.state.departments.D2).toMatchObject({ returned: 'needs' });
    expect(run.alarms).toContain('needs-unknown');
  });

  test('is made again when the ratings are, under the same numbers', async () => {
    const run = await atNeeds();
    const before = Object.keys(run.state.needs);
    await run.send('reopenStage', { stage: 'ratings', reason: 'Wrong scale.' });
    run.habits = { ...run.habits, ratings: (task, r) => r.rate(task, task.aboutPerson === 'D2-5' ? 2 : 0) };
    await run.to('needs');
    expect(needsOf(run, 'D2').map((n) => [n.element, n.state])).toEqual([
      ['coaching', 'withdrawn'],
      ['safety', 'proposed'],
      ['welding', 'proposed'],
    ]);
    expect(needsOf(run, 'D2')[1]!.people).toEqual(['D2-5']);
    expect(Object.keys(run.state.needs)).toEqual(before);
  });
});

describe('nil returns and silence', () => {
  test('a nil return needs its reason', async () => {
    const run = await atNeeds();
    await expect(run.submit('needs', 'D2', { answer: 'nil' })).rejects.toThrow('Reason');
    await run.submit('needs', 'D2', { answer: 'nil', reason: 'Everybody is new.' });
    expect(run.state.departments.D2!.returned).toBe('nil');
    expect(needsOf(run, 'D2').map((n) => n.state)).toEqual(['dropped', 'dropped', 'dropped']);
    expect(run.refused('stateNeed', stated(), 'D2-1')).toMatch(/has said that it needs nothing/);
  });

  test.each([
    ['gaps', 'confirmed'],
    ['nothing', 'dropped'],
  ] as const)(
    'silence that means %s leaves the diagnosed gaps %s, unranked, and the head hears of it',
    async (silence, as) => {
      const run = await atNeeds({}, { silence });
      for (const d of ['D1', 'D3', 'D4', 'D5']) await confirmAll(run)(d);
      await run.to('summary');
      expect(run.state.departments.D2!.returned).toBe('silent');
      expect(needsOf(run, 'D2').every((n) => n.state === as && n.rank === null)).toBe(true);
      expect(run.told('cycle.departmentSilent')).toEqual(['D2-1']);
      expect(run.state.returns.D2).toMatchObject({ answer: 'silent', by: null });
    },
  );

  test('what somebody has stated stands though the department stays silent', async () => {
    const run = await atNeeds({}, { silence: 'nothing' });
    await run.send('stateNeed', stated(), 'D2-1');
    await run.send('finishStage', { stage: 'needs', reason: 'No more time.' });
    expect(run.state.departments.D2!.returned).toBe('silent');
    expect(Object.values(run.state.merged)).toMatchObject([{ needs: ['N-00016'] }]);
  });

  test('a task that was reopened is heard again, and the cycle waits for it', async () => {
    const run = await atNeeds();
    await run.submit('needs', 'D2', { answer: 'nil', reason: 'Everybody is new.' });
    await run.inRound('needs', 'reopen', { task: 'D2', reason: 'There are gaps.' }, 'D1-2');
    for (const d of ['D1', 'D3', 'D4', 'D5']) await confirmAll(run)(d);
    expect(run.state.stage).toBe('needs');
    await confirmAll(run)('D2');
    expect(run.state.departments.D2!.returned).toBe('needs');
    expect(run.state.stage).toBe('summary');
  });

  test('ended by a person, the stage takes who has not answered as silent', async () => {
    const run = await atNeeds();
    await run.send('finishStage', { stage: 'needs', reason: 'No more time.' });
    expect(Object.values(run.state.departments).map((d) => d.returned)).toEqual(Array(5).fill('silent'));
    expect(run.memory.refusedOrders).toEqual([]);
  });
});

describe('what departments state', () => {
  test('stands when a problem of the business is named, and is ranked or follows the ranked ones', async () => {
    const run = await atNeeds();
    await run.send('stateNeed', stated(), 'D2-1');
    const need = needsOf(run, 'D2').at(-1)!;
    expect(need).toMatchObject({
      need: 'N-00016',
      level: 3,
      origin: 'stated',
      diagnosed: false,
      state: 'stated',
      by: 'D2-1',
    });
    expect(JSON.stringify(run.events('NeedStated'))).not.toContain('Mondays');
    await run.submit('needs', 'D2', { answer: 'needs', confirmed: ['N-00004'] });
    expect(run.state.needs['N-00016']).toMatchObject({ state: 'confirmed', rank: null });
    expect(run.state.needs['N-00004']).toMatchObject({ state: 'confirmed', rank: 1 });
  });

  test.each([
    [{}, 'D3-1', /Only D2-1 can state needs of department D2/],
    [{ people: ['D2-5', 'D3-5'] }, 'D2-1', /^D3-5 is not in department D2; name its own people only\.$/],
    [{ people: ['D2-99'] }, 'D2-1', /no employee D2-99/],
    [{ people: ['D2-5', 'D2-5'] }, 'D2-1', /named twice/],
    [{ element: 'coaching' }, 'D2-1', /No post of these people has the element coaching/],
    [{ element: null, level: 3 }, 'D2-1', /Level 3 needs an element/],
    [{ course: 'C-XX' }, 'D2-1', /no course C-XX/],
    [{ department: 'D9' }, 'D2-1', /Department D9 takes no part/],
  ])('that is wrong is refused: %j', async (other, actor, sentence) => {
    const run = await atNeeds();
    expect(run.refused('stateNeed', stated(other), actor)).toMatch(sentence);
  });

  test('without a gap and a problem goes back to its author, and stands once the problem is named', async () => {
    const run = await atNeeds();
    await run.send('stateNeed', stated({ problem: '' }), 'D2-1');
    expect(run.state.needs['N-00016']).toMatchObject({ state: 'sent-back', question: { what: 'which-problem' } });
    expect(run.round('questions')!.tasks.get('N-00016')).toMatchObject({ assignee: 'D2-1', about: 'N-00016' });
    await expect(run.submit('questions', 'N-00016', { named: true })).rejects.toThrow('Which problem');
    await run.submit('questions', 'N-00016', { named: true, problem: 'Machines stand still.' });
    expect(run.state.needs['N-00016']).toMatchObject({ state: 'stated', problemNamed: true });
  });

  test('with a diagnosed gap needs no problem', async () => {
    const run = await atNeeds();
    await run.send('stateNeed', stated({ element: 'welding', people: ['D2-5', 'D2-6'], problem: '' }), 'D2-1');
    expect(run.state.needs['N-00016']).toMatchObject({ state: 'stated', diagnosed: true });
  });

  test.each([
    ['dropped by its author', 'withdrawn', { named: false }],
    ['never answered', 'sent-back', null],
  ] as const)('and sent back, %s, ends as %s', async (_how, as, answer) => {
    const run = await atNeeds({ needs: () => ({ answer: 'needs' }) });
    await run.send('stateNeed', stated({ problem: '' }), 'D2-1');
    if (answer) await run.submit('questions', 'N-00016', answer);
    await run.to('sourcing');
    expect(run.state.needs['N-00016']!.state).toBe(as);
  });

  test('for nobody is asked for its people; strangers are not taken, and the question is put again', async () => {
    const run = await atNeeds();
    await run.send('stateNeed', stated({ people: [], problem: '' }), 'D2-1');
    expect(run.state.needs['N-00016']!.question!.what).toBe('who');
    await run.submit('questions', 'N-00016', { named: true, people: ['D3-5'] });
    await run.submit('questions', 'N-00016:2', { named: true, people: ['D2-5', 'D3-5'] });
    expect(run.state.needs['N-00016']).toMatchObject({ people: ['D2-5'], question: { what: 'which-problem' } });
    await run.submit('questions', 'N-00016:3', { named: true, problem: 'Machines stand still.' });
    expect(run.state.needs['N-00016']!.state).toBe('stated');
  });

  test('can be edited, which answers an open question, and withdrawn with a reason', async () => {
    const run = await atNeeds();
    await run.send('stateNeed', stated({ problem: '' }), 'D2-1');
    await run.send('editNeed', { ...stated(), need: 'N-00016' }, 'D2-1');
    expect(run.state.needs['N-00016']).toMatchObject({ state: 'stated', question: { answered: true } });
    expect(run.round('questions')!.tasks.get('N-00016')!.state).toBe('withdrawn');
    const ofOthers = run.refused('withdrawNeed', { need: 'N-00016', reason: 'Not mine.' }, 'D3-1');
    expect(ofOthers).toBe(
      run.refused('withdrawNeed', { need: 'N-99999', reason: 'Not mine.' }, 'D3-1').replace('N-99999', 'N-00016'),
    );
    await run.send('withdrawNeed', { need: 'N-00016', reason: 'Solved otherwise.' }, 'D2-1');
    expect(run.state.needs['N-00016']!.state).toBe('withdrawn');
    expect(run.refused('withdrawNeed', { need: 'N-00016', reason: 'Again.' }, 'D2-1')).toMatch(/already/);
  });

  test('is imported whole or not at all, and the row that is wrong is named', async () => {
    const run = await atNeeds();
    const rows = [stated(), stated({ department: 'D3', people: ['D3-5'] }), stated({ people: ['D3-5'] })];
    expect(run.refused('importNeeds', { needs: rows })).toMatch(/^Row 3: D3-5 is not in department D2/);
    expect(Object.keys(run.state.needs)).toHaveLength(15);
    await run.send('importNeeds', { needs: rows.slice(0, 2) });
    expect(run.state.needs['N-00017']).toMatchObject({ department: 'D3', by: 'D3-1', state: 'stated' });
  });
});
