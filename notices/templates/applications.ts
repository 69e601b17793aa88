import { z } from 'zod';

/** Which applications somebody is asked about, in the order of their tasks; name null: it is not for the reader, or erased. */
export const Applications = z.array(z.object({ code: z.string(), name: z.string().nullable() })).default([]);
type Applications = z.output<typeof Applications>;

/** A letter names so many. */
const MOST = 10;

/** Tells letters apart that are alike but for what they are about; false: they are about no application. */
export function applicationsEn(applications: Applications): string | false {
  if (!applications.length) return false;
  const named = applications.slice(0, MOST).map(({ code, name }) => (name ? `${code} (${name})` : code));
  const more = applications.length - named.length;
  return `${applications.length === 1 ? 'Application' : 'Applications'}: ${named.join(', ')}${more ? `, and ${more} more` : ''}.`;
}

/** The same in Chinese. */
export function applicationsZh(applications: Applications): string | false {
  if (!applications.length) return false;
  const named = applications.slice(0, MOST).map(({ code, name }) => (name ? `${code}（${name}）` : code));
  const more = applications.length > named.length ? `等 ${applications.length} 件` : '';
  return `涉及申请：${named.join('、')}${more}。`;
}
