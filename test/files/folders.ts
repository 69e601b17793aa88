import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export const EMPLOYEE_COLUMNS =
  'employee_id,name,email,department,manager_id,post_code,grade,hired_on,locale,time_zone,calendar,technical_backbone,performance_2024,performance_2025,absences';

export const smallCompany: Record<string, string> = {
  'organisation/departments.csv':
    'department_id,name,name_zh,head_employee_id,influence,headcount\nD01,Office,办公室,E001,true,2\n',
  'organisation/employees.csv': `${EMPLOYEE_COLUMNS}
E001,朱浩然,haoran@example.com,D01,,P-1,executive,2010-02-24,zh-CN,Asia/Shanghai,CN,false,3,,2026-12-12/2026-12-17|2027-01-04/2027-01-04
E002,"O'Neill, Amelia",amelia@example.com,D01,E001,P-1,staff,2020-07-01,en,Europe/Berlin,CN,true,,4,
`,
  'posts/posts.csv': 'post_code,post_title,post_title_zh,job_zone,description\nP-1,Clerk,职员,2,"Writes, reads"\n',
  'posts/post_elements.csv':
    'post_code,post_title,domain,element_id,element,importance,level,rank_in_post,rated_on,rated_by\nP-1,Clerk,skill,S.1,Writing,4.50,3.25,1,2026-01,x\n',
  'calendars/china.csv':
    'date,country,kind,name,name_en,status\n2026-02-17,CN,holiday,春节,Spring Festival,announced\n2026-02-14,CN,makeup_workday,春节,Spring Festival,announced\n',
};

/** Writes files into a new folder of the machine's temporary folder and returns its path. */
export async function folderOf(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rostrum-files-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}
