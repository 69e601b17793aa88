import { cut } from '../../contracts/cleaned.ts';
import type { Field, Form, Label } from '../../contracts/form.ts';
import type { OfferingPurpose } from '../../contracts/offering/terms.ts';
import { fieldKeyOf, fitsFieldKey } from '../gaps/field-key.ts';
import { LEVELS } from '../gaps/form.ts';
import type { OrganisationState } from '../organisation/state.ts';
import { flag, say, score, text } from '../procedure/fields.ts';

/** What each round of an offering is called; the name of the course comes before it. */
export const TITLES: Readonly<Record<OfferingPurpose, Label>> = {
  seats: say('Your seat in the course', '培训名额确认'),
  support: say('Before the course: what to bring back', '训前沟通：期望带回的收获'),
  attendance: say('Attendance', '考勤'),
  reaction: say('Course feedback', '课程反馈'),
  test: say('Test scores', '测试成绩'),
  transfer: say('What came of the course at work', '培训成果在岗应用'),
  coaching: say('On-the-job coaching', '在岗辅导'),
};

/** The questions of level 1, of which means are made, from 1 to 5. */
export const REACTIONS = ['relevance', 'trainer', 'organisation', 'overall'] as const;

const TRANSFER = score(
  'transfer',
  say('What was learnt is used at work (1 not at all, 5 fully)', '所学在工作中的应用程度（1 完全没有，5 完全应用）'),
  1,
  5,
);
const HELPED = text('helped', say('What helped?', '哪些因素有帮助？'));
const HINDERED = text('hindered', say('What hindered?', '哪些因素有阻碍？'));

/** The forms that are the same in every offering. */
export const FORMS = {
  seats: [flag('comes', say('I will attend', '我将参加')), text('reason', say('If not: why?', '如不参加，请说明原因'))],
  support: [
    text('goal', say('What is to be brought back from the course?', '希望参训人员带回哪些收获？'), 3),
    flag('clarified', say('I have talked about it with the participant', '我已与参训人员沟通')),
  ],
  reaction: [
    score('relevance', say('It is relevant to my work', '与我的工作相关'), 1, 5),
    score('trainer', say('The trainer', '讲师'), 1, 5),
    score('organisation', say('Organisation', '组织安排'), 1, 5),
    score('overall', say('Overall', '总体评价'), 1, 5),
    flag('recommends', say('I would recommend the course', '我愿意推荐本课程')),
    text('remarks', say('Remarks', '备注')),
  ],
  test: [score('score', say('Score, 0 to 100', '成绩（0 至 100）'), 0, 100, 0.5)],
  participant: [TRANSFER, HELPED, HINDERED],
  coaching: [
    flag('done', say('The coaching has been done', '辅导已完成')),
    text('notes', say('What was done and agreed', '辅导内容与约定'), 3),
  ],
} as const satisfies Record<string, readonly Field[]>;

export function formOf(name: keyof typeof FORMS): Form {
  return { fields: FORMS[name].map((f) => ({ ...f })) };
}

/** Who was absent, of so many people. */
export function attendanceForm(people: number): Form {
  const label = say('Who was absent? Leave it empty when all were there.', '缺席人员（全员到场可不填）');
  const max = Math.min(Math.max(people, 1), 500);
  return { fields: [{ kind: 'ids', from: 'people', key: 'absent', label, required: false, max }] };
}

/** A supervisor reports transfer, and where they can tell, the level in each element that the course raises. */
export function supervisorForm(elements: readonly string[], organisation: OrganisationState): Form {
  const levels = elements
    .filter(fitsFieldKey)
    .slice(0, MOST_LEVELS)
    .map((element): Field => {
      const { en, 'zh-CN': zh } = nameOf(element, organisation);
      const label = say(`Level now: ${en}`, `当前水平：${zh}`);
      return { kind: 'score', key: fieldKeyOf(element), label, required: false, ...LEVELS };
    });
  return { fields: [...formOf('participant').fields, ...levels] };
}

const MOST_LEVELS = 50;

function nameOf(element: string, { posts }: OrganisationState): Label {
  for (const post of posts.values()) {
    const found = post.elements.find((e) => e.element === element);
    if (found) return say(found.name, found.nameZh);
  }
  return say(element, element);
}

/** The title of a round: the course, and what is asked. */
export function titleOf(course: Label, purpose: OfferingPurpose): Label {
  const { en, 'zh-CN': zh } = TITLES[purpose];
  return say(cut(`${course.en}: ${en}`, 400), cut(`${course['zh-CN']}：${zh}`, 400));
}
