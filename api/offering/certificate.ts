import type { PersonId } from '../../contracts/ids.ts';
import type { CourseCertificate } from '../../documents/course-certificate.ts';
import { type OfferingState, plannedOf } from '../../domain/offering/state.ts';
import { termsOf } from '../../domain/procedure/standing.ts';

/** What stands on the certificate of somebody who has completed a course; issued on its last day, so that it is always the same. */
export function certificateOf(
  state: OfferingState,
  person: PersonId,
  locale: 'en' | 'zh-CN',
  names: ReadonlyMap<string, string>,
): CourseCertificate {
  const { company, course, cycle, digest } = termsOf(state);
  const { id, days, hours, trainer } = plannedOf(state);
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
    signatories: [signatoryOf(state, trainer === null ? undefined : (names.get(trainer) ?? trainer))],
    verifyCode: digest.slice(0, 16) || state.stream,
  };
}

/** Who has taught it; where nobody did by name, the provider, or the company. */
function signatoryOf(state: OfferingState, trainer: string | undefined): CourseCertificate['signatories'][number] {
  if (trainer !== undefined) return { name: trainer, title: { en: 'Trainer', 'zh-CN': '讲师' } };
  const title = { en: 'For the provider', 'zh-CN': '培训机构' };
  return { name: state.provider ?? termsOf(state).company['zh-CN'], title };
}
