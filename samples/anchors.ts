import type { Cells } from '../files/table.ts';

/** What somebody at level 2, 4 and 6 of an element can do or knows, in English and Chinese. */
type Examples = readonly (readonly [en: string, zh: string])[];

const LEVELS = [2, 4, 6];

const ANCHORS: Readonly<Record<string, Examples>> = {
  'S.01': [
    ['Shows a new colleague where things are', '向新同事介绍工作环境'],
    ['Explains a changed procedure so that the shift can follow it', '讲清变更后的流程，使班组能照做'],
    ['Makes a difficult subject plain to people from any department', '让任何部门的人都听懂复杂的内容'],
  ],
  'S.02': [
    ['Takes a message and passes it on as it was meant', '准确转达口信'],
    ['Finds out in a talk what a customer or colleague really needs', '通过交谈弄清客户或同事的真正需求'],
    ['Hears what is not said in a conflict and brings it up with tact', '在冲突中听出未说出口的话并妥善提出'],
  ],
  'S.03': [
    ['Fills in the shift log', '填写交接班记录'],
    ['Writes a report of an incident that can be acted upon', '撰写可据以采取措施的事件报告'],
    ['Writes a proposal on which the board decides', '撰写供管理层决策的方案'],
  ],
  'S.04': [
    ['Answers questions of a newcomer', '解答新员工的问题'],
    ['Agrees goals with a colleague and follows up every week', '与同事商定目标并每周跟进'],
    ['Brings people on who later lead departments', '培养出日后能带部门的人'],
  ],
  'S.05': [
    ['Puts the tasks of a day into a sensible order', '合理安排一天的工作'],
    ['Plans the work of a team for a month with holidays and repairs', '兼顾休假和检修，安排团队一个月的工作'],
    ['Plans the move of a plant without loss of production', '策划工厂搬迁而不影响生产'],
  ],
  'S.06': [
    ['Decides by a given rule and asks where none fits', '按规定作决定，没有规定时请示'],
    ['Weighs cost, time and risk of three offers and chooses one', '权衡三个方案的成本、时间和风险后选定'],
    ['Decides on an investment with incomplete figures and answers for it', '在数据不全时作出投资决定并承担责任'],
  ],
  'S.07': [
    ['Agrees on a delivery date with a supplier', '与供应商商定交货日期'],
    ['Settles a yearly contract within given limits', '在授权范围内谈妥年度合同'],
    ['Leads negotiations of many parties to a lasting agreement', '主导多方谈判并达成长期协议'],
  ],
  'S.08': [
    ['Reads a value off a chart', '从图表中读取数值'],
    ['Tells a trend from a chance variation in the figures of a month', '从月度数据中区分趋势与偶然波动'],
    ['Draws from data of many sources what nobody had seen', '从多来源数据中得出他人未发现的结论'],
  ],
  'S.09': [
    ['Checks the usual causes by a list', '按清单排查常见原因'],
    ['Finds why a line stops twice a week', '查明产线每周停机两次的原因'],
    ['Finds the cause of a fault that spans several systems', '查明跨多个系统的故障根源'],
  ],
  'S.10': [
    ['Wears what is prescribed and keeps to marked paths', '按规定穿戴并走标识通道'],
    ['Sees a danger during the work, stops and secures the place', '作业中发现危险，停工并保护现场'],
    ['Plans a dangerous job so that a mistake hurts nobody', '策划危险作业，使失误也不致伤人'],
  ],
  'S.11': [
    ['Hands out the tasks of a shift', '分派班组任务'],
    ['Leads a team through a month of overtime and holds it together', '带领团队度过加班期并保持凝聚力'],
    ['Leads leaders through a reorganisation', '带领各级负责人完成组织变革'],
  ],
  'S.12': [
    ['Greets a customer and finds who can help', '接待客户并找到负责人'],
    ['Solves a complaint so that the customer stays', '处理投诉并留住客户'],
    ['Builds a service that customers praise to others', '建立让客户主动推荐的服务'],
  ],
  'S.13': [
    ['Keeps the list of open points of a project', '维护项目待办清单'],
    ['Brings a project of half a year in on time and budget', '按时按预算完成为期半年的项目'],
    ['Steers several projects that depend on each other', '统筹多个相互依赖的项目'],
  ],
  'S.14': [
    ['Starts and stops a machine by the instructions', '按说明启停设备'],
    ['Sets a line up for another product by oneself', '独立完成换产调机'],
    ['Runs unfamiliar equipment at its limits safely', '安全地操作陌生设备并达到极限性能'],
  ],
  'S.15': [
    ['Compares a part with a sample', '将零件与样件对比'],
    ['Measures by a control plan and reacts to the chart', '按控制计划测量并对控制图作出反应'],
    ['Designs the checks for a new product', '为新产品设计检验方案'],
  ],
  'K.01': [
    ['Knows which account a bill belongs to', '知道票据应记入哪个科目'],
    ['Draws up the budget of a department and explains deviations', '编制部门预算并说明差异'],
    ['Judges the accounts of a company that is for sale', '评判拟收购公司的账目'],
  ],
  'K.02': [
    ['Knows working hours and leave', '了解工时和休假规定'],
    ['Drafts contracts and warnings that hold', '起草合规有效的合同和警告'],
    ['Advises on a case without precedent', '就无先例的案件提供意见'],
  ],
  'K.03': [
    ['Names the products and what they are for', '说出产品名称和用途'],
    ['Advises which product suits a case, and which does not', '判断某种情况适合哪种产品'],
    ['Knows limits and history of every product better than its manual', '对每种产品的极限和沿革比手册更清楚'],
  ],
  'K.04': [
    ['Knows the steps of the own line', '了解本产线的工序'],
    ['Knows how a changed parameter shows in the product', '了解参数变化对产品的影响'],
    ['Designs a process for a new material', '为新材料设计工艺'],
  ],
  'K.05': [
    ['Knows what must be switched off before work', '知道作业前须断开什么'],
    ['Reads a circuit diagram and finds a broken relay', '看懂电路图并找出故障继电器'],
    ['Lays out the power supply of a plant', '设计工厂供电系统'],
  ],
  'K.06': [
    ['Names the parts of a pump', '说出泵的各个部件'],
    ['Knows wear and tear of gears and bearings and when to replace them', '了解齿轮轴承的磨损及更换时机'],
    ['Designs a drive for a new machine', '为新机器设计传动装置'],
  ],
  'K.07': [
    ['Knows the signs, alarms and assembly points', '了解标识、警报和集合点'],
    ['Knows the rules for the substances of the own area', '了解本区域物料的管理规定'],
    ['Answers to the authorities for the permits of a plant', '就工厂许可向主管部门负责'],
  ],
  'K.08': [
    ['Uses the programs of the own work', '会使用本职工作所需的软件'],
    ['Writes and tests a service that others maintain', '编写并测试可由他人维护的服务'],
    ['Designs systems that stay sound for ten years', '设计可稳定运行十年的系统'],
  ],
  'K.09': [
    ['Recognises a suspicious mail and reports it', '识别并上报可疑邮件'],
    ['Secures a service against the usual attacks', '为服务防范常见攻击'],
    ['Leads the defence against an attack that is under way', '主导对正在发生的攻击的防御'],
  ],
  'K.10': [
    ['Knows the difference between a cable fault and a wrong password', '能区分线路故障与密码错误'],
    ['Sets up the network of a site', '搭建一个厂区的网络'],
    ['Designs a network over continents that survives the loss of a site', '设计可承受单点失效的跨洲网络'],
  ],
  'K.11': [
    ['Knows who may order what', '了解采购权限'],
    ['Compares offers by total cost and checks suppliers', '按总成本比较报价并考察供应商'],
    ['Builds the supply of a new plant', '为新工厂建立供应体系'],
  ],
  'K.12': [
    ['Names the main customers and competitors', '说出主要客户和竞争对手'],
    ['Knows what moves prices and demand in the own region', '了解本区域价格与需求的影响因素'],
    ['Foresees how a market will change and is usually right', '预判市场变化且多半准确'],
  ],
  'K.13': [
    ['Knows that practice matters more than slides', '知道练习比课件更重要'],
    ['Plans a course with exercises and a test that fits its goal', '设计含练习和对应测试的课程'],
    ['Builds training whose effect shows at work months later', '建立数月后仍见成效的培训'],
  ],
  'K.14': [
    ['Knows mean and spread', '了解均值与离散程度'],
    ['Plans a sample and reads a confidence interval', '设计抽样并解读置信区间'],
    ['Models data for which no textbook method fits', '为没有现成方法的数据建模'],
  ],
  'K.15': [
    ['Understands signs and short mails', '看懂标识和短邮件'],
    ['Takes part in a meeting about the own work', '能参加与本职相关的会议'],
    ['Negotiates a contract', '能用英语谈判合同'],
  ],
};

/** level_anchors.csv: three examples for each element, so that a level means the same to every supervisor. */
export function anchors(elements: readonly Cells[]): Cells[] {
  return elements.flatMap(({ element_id, element }) =>
    ANCHORS[element_id!]!.map(([en, zh], at) => ({
      element_id: element_id!,
      element: element!,
      anchor_level: String(LEVELS[at]!),
      anchor_description: en,
      anchor_description_zh: zh,
    })),
  );
}
