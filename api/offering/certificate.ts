import type { PersonId } from '../../contracts/ids.ts';
import type { CourseCertificate } from '../../documents/course-certificate.ts';
import { type Signatory, signatoryOf, verifyCodeOf } from '../../domain/certificate.ts';
import { type OfferingState, plannedOf } from '../../domain/offering/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';

interface Certified {
  readonly person: PersonId;
  readonly locale: 'en' | 'zh-CN';
  /** Where it is recorded that they have completed it, in hexadecimal. */
  readonly link: string;
  readonly names: ReadonlyMap<string, string>;
}

/** What stands on the certificate of somebody who has completed a course; issued on its last day, so that it is always the same. */
export function certificateOf(state: OfferingState, { person, locale, link, names }: Certified): CourseCertificate {
  const { company, course, cycle } = termsOf(state);
  const { id, days, hours } = plannedOf(state);
  const last = days.at(-1)!;
  return {
    name: names.get(person) ?? person,
    company,
    course: course.title,
    from: days[0]!,
    to: last,
    hours,
    score: state.tests[person] ?? null,
    number: `${cycle.replace(/^cycle:/, '')} ${id} ${person}`,
    issuedOn: last,
    locale,
    signatories: [signatoryOf(teacherOf(state, names), company, locale)],
    verifyCode: verifyCodeOf(link),
  };
}

/** Who has taught it: a trainer or a provider; null: nobody by name. */
function teacherOf(state: OfferingState, names: ReadonlyMap<string, string>): Signatory | null {
  const { trainer } = plannedOf(state);
  if (trainer !== null) return { name: names.get(trainer) ?? trainer, title: { en: 'Trainer', 'zh-CN': '讲师' } };
  const title = { en: 'For the provider', 'zh-CN': '培训机构' };
  return state.provider === null ? null : { name: state.provider, title };
}
