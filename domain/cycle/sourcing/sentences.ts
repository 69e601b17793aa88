import type { z } from 'zod';
import type { SourceReason, Sourcing } from '../../../contracts/cycle/needs.ts';
import type { Label } from '../../../contracts/form.ts';
import { say } from '../../procedure/fields.ts';

type Reason = z.infer<typeof SourceReason>;

/** Why a source was chosen, or could not be, in both languages. */
export const SOURCE_REASONS: Readonly<Record<Reason, Label>> = {
  'trainer-qualified': say(
    'A qualified internal trainer has the hours for it.',
    '有具备资格的内训师，且授课时数充足。',
  ),
  'cheapest-quote': say('It is the cheapest quote that can be taken up.', '该报价在有效报价中价格最低。'),
  'few-people': say('So few people are coached on the job.', '人数较少，采用在岗辅导。'),
  'nothing-else': say('No other source can do it, so people are coached on the job.', '无其他培训来源，采用在岗辅导。'),
  'no-course': say(
    'No course of the catalogue leads to this level of the element.',
    '课程目录中没有可达到该能力等级的课程。',
  ),
  'no-trainer': say(
    'No internal trainer may teach a fitting course through the whole period.',
    '没有内训师可在整个周期内讲授合适的课程。',
  ),
  'no-quote': say(
    'No outside provider has a valid quote for a fitting course.',
    '没有外部机构对合适课程提供有效报价。',
  ),
  'over-ceiling': say('Every quote is above the price allowed for a seat.', '所有报价均超过每席位的价格上限。'),
  'trainers-full': say('The qualified trainers have too few hours left.', '具备资格的内训师剩余授课时数不足。'),
  'by-hand': say('Chosen by a person, with a reason.', '由人工选定，并已说明理由。'),
};

export const SOURCES: Readonly<Record<Sourcing['source'], Label>> = {
  internal: say('Internal trainer', '内训师'),
  outside: say('Outside provider', '外部机构'),
  coaching: say('On-the-job coaching', '在岗辅导'),
  none: say('No source', '无来源'),
};

/** How a merged need is sourced and why, sentence by sentence: first the choice, then each source that was passed over. */
export function sentencesOfSourcing({ source, reason, passed }: Sourcing): Label[] {
  return [
    line(source, reason),
    ...passed.map((p) => {
      const { en, 'zh-CN': zh } = line(p.source, p.reason);
      return say(`Passed over - ${en}`, `未采用——${zh}`);
    }),
  ];
}

function line(source: Sourcing['source'], reason: Reason): Label {
  const [what, why] = [SOURCES[source], SOURCE_REASONS[reason]];
  return say(`${what.en}: ${why.en}`, `${what['zh-CN']}：${why['zh-CN']}`);
}
