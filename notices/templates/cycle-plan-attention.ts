import type { AttentionWords } from './attention.ts';

/** What has happened to the plan and waits for operations, and how to mend it; `{about}` is replaced. */
export const PLAN_ATTENTION = {
  'plan-infeasible': {
    short: { en: 'No plan within the limits', 'zh-CN': '现有限制下无法编制计划' },
    what: {
      en: 'There is no plan within the limits that are set; these cannot stand together:',
      'zh-CN': '在现有限制条件下无法编制计划；以下条件相互冲突：',
    },
    mend: {
      en: 'Move one of them: it is enough to give way in one. The plan is then compiled anew.',
      'zh-CN': '请放宽其中任意一项，系统将重新编制计划。',
    },
  },
  'plan-overdue': {
    short: { en: 'The plan is overdue', 'zh-CN': '计划编制已逾期' },
    what: {
      en: 'The date for the plan has passed, and there is no plan within its limits. The cycle waits; nothing is approved by time alone.',
      'zh-CN': '计划编制已到期，但尚无可行计划。周期将等待，不会因到期而自动批准。',
    },
    mend: {
      en: 'Move one of the limits that cannot stand together; the cycle goes on as soon as there is a plan.',
      'zh-CN': '请放宽相互冲突的限制条件；有可行计划后周期将继续。',
    },
  },
  'offerings-open': {
    short: { en: 'Offerings are still open', 'zh-CN': '仍有班次尚未结束' },
    what: {
      en: 'The date for carrying out the plan has passed, and some offerings have not come to their end.',
      'zh-CN': '计划执行已到期，但仍有班次尚未结束。',
    },
    mend: {
      en: 'See what they wait for: attendance, tests or follow-ups. Finish the stage to go on without them; they go on by themselves.',
      'zh-CN': '请查看其等待的事项：考勤、测试或跟进。也可结束本环节继续推进，这些班次将自行完成。',
    },
  },
  'commitment-short': {
    short: { en: 'Not committed: {about}', 'zh-CN': '资源承诺未足额：{about}' },
    what: {
      en: 'The commitment “{about}” was not given, or only in part. The plan is compiled anew within what was committed.',
      'zh-CN': '资源承诺“{about}”未获承诺或仅部分承诺，计划将在已承诺的范围内重新编制。',
    },
    mend: {
      en: 'Speak to the leader, or find the means elsewhere and change the limit, with a reason.',
      'zh-CN': '请与该负责人沟通，或另行落实资源后调整限制条件并说明理由。',
    },
  },
  'commitment-withdrawn': {
    short: { en: 'Commitment taken back: {about}', 'zh-CN': '资源承诺已撤回：{about}' },
    what: {
      en: 'The commitment “{about}” was taken back.',
      'zh-CN': '资源承诺“{about}”已被撤回。',
    },
    mend: {
      en: 'Before the approval the plan is compiled anew. Afterwards money becomes a change request; for a room or for time, ask for the changes that it needs.',
      'zh-CN': '审批前系统将重新编制计划；审批后，资金撤回自动形成变更申请，场地或时间的撤回请提交相应变更申请。',
    },
  },
  'approver-missing': {
    short: { en: 'Nobody left to approve ({about})', 'zh-CN': '缺少审批人（{about}）' },
    what: {
      en: 'Nobody is left who may give their word ({about}): those asked are away, have left, or have a hand in it themselves.',
      'zh-CN': '已无可审批人员（{about}）：相关人员不在岗、已离职或需回避。',
    },
    mend: {
      en: 'The cycle waits for it. Correct the line of managers or the absences; it goes on by itself as soon as somebody is there.',
      'zh-CN': '周期将等待。请更正汇报关系或缺勤记录，有合适人员后系统自动继续。',
    },
  },
  'plan-conditions': {
    short: { en: 'Approved with conditions', 'zh-CN': '附条件同意' },
    what: {
      en: 'The plan was approved with conditions by:',
      'zh-CN': '以下人员附条件同意计划：',
    },
    mend: {
      en: 'The plan goes on. See that the conditions are kept; they stand beside the approval.',
      'zh-CN': '计划继续推进。请落实所附条件，条件内容见审批记录。',
    },
  },
  'plan-returned': {
    short: { en: 'The plan was returned', 'zh-CN': '计划被退回' },
    what: {
      en: 'The plan was returned. Only the offerings that it is about are open again; all others stand. Returned by:',
      'zh-CN': '计划被退回。仅涉及的班次重新开放，其余班次保持不变。退回人：',
    },
    mend: {
      en: 'Read the comments, move a limit or amend the offerings, and finish the stage; only those whose part has changed are asked again.',
      'zh-CN': '请查看意见，调整限制条件或班次后结束本环节；仅向所涉部分有变化的审批人再次征求意见。',
    },
  },
  'change-failed': {
    short: { en: 'Change request {about} could not be carried out', 'zh-CN': '变更申请 {about} 未能执行' },
    what: {
      en: 'Change request {about} could not be carried out, for this reason:',
      'zh-CN': '变更申请 {about} 未能执行，原因如下：',
    },
    mend: {
      en: 'Whoever asked for it knows. If it is still needed, ask for it again as it would be now.',
      'zh-CN': '申请人已收到通知。如仍有需要，请按现行情况重新申请。',
    },
  },
  'change-silent': {
    short: { en: 'Change request {about} not carried out', 'zh-CN': '变更申请 {about} 未执行' },
    what: {
      en: 'Change request {about} was not carried out: nobody answered in time.',
      'zh-CN': '变更申请 {about} 未执行：逾期未答复。',
    },
    mend: {
      en: 'If it is still needed, ask for it again as it would be now.',
      'zh-CN': '如仍有需要，请按现行计划重新申请。',
    },
  },
  'change-undone': {
    short: { en: 'Emergency change {about} undone', 'zh-CN': '紧急变更 {about} 已恢复原状' },
    what: {
      en: 'The emergency change {about} was refused afterwards and has been undone as far as it can be.',
      'zh-CN': '紧急变更 {about} 事后未获同意，已尽可能恢复原状。',
    },
    mend: {
      en: 'Look at the offering. One that has begun stays as it is; one whose room, day or trainer is taken by now is not held; one that had been cancelled is held under a new number.',
      'zh-CN': '请查看该班次。已开始的保持现状；原场地、日期或讲师已被占用的不再举办；已取消的以新编号恢复举办。',
    },
  },
} satisfies Readonly<Record<string, AttentionWords>>;
