import type { FactsOf } from '../../notices/notice.ts';
import type { TemplateName } from '../../notices/templates/registry.ts';

const due = Date.UTC(2027, 2, 5, 9, 0);
const selectionTitle = { en: 'Internal trainers 2027', 'zh-CN': '2027 年内训师选拔' };
const roundTitle = { en: 'Expert review', 'zh-CN': '专家评审' };
const reason = 'Two reviewers are <b>ill</b> & away';

const course = {
  courseTitle: { en: 'Valves', 'zh-CN': '阀门检修培训' },
  days: ['2027-04-08', '2027-04-09', '2027-04-12'],
  from: 9,
  to: 17,
  timeZone: 'Asia/Shanghai',
  place: 'Room 1; left, & up',
  trainer: '欧阳娜娜',
};
const benefit = { en: 'You close leaks yourself.', 'zh-CN': '您可以自行处理泄漏。' };
const calendar = { uid: 'offering:plan-2027.O-001', sequence: 1, stamp: due };

/** Facts for each template; names that try to be markup are among them. */
export const samples: { readonly [N in TemplateName]: FactsOf<N> } = {
  'round.invitation': {
    roundTitle,
    purpose: 'review',
    tasks: 3,
    dueAt: due,
    minutes: 30,
    askedBy: '<script>alert(1)</script>',
    ownerTitle: selectionTitle,
    link: '/tasks?round=a&b="c"',
  },
  'round.reminder': { roundTitle, tasks: 1, dueAt: due, overdue: true, rung: 2, link: '/tasks' },
  'round.escalation': {
    roundTitle,
    people: [{ name: '诸葛晨曦', tasks: 2, dueAt: due }],
    tried: [{ at: due - 86_400_000, what: { en: 'a reminder', 'zh-CN': '提醒一次' } }],
  },
  'round.delegated': { roundTitle, dueAt: due, reason },
  'round.reassigned': { roundTitle, dueAt: due, reason },
  'round.extended': { roundTitle, dueAt: due, reason },
  'round.withdrawn': { roundTitle, reason },
  'round.reopened': { roundTitle, reason },
  'selection.measures': { selectionTitle, version: 2, changed: ['Hours count double'], link: '/measures' },
  'selection.publicity': {
    selectionTitle,
    endorsements: [{ leader: 'Zoë Müller-Łukasz', text: 'Teach.\nI do.' }],
    closesAt: due,
    gains: ['A step in grade'],
    link: '/publicity',
  },
  'selection.call': {
    selectionTitle,
    opensAt: due - 86_400_000,
    closesAt: due,
    criteria: [{ name: { en: 'Knowledge', 'zh-CN': '知识' }, weight: '40 %' }],
    gains: [],
    link: '/call',
  },
  'selection.criteriaCorrected': { selectionTitle, reason, closesAt: due },
  'selection.nominated': { selectionTitle, nominator: '欧阳娜娜', reason },
  'selection.applicationReceived': { selectionTitle, code: 'A-017' },
  'selection.ineligible': { selectionTitle, reasons: ['Less than two years in the company'], objectUntil: due },
  'selection.publicNotice': {
    selectionTitle,
    candidates: [{ name: '欧阳娜娜', department: { en: 'Quality', 'zh-CN': '质量部' }, rank: 1 }],
    objectUntil: due,
    link: '/notice',
  },
  'selection.objectionReceived': { selectionTitle },
  'selection.objectionResolved': { selectionTitle, upheld: false, answer: 'The figures are right.' },
  'selection.result': {
    selectionTitle,
    outcome: 'not_selected',
    score: 7.25,
    rank: 12,
    of: 40,
    strengths: ['Clear voice'],
    gaps: ['Examples'],
    link: '/result',
  },
  'selection.appointed': {
    selectionTitle,
    termFrom: '2027-04-01',
    termTo: '2029-03-31',
    duties: ['Twelve hours a year'],
    certificate: '/documents/7',
  },
  'selection.nominationAnswered': { selectionTitle, nominee: 'Zoë <i>Müller</i>', answer: 'declined' },
  'selection.unreached': { selectionTitle, department: { en: 'Quality', 'zh-CN': '质量部' }, closesAt: due },
  'selection.lateAllowed': { selectionTitle, reason, until: due },
  'selection.agreement': { selectionTitle, code: 'A-017', answer: 'refused' },
  'selection.reviewer': { selectionTitle, applications: ['A-017', 'A-018'], total: 3, dueAt: due },
  'selection.decisionReturned': { selectionTitle, why: 'reason', departures: ['A-017'] },
  'selection.cancelled': { selectionTitle, reason },
  'selection.attention': {
    selectionTitle,
    what: 'reviewers-short',
    missing: 3,
    names: ['<b>Zoë</b>'],
    shortages: [{ where: ['A-017'], needed: 3, possible: 1 }],
  },
  'offering.invitation': { ...course, benefit, answerBy: due, calendar: { ...calendar, method: 'request' } },
  'offering.seat': { ...course, benefit, answerBy: due, calendar: { ...calendar, method: 'request' } },
  'offering.waiting': { ...course, position: 2 },
  'offering.support': { ...course, supervisor: 'Ouyang Nana', goal: 'Change a valve.\nAlone <b>.' },
  'offering.trainer': { ...course, calendar: { ...calendar, method: 'request' } },
  'offering.briefing': {
    ...course,
    participants: [{ name: '诸葛晨曦', department: { en: 'Quality', 'zh-CN': '质量部' } }],
  },
  'offering.released': { ...course, calendar: { ...calendar, method: 'cancel' } },
  'offering.trainerChanged': { ...course, calendar: { ...calendar, method: 'request' } },
  'offering.moved': { ...course, reason, as: 'participant', calendar: { ...calendar, method: 'request' } },
  'offering.cancelled': { ...course, reason, as: 'supervisor', people: ['Zoë Müller-Łukasz', '诸葛晨曦'] },
  'offering.removed': { ...course, why: 'given-up', calendar: { ...calendar, method: 'cancel' } },
  'offering.absent': { ...course, person: 'Zhuge Chenxi' },
  'offering.attention': { ...course, what: 'seats-short', taken: 3, needed: 5 },
  'operations.alarm': {
    what: 'No mail leaves',
    where: 'notices worker, queue smtp',
    mend: 'Check SMTP_URL and start the worker again.',
  },
};
