import { describe, test } from '@jest/globals';
import { OFFERING_COMMANDS } from '../../../contracts/offering.ts';
import * as course from '../offering/scenario.ts';
import { expectUnharmed } from './sending.ts';

const reason = 'For a good reason.';

describe('the delivery of a course', () => {
  const types = Object.keys(OFFERING_COMMANDS).filter((type) => type !== 'open');
  const bodies = {
    change: {
      planned: course.planned({ seats: 7 }),
      kind: 'seats',
      place: 'Room 1',
      provider: null,
      roomSeats: 8,
      reason,
    },
    cancel: { reason },
    giveUpSeat: { reason },
    joinWaitingList: { person: 'D4-5' },
    leaveWaitingList: { person: 'D4-5' },
    recordAttendance: { present: course.PEOPLE.slice(1), absent: course.PEOPLE.slice(0, 1) },
    recordTests: { scores: [{ person: 'D2-2', score: 80 }] },
    recordFigure: { name: 'Scrap', unit: '%', before: 4, after: 3 },
    recordCost: { line: 'main', amount: 1000, note: 'Paid.' },
  };
  const actors: Record<string, string> = { change: 'system', cancel: 'system', giveUpSeat: 'D2-2' };

  test('that opens', () => {
    const c = new course.Course();
    return expectUnharmed({
      memory: c.memory,
      stream: course.ID,
      bodies: { open: course.terms() },
      types: ['open'],
      actorOf: () => 'system',
    });
  });

  const AT = ['planned', 'invitation', 'teaching', 'feedback', 'follow-up'] as const;
  test.each(AT)('at the stage %s', async (stage) => {
    const c = await new course.Course().open().to(stage);
    const all = { ...bodies, finishStage: { stage, reason } };
    await expectUnharmed({
      memory: c.memory,
      stream: course.ID,
      bodies: all,
      types,
      actorOf: (type) => actors[type] ?? course.OPS,
      stage: AT.indexOf(stage),
    });
  });
});
