import type { Locale } from './bilingual.ts';

const both = (en: string, zh: string): Readonly<Record<Locale, string>> => ({ en, 'zh-CN': zh });

/** Titles of tables and headings of columns, in the words of the glossary. */
export const PLAN_WORDS = {
  plan: both('Plan', '计划'),
  budget: both('Budget', '预算'),
  trainers: both('Trainers', '内训师'),
  cuts: both('Cuts', '削减'),
  changes: both('Changes', '变更'),
  effect: both('Promised and measured', '预期与实测'),
  departments: both('By department', '按部门'),

  approved: both('Approved plan', '已批准的计划'),
  draft: both('Draft, not approved', '草案，未批准'),
  version: both('Version', '版本'),
  digest: both('Hash (SHA-256)', '校验码（SHA-256）'),
  total: both('Total', '合计'),
  missing: both(
    'A dash is a figure that nobody knows, never 0. An asterisk hides what too few people are behind.',
    '短横线表示无人知晓的数值，绝非 0；星号表示人数过少而不予显示。',
  ),
  nothing: both('None.', '无。'),
  hidden: both('This is not shown to you.', '此部分不对您显示。'),
  partly: both('There may be more here than is shown to you.', '此处可能另有不对您显示的内容。'),
  ask: both('Ask for it:', '可向以下人员查询：'),

  offering: both('Offering', '班次'),
  course: both('Course', '课程'),
  days: both('Days', '日期'),
  place: both('Place', '地点'),
  teacher: both('Trainer or provider', '内训师或机构'),
  places: both('People', '人数'),
  line: both('Budget line', '预算科目'),
  cost: both('Cost', '费用'),
  promised: both('Points promised', '预期分值'),
  state: both('State', '状态'),
  online: both('Online', '线上'),
  cancelled: both('cancelled', '已取消'),
  emergency: both('emergency', '紧急'),

  limit: both('Limit', '限额'),
  committed: both('Committed', '已承诺'),
  planned: both('Planned', '已计划'),
  used: both('Used', '已使用'),
  trainer: both('Trainer', '内训师'),
  hours: both('Hours planned', '计划课时'),
  hoursLimit: both('Hours at most', '课时上限'),

  need: both('Need', '需求'),
  because: both('For the limit', '受限于'),
  lost: both('Points lost', '损失点数'),

  change: both('Change', '变更'),
  what: both('What', '内容'),
  by: both('Asked by', '申请人'),
  approver: both('Approver', '审批人'),
  money: both('Money', '金额'),

  held: both('Held', '已举办'),
  seats: both('Seats', '名额'),
  present: both('Present', '出席'),
  measured: both('Points measured', '实测点数'),
  perPoint: both('Cost a point', '每点费用'),
  reaction: both('Reaction', '反应'),
  learning: both('Learning', '学习'),
  transfer: both('Behaviour', '行为'),
  department: both('Department', '部门'),
  figures: both('Figures of the business', '业务指标'),
  figure: both('Figure', '指标'),
  unit: both('Unit', '单位'),
  before: both('Before', '培训前'),
  after: both('After', '培训后'),
  yes: both('yes', '是'),
  no: both('no', '否'),
} as const;

export const LIMIT_WORDS = {
  budget: both('budget', '预算'),
  rooms: both('rooms', '教室'),
  trainer: both('trainer', '内训师'),
  window: both('dates', '时间'),
  seats: both('seats', '名额'),
  calendar: both('calendar', '日历'),
  must: both('must be met', '必须满足'),
} as const;

export const CHANGE_WORDS = {
  move: both('moved', '改期'),
  trainer: both('another trainer', '更换讲师'),
  seats: both('seats', '名额'),
  participants: both('participants', '学员'),
  cancel: both('cancelled', '取消'),
  add: both('added', '新增'),
  budget: both('budget', '预算'),
} as const;

export const CHANGE_STATES = {
  asked: both('waits', '待审批'),
  applied: both('carried out', '已执行'),
  confirmed: both('approved afterwards', '事后批准'),
  rejected: both('rejected', '已驳回'),
  failed: both('could not be carried out', '未能执行'),
  undone: both('undone', '已撤回'),
  withdrawn: both('withdrawn', '已撤销申请'),
} as const;
