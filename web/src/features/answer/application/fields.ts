import type { TFunction } from 'i18next';
import type { Selection } from '../api/application.ts';
import type { Field } from '../fields/field.ts';
import type { Content } from '../store/draft.ts';
import { type FaultOfField, faultsOf } from '../store/faults.ts';

/** As the API takes them. */
const LONGEST = 20_000;
const HOURS = { min: 0.5, max: 200, step: 0.5 } as const;

const both = (text: string) => ({ en: text, 'zh-CN': text });

/** What an application asks, in the order in which it is written; topics where the call has some. */
export function fieldsOf(t: TFunction, { topics }: Selection): Field[] {
  const text = { kind: 'text', required: true, minLength: 1, maxLength: LONGEST } as const;
  return [
    { ...text, key: 'profile', label: both(t('answer.profile')) },
    ...(topics.length
      ? [
          {
            ...({ key: 'topics', kind: 'ids', label: both(t('answer.apply.topics')), required: true } as const),
            ...{ max: topics.length, from: topics.map(({ id }) => id) },
          },
        ]
      : []),
    { ...text, key: 'outline', label: both(t('answer.outline')) },
    { key: 'hoursPerMonth', kind: 'score', label: both(t('answer.apply.hours')), required: true, ...HOURS },
  ];
}

/** What keeps an application from being sent; none of the topics is no answer here. */
export function faultsOfApplication(fields: readonly Field[], content: Content): FaultOfField[] {
  const none = Array.isArray(content.topics) && content.topics.length === 0;
  return faultsOf(fields, none ? { ...content, topics: null } : content);
}

/** An application as it is sent. */
export function formOf({ profile, topics, outline, evidence, hoursPerMonth }: Content) {
  const list = (value: Content[string] | undefined) => (Array.isArray(value) ? [...(value as readonly string[])] : []);
  return {
    profile: String(profile),
    topics: list(topics),
    outline: String(outline),
    evidence: list(evidence),
    hoursPerMonth: Number(hoursPerMonth),
  };
}
