import { choose } from './chance.ts';

interface Both {
  readonly en: string;
  readonly 'zh-CN': string;
}
export const both = (en: string, zh: string): Both => ({ en, 'zh-CN': zh });

export const TITLE = both('Internal trainers 2027', '2027 年内训师选拔');
export const COMPANY = both('Rostrum Works', '讲台制造有限公司');

/** The management measures that the company publishes. */
export const MEASURES = {
  incentives: both(
    'Trainers get a fee for each hour taught and a point in the yearly appraisal.',
    '内训师按授课学时领取课酬，并在年度考核中加分。',
  ),
  workloadProtection: both(
    'Managers free four hours a month for preparation and teaching.',
    '部门每月为内训师保留四小时备课和授课时间。',
  ),
  duties: both(
    'At least eight hours taught a year, with material kept up to date.',
    '每年授课不少于八学时，并及时更新教材。',
  ),
  term: both('The appointment lasts two years and can be renewed.', '聘期两年，可以续聘。'),
  useOfResults: both('The scores serve this selection only.', '评分结果仅用于本次选拔。'),
};

export const TOPICS = [
  { id: 'safety', label: both('Safety at work', '安全生产') },
  { id: 'quality', label: both('Quality', '质量管理') },
  { id: 'equipment', label: both('Equipment and maintenance', '设备与维护') },
  { id: 'leadership', label: both('Leading a team', '团队管理') },
  { id: 'digital', label: both('Digital tools', '数字化工具') },
];

/** Names of the criteria that the sample files use; others keep their own. */
export const CRITERIA: Readonly<Record<string, Both>> = {
  knowledge: both('Professional knowledge', '专业知识'),
  performance: both('Performance', '业绩表现'),
  conduct: both('Professional conduct', '职业素养'),
  communication: both('Communication', '沟通表达'),
  lecture: both('Trial lecture', '试讲'),
  skills: both('Skills', '技能'),
  transitions: both('Transitions', '衔接'),
  composition: both('Composition', '编排'),
  interpretation: both('Interpretation', '表现力'),
};

type Locale = 'en' | 'zh-CN';

const PROFILES: readonly Both[] = [
  both('I have trained new colleagues at the line for years.', '多年来我一直在现场带教新员工。'),
  both('I wrote the work instructions of our department.', '我编写了本部门的作业指导书。'),
  both('I solve the faults that others bring to me, and explain how.', '我善于解决疑难故障并讲清原理。'),
];
const OUTLINES: readonly Both[] = [
  both(
    'One case from our own plant, a demonstration, then practice in pairs.',
    '以本厂案例引入，现场演示，两人一组练习。',
  ),
  both('Three short lectures, each with a task to take back to work.', '三次短课，每次布置一项岗位任务。'),
];
const REMARKS: readonly Both[] = [
  both('Clear structure; examples from the own workplace.', '结构清楚，案例来自本岗位。'),
  both('Sound content; the practice part could be longer.', '内容扎实，练习环节可以加长。'),
  both('Speaks freely and answers questions well.', '表达流畅，答疑到位。'),
];

export const profileOf = (person: string, locale: Locale) => choose(`profile ${person}`, PROFILES)[locale];
export const outlineOf = (person: string, locale: Locale) => choose(`outline ${person}`, OUTLINES)[locale];
export const remarkOf = (about: string, locale: Locale) => choose(`remark ${about}`, REMARKS)[locale];
