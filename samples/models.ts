import type { Cells } from '../files/table.ts';
import type { Dice } from './dice.ts';

interface Element {
  readonly id: string;
  readonly domain: 'skill' | 'knowledge';
  readonly name: string;
  readonly nameZh: string;
}

const element = (id: string, name: string, nameZh: string): Element => ({
  id,
  domain: id.startsWith('S') ? 'skill' : 'knowledge',
  name,
  nameZh,
});

/** What people of this company may need to be able to do (S) or to know (K). */
const ELEMENTS: readonly Element[] = [
  element('S.01', 'Explaining', '讲解'),
  element('S.02', 'Listening', '倾听'),
  element('S.03', 'Writing reports', '撰写报告'),
  element('S.04', 'Coaching', '辅导'),
  element('S.05', 'Planning work', '安排工作'),
  element('S.06', 'Deciding', '决策'),
  element('S.07', 'Negotiating', '谈判'),
  element('S.08', 'Reading data', '解读数据'),
  element('S.09', 'Finding causes', '查找原因'),
  element('S.10', 'Working safely', '安全作业'),
  element('S.11', 'Leading a team', '带团队'),
  element('S.12', 'Serving customers', '服务客户'),
  element('S.13', 'Running projects', '推进项目'),
  element('S.14', 'Operating equipment', '操作设备'),
  element('S.15', 'Checking quality', '检查质量'),
  element('K.01', 'Budgets and accounts', '预算与账务'),
  element('K.02', 'Labour law', '劳动法规'),
  element('K.03', 'Our products', '公司产品'),
  element('K.04', 'Production process', '生产工艺'),
  element('K.05', 'Electrical systems', '电气系统'),
  element('K.06', 'Mechanical systems', '机械系统'),
  element('K.07', 'Health, safety, environment', '健康安全环境'),
  element('K.08', 'Software', '软件'),
  element('K.09', 'Information security', '信息安全'),
  element('K.10', 'Networks', '网络'),
  element('K.11', 'Purchasing', '采购'),
  element('K.12', 'Markets', '市场'),
  element('K.13', 'How adults learn', '成人学习'),
  element('K.14', 'Statistics', '统计'),
  element('K.15', 'English', '英语'),
];

interface Post {
  readonly code: string;
  readonly title: string;
  readonly titleZh: string;
  readonly zone: number;
  readonly description: string;
  /** Element ids, the most important first. */
  readonly needs: string;
}

const POSTS: readonly Post[] = [
  {
    code: 'P-01',
    title: 'Managing Director',
    titleZh: '总经理',
    zone: 5,
    description: 'Leads the company.',
    needs: 'S.06 S.11 K.12 K.01 S.07 S.05 S.02 K.02 S.08 K.15',
  },
  {
    code: 'P-02',
    title: 'Department Head',
    titleZh: '部门负责人',
    zone: 4,
    description: 'Leads a department and answers for its people and budget.',
    needs: 'S.11 S.05 S.06 S.04 K.01 S.02 S.08 S.07 K.02 S.13',
  },
  {
    code: 'P-03',
    title: 'Personnel Officer',
    titleZh: '人事专员',
    zone: 4,
    description: 'Hires, advises and looks after employees.',
    needs: 'K.02 S.02 S.03 S.01 S.07 K.01 S.05 S.08 K.15 K.09',
  },
  {
    code: 'P-04',
    title: 'Training Officer',
    titleZh: '培训专员',
    zone: 4,
    description: 'Finds out what people need to learn and sees that they do.',
    needs: 'K.13 S.01 S.02 S.05 S.13 S.08 S.03 S.04 K.14 K.15',
  },
  {
    code: 'P-05',
    title: 'Accountant',
    titleZh: '会计',
    zone: 4,
    description: 'Keeps the books and explains them.',
    needs: 'K.01 S.08 S.15 K.14 S.03 K.02 S.05 K.09 S.01 S.02',
  },
  {
    code: 'P-06',
    title: 'Software Engineer',
    titleZh: '软件工程师',
    zone: 4,
    description: 'Writes and mends software.',
    needs: 'K.08 S.09 S.15 K.09 S.13 S.08 K.10 S.03 K.15 S.01',
  },
  {
    code: 'P-07',
    title: 'Systems Administrator',
    titleZh: '系统管理员',
    zone: 4,
    description: 'Keeps servers and networks running.',
    needs: 'K.10 K.09 S.09 K.08 S.05 S.12 S.03 S.15 K.15 S.01',
  },
  {
    code: 'P-08',
    title: 'Process Engineer',
    titleZh: '工艺工程师',
    zone: 4,
    description: 'Designs and improves how things are made.',
    needs: 'K.04 S.09 S.08 K.06 K.14 S.13 K.07 S.15 S.03 S.01',
  },
  {
    code: 'P-09',
    title: 'Shift Supervisor',
    titleZh: '班长',
    zone: 3,
    description: 'Leads a shift in the plant.',
    needs: 'S.11 S.10 K.04 K.07 S.05 S.04 S.09 S.15 S.01 S.14',
  },
  {
    code: 'P-10',
    title: 'Plant Operator',
    titleZh: '操作工',
    zone: 2,
    description: 'Runs the machines of a line.',
    needs: 'S.14 S.10 K.04 S.15 K.07 S.09 K.06 S.02 S.03 K.03',
  },
  {
    code: 'P-11',
    title: 'Maintenance Technician',
    titleZh: '维修技师',
    zone: 3,
    description: 'Keeps machines in order.',
    needs: 'K.06 K.05 S.09 S.10 K.07 S.14 S.15 S.05 S.03 K.04',
  },
  {
    code: 'P-12',
    title: 'Safety Engineer',
    titleZh: '安全工程师',
    zone: 4,
    description: 'Prevents accidents and damage to the environment.',
    needs: 'K.07 S.10 S.09 S.01 K.02 S.03 K.04 S.08 K.05 S.04',
  },
  {
    code: 'P-13',
    title: 'Sales Manager',
    titleZh: '销售经理',
    zone: 4,
    description: 'Wins customers and keeps them.',
    needs: 'S.07 K.12 K.03 S.12 S.02 S.01 K.15 S.05 S.08 K.01',
  },
  {
    code: 'P-14',
    title: 'Buyer',
    titleZh: '采购员',
    zone: 3,
    description: 'Buys what the company needs.',
    needs: 'K.11 S.07 K.01 S.08 K.12 S.15 K.03 S.03 K.15 S.02',
  },
];

/** posts.csv, post_elements.csv and elements.csv: importance falls with the rank, levels are diced around 4. */
export function models(dice: Dice): { posts: Cells[]; postElements: Cells[]; elements: Cells[] } {
  const postElements = POSTS.flatMap((post) => {
    const needs = post.needs.split(' ');
    return needs.map((id, at) => {
      const { domain, name } = ELEMENTS.find((one) => one.id === id)!;
      return {
        post_code: post.code,
        post_title: post.title,
        domain,
        element_id: id,
        element: name,
        importance: hundredths(480 - at * 18 - dice.between(0, 15)),
        level: hundredths(300 + post.zone * 40 - at * 12 + dice.between(-25, 60)),
        rank_in_post: String(at + 1),
        rated_on: '2026-09',
        rated_by: 'Generator',
      };
    });
  });
  const used = new Set(postElements.map(({ element_id }) => element_id));
  return {
    posts: POSTS.map((post) => ({
      post_code: post.code,
      post_title: post.title,
      post_title_zh: post.titleZh,
      job_zone: String(post.zone),
      description: post.description,
    })),
    postElements,
    elements: ELEMENTS.map(({ id, domain, name, nameZh }) => ({
      element_id: id,
      domain,
      category: domain === 'skill' ? 'Doing' : 'Knowing',
      element: name,
      element_zh: nameZh,
      description: '',
      used_in_posts: String(used.has(id)),
    })),
  };
}

const hundredths = (figure: number): string => (figure / 100).toFixed(2);
