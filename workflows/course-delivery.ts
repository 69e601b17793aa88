import type { ProcessInput } from '../contracts/advance.ts';
import { runStages, type Stages } from './engine/stages.ts';

/** The delivery of one dated run of a course, from the invitation to what people do otherwise afterwards. */
export const COURSE_DELIVERY: Stages = {
  /** It stands in the plan; nothing is asked of anybody yet. */
  async planned(p) {
    await p.passed();
  },
  /** Participants are asked to come, their supervisors to say what for; seats that come free go to who waits. */
  async invitation(p) {
    await p.round('seats');
  },
  /** The course is held, and the trainer says who was there. */
  async teaching(p) {
    await p.round('attendance');
  },
  /** Participants say how it was; tests show what was learnt. */
  async feedback(p) {
    await p.round('reaction');
  },
  /** Weeks later supervisors and participants report what came of it at work; where little did, it is coached. */
  async 'follow-up'(p) {
    await p.round('transfer');
    await p.round('coaching');
  },
};

export async function courseDelivery(input: ProcessInput): Promise<void> {
  await runStages(input, COURSE_DELIVERY);
}
