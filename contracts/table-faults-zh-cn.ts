import { faultInChinese } from './plain-faults-zh-cn.ts';

/** What people are asked to look at in a list, as it is named in English. */
const THINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    needs: '需求',
    people: '人员',
    topics: '专题',
    elements: '能力要素',
    courses: '课程',
    departments: '部门',
    'employee ids': '工号',
    'course ids': '课程编号',
    'element ids': '能力要素编号',
    'days written YYYY-MM-DD': '日期（YYYY-MM-DD）',
  }),
);

const LISTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'who is not among the employees': '不在员工之列',
    'which is not among the departments': '不在部门之列',
    'which is in no ability model of the posts': '不在任何岗位能力模型中',
    'which is not in the catalogue of courses': '不在课程目录中',
    'which is not among the rooms': '不在场地之列',
    'which is not among the quotes': '不在报价之列',
    'which is not among the needs': '不在需求之列',
    'which is not among the budget lines': '不在预算科目之列',
  }),
);

/** What is wrong with a cell, where it is not said like what is wrong with a field. */
const OF_CELLS: readonly (readonly [RegExp, string])[] = [
  [/^must say yes or no.*$/, '须填写“是”或“否”'],
  [/^must name an element$/, '须填写能力要素'],
  [/^must name who offers it$/, '须填写提供方'],
  [/^must name the need that it meets$/, '须填写所满足的需求'],
  [/^must name a day$/, '须填写日期'],
  [/^must name a participant$/, '须填写学员'],
  [/^must name the person who has rated$/, '须填写评定人'],
  [/^must say what people are to be able to do afterwards$/, '须说明培训后应能做什么'],
  [/^must be a whole number from (\S+) to (\S+), or empty$/, '须为 $1 至 $2 之间的整数，或留空'],
  [/^must be a whole number from (\S+) to (\S+)$/, '须为 $1 至 $2 之间的整数'],
  [/^must be a whole number, or empty$/, '须为整数，或留空'],
  [
    /^must be a number from (\S+) to (\S+), with a point before its decimals, or empty$/,
    '须为 $1 至 $2 之间的数字，小数点用“.”，或留空',
  ],
  [/^must be a number from (\S+) to (\S+), with a point before its decimals$/, '须为 $1 至 $2 之间的数字，小数点用“.”'],
  [/^must be a number from (\S+) to (\S+), or empty$/, '须为 $1 至 $2 之间的数字，或留空'],
  [/^must be a number from (\S+) to (\S+)$/, '须为 $1 至 $2 之间的数字'],
  [/^must have at most (no|one|two|three|four|six) decimals?; round it$/, '小数位数过多；请四舍五入'],
  [
    /^must be a level from 0 to 7 in halves, or empty when there is none$/,
    '须为 0 至 7 之间、以 0.5 为单位的等级，没有时留空',
  ],
  [/^must be an employee id, or empty for the head$/, '须为工号；最高负责人留空'],
  [/^must be an amount of money such as (.+)$/, '须为金额，例如 $1'],
  [/^must be holiday or makeup_workday$/, '须为 holiday 或 makeup_workday'],
  [/^must be (\S+) or (\S+)$/, '须为 $1 或 $2'],
  [/^must be like (.+), several separated by \|$/, '须形如 $1，多项以 | 分隔'],
  [/^must hold at most (\d+) spells$/, '最多填写 $1 段'],
  [/^names something twice$/, '重复填写'],
  [/^is in line (\d+) already(?: \((.*)\))?$/, '已在第 $1 行出现'],
  [/^is more than the (\d+) absences that a file may hold; divide it$/, '超过一个文件可包含的 $1 段请假；请拆分文件'],
  [/^has no ability model in the posts of the folder$/, '在岗位表中没有岗位能力模型'],
  [/^is not among the departments$/, '不在部门之列'],
  [/^is not among the employees$/, '不在员工之列'],
  [/^is not in the table of posts$/, '不在岗位表中'],
  [/^is not an element of (.+)'s post, (.+)$/, '不是 $1 的岗位 $2 的能力要素'],
  [/^is not (.+): this file holds self ratings only$/, '不是 $1；本文件只包含自评'],
  [/^is in no ability model of the posts$/, '不在任何岗位能力模型中'],
  [/^is below min_seats, (.+)$/, '低于 min_seats（$1）'],
  [/^is the person who is rated; put self ratings into a file of their own$/, '是被评定者本人；自评请放入单独的文件'],
  [/^is too long$/, '过长'],
  [/^is too short$/, '过短'],
  [/^is not of the right kind$/, '类型不正确'],
];

const OF_TABLES: readonly (readonly [RegExp, string])[] = [
  [
    /^(.+) has (\d+) rows, and may have (\d+); leave out those that are not needed\.$/,
    '$1 有 $2 行，最多 $3 行；请去掉不需要的行。',
  ],
  [/^(.+) has no column (.+); it needs (.+)\.$/, '$1 缺少列 $2；所需的列：$3。'],
  [
    /^(.+) has (\d+) columns performance_YYYY, and may have (\d+); leave out the oldest years\.$/,
    '$1 有 $2 个 performance_YYYY 列，最多 $3 个；请去掉最早的年度。',
  ],
  [
    /^(.+) has (\d+) columns, and may have (\d+); leave out those that are not needed\.$/,
    '$1 有 $2 列，最多 $3 列；请去掉不需要的列。',
  ],
  [/^(.+) is no file; give the table this name, and nothing else\.$/, '$1 不是文件；请只将该表格命名为此名称。'],
  [
    /^(.+) has (\d+) bytes, and a table may have (\d+); divide it into several files\.$/,
    '$1 有 $2 字节，而表格最多 $3 字节；请拆分为几个文件。',
  ],
  [
    /^There is no (.+) \(or \.xlsx\) in (.+); put it there or name another folder\.$/,
    '$2 中没有 $1（或 .xlsx）；请放入该文件，或指定其他文件夹。',
  ],
  [/^(.+) is empty; its first line must name the columns\.$/, '$1 是空的；第一行须为列名。'],
  [/^(.+) has the column (.+) twice; leave one out\.$/, '$1 中列 $2 出现了两次；请去掉其一。'],
  [/^(.+) line (\d+): has (\d+) cells, the header has (\d+)\.$/, '$1 第 $2 行有 $3 个单元格，而表头有 $4 个；请更正。'],
  [
    /^(.+) holds more than (\d+) characters; divide it into several files, or leave out what is not needed\.$/,
    '$1 超过 $2 个字符；请拆分为几个文件，或去掉不需要的内容。',
  ],
  [/^(.+) has more than (\d+) rows; divide it into several files\.$/, '$1 超过 $2 行；请拆分为几个文件。'],
  [/^(.+) has more than (\d+) cells; divide it into several files\.$/, '$1 超过 $2 个单元格；请拆分为几个文件。'],
  [
    /^(.+) line (\d+): there is no column but "(.*)"\. Separate the columns by commas\.$/,
    '$1 第 $2 行只有一列“$3”；请用逗号分隔各列。',
  ],
  [
    /^(.+) line (\d+): is longer than any line of a table; look for a quotation mark that is not closed\.$/,
    '$1 第 $2 行过长；请检查是否有未闭合的引号。',
  ],
  [
    /^(.+) line (\d+): a quotation mark is out of place; put cells that hold one in quotes\.$/,
    '$1 第 $2 行的引号位置有误；含引号的单元格请加引号。',
  ],
  [
    /^(.+) is not a workbook that can be read; .*$/,
    '$1 不是可以读取的工作簿；如工作表被隐藏，请取消隐藏，另存为 .xlsx 或 CSV。',
  ],
  [
    /^(.+) reaches to (\S+); delete what stands far outside of the table\.$/,
    '$1 的内容延伸到 $2；请删除远在表格之外的内容。',
  ],
  [
    /^(.+) has more than (\d+) merged areas; undo the merges and fill in every cell\.$/,
    '$1 的合并单元格超过 $2 处；请取消合并并填写每个单元格。',
  ],
  [/^(.+) is too large when it is unpacked; divide it into several files\.$/, '$1 解压后过大；请拆分为几个文件。'],
  [
    /^(.+) line (\d+), column (.+): its formula has no value; .*$/,
    '$1 第 $2 行“$3”列的公式没有值；请用电子表格软件打开、保存后重新发送。',
  ],
  [
    /^(.+) line (\d+), column (.+): "(.*)" is an error of the spreadsheet; .*$/,
    '$1 第 $2 行“$3”列的“$4”是电子表格的错误值；请更正公式或清空该单元格。',
  ],
  [
    /^(.+) line (\d+), column (.+): cells are merged there; .*$/,
    '$1 第 $2 行“$3”列有合并单元格；请取消合并并填写每个单元格。',
  ],
  [
    /^(.+) lines (\d+) to (\d+), column (.+): cells are merged there; .*$/,
    '$1 第 $2 至 $3 行“$4”列有合并单元格；请取消合并并填写每个单元格。',
  ],
  [/^(.+): nobody is asked to rate (.+) in this cycle; leave them out\.$/, '$1：本周期没有人评定 $2；请去掉。'],
  [
    /^(.+): (.+) is rated already, and not as it is here; reopen the task (.+) first, or leave them out\.$/,
    '$1：$2 已评定，且与此处不同；请先重新打开任务 $3，或去掉此人。',
  ],
  [/^(.+): the rating of (.+) is (\S+) already; reopen it first\.$/, '$1：$2 的评定已处理；请先重新打开。'],
  [
    /^(.+): (.+) is to be rated by (.+), not by (.+); correct the rater\.$/,
    '$1：$2 应由 $3 评定，而不是 $4；请更正评定人。',
  ],
  [/^(.+) is neither in UTF-8 nor in GB18030; .*$/, '$1 既不是 UTF-8 也不是 GB18030 编码；请另存为“CSV UTF-8”。'],
];

const CELL = /^(.+) line (\d+), column ([^:]+): "([\s\S]*)" (.+?)\.?$/;

/** A line about a fault of a table in Chinese, by how it is said in English; undefined: nobody has said it there. */
export function tableFaultInChinese(fault: string): string | undefined {
  const table = OF_TABLES.find(([english]) => english.test(fault));
  if (table) return fault.replace(table[0], table[1]);
  const [, name, line, column, shown, what] = CELL.exec(fault) ?? [];
  const said = what === undefined ? undefined : cellFaultInChinese(what);
  return said && `${name} 第 ${line} 行“${column}”列的“${shown}”${said}。`;
}

/** What is wrong with one cell. */
export function cellFaultInChinese(what: string): string | undefined {
  const hold = /^must hold (at most (\d+) )?(.+?)( separated by \|)?$/.exec(what);
  const thing = hold && THINGS.get(hold[3]!);
  if (thing) return hold[2] ? `最多填写 ${hold[2]} 项${thing}` : `须填写${thing}，多项以 | 分隔`;
  const [, stranger, list = ''] = /^names (.+), (wh(?:o|ich) .+)$/.exec(what) ?? [];
  if (LISTS.has(list)) return `填写的 ${stranger} ${LISTS.get(list)}`;
  const found = OF_CELLS.find(([english]) => english.test(what));
  return found ? what.replace(found[0], found[1]) : faultInChinese(what);
}
