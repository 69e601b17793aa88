import { type AttentionWords, CALENDAR_ATTENTION } from './attention.ts';

/** What has happened up to the needs, and in feeding back, and how to mend it; `{about}` is replaced. */
export const FRONT_ATTENTION = {
  ...CALENDAR_ATTENTION,
  'department-without-head': {
    short: { en: 'Nobody to ask for {about}', 'zh-CN': '{about} 无人可联系' },
    what: {
      en: 'Nobody is there to ask for the department {about}: its head has left and nobody is above.',
      'zh-CN': '部门 {about} 无人可联系：负责人已离职，且无上级。',
    },
    mend: {
      en: 'Name a head in the personnel system and import it; until then nobody speaks for the department.',
      'zh-CN': '请在人事系统中指定负责人并导入；在此之前该部门无人代表。',
    },
  },
  'head-away': {
    short: { en: 'The head of {about} is away', 'zh-CN': '{about} 负责人不在岗' },
    what: {
      en: 'The head of the department {about} is away all the time; somebody else is asked in their place:',
      'zh-CN': '部门 {about} 负责人在此期间全程不在岗，已改请以下人员答复：',
    },
    mend: {
      en: 'Nothing has to be done unless somebody else should answer; then reassign the task.',
      'zh-CN': '如应由其他人答复，请改派任务；否则无需处理。',
    },
  },
  'department-declined': {
    short: { en: '{about} does not take part', 'zh-CN': '{about} 表示不参与' },
    what: {
      en: 'The department {about} does not take part. Declined by:',
      'zh-CN': '部门 {about} 表示不参与。答复人：',
    },
    mend: {
      en: 'Read the reason and talk to them. Until somebody else is named, the manager above speaks for the department.',
      'zh-CN': '请查看理由并与其沟通。另行指定之前，由上级经理代表该部门。',
    },
  },
  'delegate-refused': {
    short: { en: 'The delegate of {about} cannot speak for it', 'zh-CN': '{about} 指定的代表无效' },
    what: {
      en: 'For the department {about} a delegate was named who cannot speak for it; whoever was asked goes on doing so:',
      'zh-CN': '部门 {about} 指定的代表无效，仍由以下人员代表：',
    },
    mend: { en: 'Ask them for somebody who works here.', 'zh-CN': '请其另行指定在职员工。' },
  },
  'previous-not-closed': {
    short: { en: 'Nothing taken over from the cycle before', 'zh-CN': '未能承接上一周期内容' },
    what: {
      en: 'Nothing was taken over from the cycle before, {about}: it does not exist or is not closed.',
      'zh-CN': '未能从上一周期 {about} 承接内容：该周期不存在或尚未结束。',
    },
    mend: {
      en: 'Close that cycle first, cancel this one, and open it again; or go on without what it has left.',
      'zh-CN': '请先结束上一周期，再取消并重新开启本周期；也可不承接而继续。',
    },
  },
  'posts-unratable': {
    short: { en: 'Posts without an ability model', 'zh-CN': '岗位缺少岗位能力模型' },
    what: {
      en: 'The people in these posts could not be rated, as the posts have no ability model that fits a form:',
      'zh-CN': '以下岗位没有可用的岗位能力模型，其任职者未能评定：',
    },
    mend: {
      en: 'Import the ability models and run the ratings again; what is not rated is shown as missing, never as zero.',
      'zh-CN': '请导入岗位能力模型后重新进行评定；未评定的显示为缺失，不作零计。',
    },
  },
  'plan-disputed': {
    short: { en: 'A development plan is disputed', 'zh-CN': '个人发展计划存在异议' },
    what: {
      en: 'An employee does not agree with the development plan:',
      'zh-CN': '以下员工对个人发展计划有异议：',
    },
    mend: {
      en: 'The supervisor was told. Help them to talk; if the plan changes, reopen the record of the talk.',
      'zh-CN': '已通知其主管。请协助沟通；如计划调整，请重新打开面谈记录。',
    },
  },
  'needs-unknown': {
    short: { en: '{about} has ranked needs of others', 'zh-CN': '{about} 的需求排序有误' },
    what: {
      en: 'The department {about} has ranked needs that it does not have:',
      'zh-CN': '部门 {about} 排序中包含不属于该部门的需求：',
    },
    mend: { en: 'They were left out. Ask the department what it meant.', 'zh-CN': '系统已忽略。请向该部门核实。' },
  },
  'proposals-made': {
    short: { en: 'Proposals for the next cycle to look through', 'zh-CN': '请查看对下一周期的建议' },
    what: {
      en: 'The findings of the cycle are proposals for the next one now.',
      'zh-CN': '本周期的结论已形成对下一周期的建议。',
    },
    mend: {
      en: 'Look through them, drop what should not go on, and finish the stage.',
      'zh-CN': '请逐项查看，剔除无需延续的内容后结束本环节。',
    },
  },
} satisfies Readonly<Record<string, AttentionWords>>;
