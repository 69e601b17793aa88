import { useTranslation } from 'react-i18next';
import { said } from '../format/label.ts';
import { useReader } from '../format/reader.ts';

interface Why {
  readonly code: string;
  readonly facts: {
    readonly person?: { readonly id: string; readonly name: string | null } | undefined;
    readonly people?: number | undefined;
    readonly department?: { readonly en: string; readonly 'zh-CN': string } | undefined;
    readonly topics?: readonly { readonly en: string; readonly 'zh-CN': string }[] | undefined;
  };
}

/** Why somebody is asked: a fact in one sentence, never flattery. */
export function WhyMe({ why: { code, facts } }: { why: Why }) {
  const { t } = useTranslation();
  const reader = useReader();
  const { person, people, department, topics } = facts;
  if (topics?.length) {
    const quoted = topics.map((topic) => t('ui.why.topic', { topic: said(reader, topic) }));
    const list = new Intl.ListFormat(reader.language, { type: 'conjunction' }).format(quoted);
    return t('ui.why.reviewerOf', { topics: list });
  }
  if (people !== undefined && people > 1 && PEOPLE.has(code)) return t(`ui.whyMany.${code}`, { count: people });
  if (person && PEOPLE.has(code)) return t(`ui.whyOf.${code}`, { name: person.name ?? person.id });
  if (department && DEPARTMENTS.has(code)) return t(`ui.whyIn.${code}`, { department: said(reader, department) });
  return t(`ui.why.${code}`);
}

const PEOPLE: ReadonlySet<string> = new Set(['supervisor', 'next-above', 'instead', 'trainer']);
const DEPARTMENTS: ReadonlySet<string> = new Set(['head', 'speaker', 'approver', 'leader']);
