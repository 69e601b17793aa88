import type { CycleTerms } from '../contracts/cycle/terms.ts';

type Method = CycleTerms['toolkit'][number];

const method = (id: string, kind: Method['kind'], title: [string, string], text: [string, string]): Method => ({
  id,
  kind,
  title: { en: title[0], 'zh-CN': title[1] },
  text: { en: text[0], 'zh-CN': text[1] },
  file: null,
});

/** The methods that managers are given to find out what their people lack. */
export const TOOLKIT: readonly Method[] = [
  method(
    'rating-scale',
    'rating-scale',
    ['Scale of levels', '能力等级量表'],
    [
      '0: has not met it. 2: does simple cases with help. 4: does the usual cases alone. 6: does hard cases and helps others. 7: known for it beyond the company. Rate what you have seen in the last six months; leave out what you cannot tell: a missing rating is honest, a guessed one is not.',
      '0：未接触。2：在帮助下处理简单情况。4：独立处理常见情况。6：处理疑难情况并帮助他人。7：在公司外也有影响。请依据最近六个月亲眼所见评定；无法判断的请留空：缺失是诚实的，猜测不是。',
    ],
  ),
  method(
    'interview',
    'interview-guide',
    ['Interview guide', '访谈提纲'],
    [
      'Ask: Which work took longer than it should this quarter? What did you have to ask others for? What went wrong twice? What will be new next year? For each answer: is it ability, or is it time, tools or rules? Training helps with ability alone.',
      '请询问：本季度哪项工作超时？哪些事需要求助他人？什么问题出现过两次？明年有什么新要求？对每个回答判断：是能力问题，还是时间、工具或制度问题？培训只能解决能力问题。',
    ],
  ),
  method(
    'incidents',
    'incident-list',
    ['Incidents of the year', '年度事件清单'],
    [
      'List the complaints, faults, near misses and delays of the last twelve months with what they have cost. Mark those that somebody with more ability would have prevented, and in which element.',
      '列出过去十二个月的投诉、故障、未遂事件和延误及其损失。标出若能力更强即可避免的事件及对应的能力要素。',
    ],
  ),
  method(
    'priorities',
    'priorities',
    ['Priorities of the year', '年度重点'],
    [
      'The company wants fewer accidents, decisions by figures, and safe data. A need that serves one of these goes before one that serves none.',
      '公司本年度重点：减少事故、用数据决策、保障数据安全。服务于这些重点的需求优先。',
    ],
  ),
  method(
    'rules',
    'document',
    ['How needs are decided', '需求如何决定'],
    [
      'A need names a diagnosed gap or a problem of the business, what people are to be able to do afterwards, and who they are. Without these it comes back with a question. "We need nothing" is an answer too; give the reason.',
      '需求应写明已诊断的差距或业务问题、培训后要达到的能力以及对象。缺少这些内容将被退回并附问题。“零需求”也是答复，请说明理由。',
    ],
  ),
];
