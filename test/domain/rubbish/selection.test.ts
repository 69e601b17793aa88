import { describe, test } from '@jest/globals';
import { SELECTION_COMMANDS } from '../../../contracts/selection/commands.ts';
import * as trainers from '../selection/scenario.ts';
import { expectUnharmed } from './sending.ts';

const { OPS, DAY } = trainers;
const label = { en: 'Text', 'zh-CN': '文本' };
const reason = 'For a good reason.';

describe('a selection', () => {
  const code = (s: trainers.Scenario) => Object.keys(s.state.applications)[0] ?? 'A-7K3Q';
  const bodies = (s: trainers.Scenario) => ({
    open: trainers.terms(),
    publishMeasures: { texts: trainers.MEASURES },
    changeMeasures: { texts: trainers.MEASURES, reason },
    recordReach: { person: 'D2-5' },
    nominate: { person: 'D2-5', reason },
    apply: {
      profile: 'Long in the trade.',
      topics: ['safety'],
      evidence: ['file-1'],
      outline: 'Three parts.',
      hoursPerMonth: 6,
    },
    editApplication: {
      profile: 'Long.',
      topics: ['safety'],
      evidence: ['file-1'],
      outline: 'Three.',
      hoursPerMonth: 8,
    },
    withdrawApplication: { reason },
    allowLate: { person: 'D3-2', reason },
    correctCriteria: { criteria: trainers.terms().criteria, method: { method: 'mean', decimals: 2 }, reason },
    decideScreening: { application: code(s), eligible: true, reason },
    setPanel: { members: ['D1-1', 'D1-4'], chair: 'D1-1', quorum: 1, reason },
    setScreeners: { screeners: ['D1-4'], reason },
    declareConflict: { applications: [code(s)], reason },
    addReviewers: { reviewers: [{ person: 'D5-4', topics: ['safety'], limit: 3 }], reason },
    lowerReviews: { reviews: 1, reason },
    raiseObjection: { about: code(s), grounds: 'It was not posted.' },
    addHandlers: { handlers: ['D1-6'], reason },
    pause: { reason },
    resume: { reason },
    moveDate: { stage: s.state.stage, at: s.memory.now + 30 * DAY, reason },
    reopenStage: { stage: 'review', applications: [code(s)], reason },
    cancel: { reason },
  });
  const actors: Record<string, string> = {
    apply: 'D3-3',
    editApplication: 'D2-2',
    withdrawApplication: 'D2-2',
    nominate: 'D3-1',
    declareConflict: 'D3-1',
    raiseObjection: 'D4-6',
    objectToScreening: 'D2-2',
  };

  test('that opens', () => {
    const s = new trainers.Scenario();
    const bodies = {
      open: trainers.terms({ topics: [{ id: 'safety', label }], departments: ['D1', 'D2', 'D3', 'D4', 'D5'] }),
    };
    return expectUnharmed({ memory: s.memory, stream: trainers.ID, bodies, types: ['open'], actorOf: () => OPS });
  });

  const AT = ['measures', 'call', 'screening', 'review', 'decision', 'notice', 'results'] as const;
  test.each(AT)('at the stage %s', async (stage) => {
    const s = new trainers.Scenario();
    if (stage === 'measures') await s.send('open', trainers.terms());
    else {
      await s.start();
      await s.to('call');
      for (const person of ['D2-2', 'D2-3', 'D4-3']) await s.apply(person);
      await s.to(stage);
    }
    const types = Object.keys(SELECTION_COMMANDS).filter((type) => type !== 'open');
    const actorOf = (type: string) =>
      actors[type] ?? (type.startsWith('record') && type !== 'recordReach' ? 'system' : OPS);
    await expectUnharmed({
      memory: s.memory,
      stream: trainers.ID,
      bodies: bodies(s),
      types,
      actorOf,
      stage: AT.indexOf(stage),
    });
  });
});
