import type { Course } from '../contracts/planning.ts';

/** Fen a yuan. */
const YUAN = 100;

type Both = readonly [en: string, zh: string];
const both = ([en, zh]: Both) => ({ en, 'zh-CN': zh });

interface Outline {
  readonly id: string;
  readonly title: Both;
  readonly elements: readonly string[];
  /** Of the selection of internal trainers. */
  readonly topics?: readonly string[];
  readonly days: number;
  readonly seats: readonly [min: number, max: number];
  /** What one run costs, in yuan; each seat adds material and meals. */
  readonly run: number;
  readonly benefit: Both;
  readonly goal: Both;
  readonly more?: Partial<Course>;
}

const HOURS_A_DAY = 6;
const SEAT = 260;

function course({
  id,
  title,
  elements,
  topics = [],
  days,
  seats: [min, max],
  run,
  benefit,
  goal,
  more,
}: Outline): Course {
  return {
    id,
    title: both(title),
    elements: [...elements],
    level: 5,
    form: 'lecture',
    hours: days * HOURS_A_DAY,
    days,
    minSeats: min,
    maxSeats: max,
    room: true,
    topics: [...topics],
    runCost: run * YUAN,
    seatCost: SEAT * YUAN,
    closes: 0.5,
    benefit: both(benefit),
    goal: both(goal),
    ...more,
  };
}

/**
 * The catalogue of the sample company. Listening, deciding, products, networks, operating equipment, purchasing and a few
 * more elements have no course: they are coached on the job.
 */
export const COURSES: readonly Course[] = [
  course({
    id: 'C-DATA',
    title: ['Reading data for decisions', '用数据支持决策'],
    elements: ['S.08'],
    topics: ['digital'],
    days: 2,
    seats: [6, 16],
    run: 6000,
    benefit: ['Sees at a glance what a table of figures says', '一眼看懂数据表说明了什么'],
    goal: ['Backs a proposal with figures of the own department', '用本部门数据支撑一项建议'],
    more: { closes: 0.6, test: true },
  }),
  course({
    id: 'C-SECURE',
    title: ['Information security every day', '日常信息安全'],
    elements: ['K.09'],
    topics: ['digital'],
    days: 1,
    seats: [6, 20],
    run: 3000,
    benefit: ['Knows a false mail from a true one', '能识别钓鱼邮件'],
    goal: ['Handles data as the rules of the company say', '按公司规定处理数据'],
    more: { form: 'video', room: false, test: true },
  }),
  course({
    id: 'C-HSE',
    title: ['Health, safety and environment', '健康安全环境'],
    elements: ['K.07'],
    topics: ['safety'],
    days: 1,
    seats: [6, 18],
    run: 2500,
    benefit: ['Goes home well every evening', '每天平安回家'],
    goal: ['Names the dangers of the own workplace and what is done about them', '说出本岗位的危险源及控制措施'],
    more: { test: true },
  }),
  course({
    id: 'C-SAFE',
    title: ['Working safely at the line', '产线安全作业'],
    elements: ['S.10'],
    topics: ['safety'],
    days: 1,
    seats: [5, 12],
    run: 3500,
    benefit: ['Locks a machine out before reaching into it', '维修前正确上锁挂牌'],
    goal: ['Does ten locked-out repairs without a reminder', '独立完成十次上锁挂牌作业'],
    more: { form: 'role-play' },
  }),
  course({
    id: 'C-CAUSE',
    title: ['Finding root causes', '查找根本原因'],
    elements: ['S.09'],
    topics: ['quality'],
    days: 2,
    seats: [6, 14],
    run: 6500,
    benefit: ['Solves a fault once instead of five times', '一次解决问题，不再反复'],
    goal: ['Closes one real fault with a cause that is proved', '用验证过的原因关闭一个真实故障'],
    more: { form: 'case' },
  }),
  course({
    id: 'C-QUALITY',
    title: ['Checking quality', '质量检查'],
    elements: ['S.15'],
    topics: ['quality'],
    days: 1,
    seats: [6, 16],
    run: 3000,
    benefit: ['Finds the fault before the customer does', '先于客户发现问题'],
    goal: ['Checks by the standard and records what was found', '按标准检查并记录'],
  }),
  course({
    id: 'C-STAT',
    title: ['Statistics for engineers', '工程统计'],
    elements: ['K.14'],
    topics: ['quality'],
    days: 2,
    seats: [5, 16],
    run: 9000,
    benefit: ['Tells a trend from chance', '区分趋势与偶然'],
    goal: ['Keeps a control chart of an own process', '为自己的工序绘制控制图'],
    more: { test: true },
  }),
  course({
    id: 'C-REPORT',
    title: ['Writing reports that are read', '让人愿意读的报告'],
    elements: ['S.03'],
    days: 1,
    seats: [6, 14],
    run: 5000,
    benefit: ['Says it on one page', '一页纸说清楚'],
    goal: ['Writes the monthly report on one page', '把月报写成一页'],
  }),
  course({
    id: 'C-COACH',
    title: ['The supervisor as coach', '主管即教练'],
    elements: ['S.04'],
    topics: ['leadership'],
    days: 2,
    seats: [5, 12],
    run: 12_000,
    benefit: ['People come with solutions, not with problems', '下属带着方案而不是问题来'],
    goal: ['Holds a coaching talk with everybody each month', '每月与每位下属做一次辅导谈话'],
    more: { form: 'role-play' },
  }),
  course({
    id: 'C-PLAN',
    title: ['Planning work', '安排工作'],
    elements: ['S.05'],
    topics: ['leadership'],
    days: 1,
    seats: [5, 16],
    run: 3000,
    benefit: ['The week is decided by you', '自己掌握一周'],
    goal: ['Keeps a weekly plan for the own team for a month', '连续一个月执行本组周计划'],
    more: { form: 'sand-table' },
  }),
  course({
    id: 'C-EXPLAIN',
    title: ['Explaining to anybody', '讲清楚'],
    elements: ['S.01'],
    topics: ['leadership'],
    days: 1,
    seats: [5, 12],
    run: 4000,
    benefit: ['Is understood at the first time', '一次就让人听懂'],
    goal: ['Explains a changed procedure to a shift', '向班组讲解一项变更'],
    more: { form: 'role-play' },
  }),
  course({
    id: 'C-PROCESS',
    title: ['How our process works', '生产工艺'],
    elements: ['K.04'],
    topics: ['equipment'],
    days: 2,
    seats: [6, 16],
    run: 5000,
    benefit: ['Knows what the next station needs', '知道下道工序要什么'],
    goal: ['Sets the own station by what the process needs', '按工艺要求调整本工位'],
    more: { test: true },
  }),
  course({
    id: 'C-MECH',
    title: ['Mechanical systems', '机械系统'],
    elements: ['K.06'],
    topics: ['equipment'],
    days: 3,
    seats: [4, 12],
    run: 14_000,
    benefit: ['Hears a bearing before it fails', '轴承坏之前就能听出来'],
    goal: ['Does the yearly overhaul of one machine', '完成一台设备的年度检修'],
    more: { form: 'case', closes: 0.6 },
  }),
  course({
    id: 'C-NEGOTIATE',
    title: ['Negotiating', '谈判'],
    elements: ['S.07'],
    days: 2,
    seats: [4, 12],
    run: 18_000,
    benefit: ['Comes home with what was needed', '谈回需要的条件'],
    goal: ['Prepares and holds one negotiation with a plan', '有准备地完成一次谈判'],
    more: { form: 'role-play' },
  }),
  course({
    id: 'C-BUDGET',
    title: ['Budgets and accounts for all', '非财务人员的预算与账务'],
    elements: ['K.01'],
    days: 1,
    seats: [4, 20],
    run: 3000,
    benefit: ['Reads the own cost centre', '看懂本部门成本'],
    goal: ['Explains each difference from the own budget', '解释本部门每一项预算差异'],
    more: { test: true },
  }),
  course({
    id: 'C-LAW',
    title: ['Labour law for managers', '管理者劳动法规'],
    elements: ['K.02'],
    days: 1,
    seats: [4, 20],
    run: 8000,
    benefit: ['Decides without a dispute', '决定不引发争议'],
    goal: ['Handles a case by the law', '依法处理一个个案'],
    more: { test: true },
  }),
  course({
    id: 'C-PROJECT',
    title: ['Running projects', '推进项目'],
    elements: ['S.13'],
    days: 3,
    seats: [4, 14],
    run: 15_000,
    benefit: ['Ends on the day that was promised', '按承诺的日期完成'],
    goal: ['Brings one project to its end by its plan', '按计划完成一个项目'],
    more: { form: 'game' },
  }),
  course({
    id: 'C-CODE',
    title: ['Software craft', '软件工艺'],
    elements: ['K.08'],
    topics: ['digital'],
    days: 3,
    seats: [4, 12],
    run: 8000,
    benefit: ['Ships without fear', '放心发布'],
    goal: ['Covers an own module with tests', '为自己的模块补齐测试'],
  }),
];
