import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../../api/client.ts';
import { said } from '../../../../format/label.ts';
import { useReader } from '../../../../format/reader.ts';
import { ErrorSentence } from '../../../../ui/error-sentence.tsx';
import { Sheet } from '../../../../ui/sheet.tsx';
import { procedureOf } from '../../parts/procedure-of.ts';
import type { MatterOf } from '../purpose.ts';
import type { Need } from './need-shown.tsx';
import classes from './needs.module.css';
import own from './state-need.module.css';

interface StateNeedProps {
  /** One that stands and is put otherwise; undefined: it is new. */
  readonly before: Need | undefined;
  readonly round: string;
  readonly matter: MatterOf<'cycle-needs'>;
  readonly close: () => void;
  /** It stands: what is asked is read again. */
  readonly done: () => Promise<unknown>;
}

/** From so many people on they are looked for by name. */
const MANY = 12;

/** A need that nobody has found: what, for whom, how urgent, and what it is for. It stands at once, and so does what is put otherwise. */
export default function StateNeed({ before, round, matter, close, done }: StateNeedProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const { choices, department } = matter;
  const [what, choose] = useState(before ? whatOf(before) : '');
  const [people, put] = useState<readonly string[]>(before?.people ?? []);
  const [sought, seek] = useState('');
  const [urgency, press] = useState<1 | 2 | 3>(before?.urgency ?? 2);
  const [must, bind] = useState(before?.must ?? false);
  const [goal, aim] = useState(before?.goal ?? '');
  const [problem, name] = useState(before?.problem ?? '');
  const [tried, attempt] = useState(false);
  const [commandId] = useState(() => crypto.randomUUID());
  const stated = useMutation({
    mutationFn: () => {
      const [kind, id] = [what.slice(0, 1), what.slice(2)];
      // What is not asked for here, such as the level, stays as long as it is about the same.
      const { element, course, level } =
        before && whatOf(before) === what
          ? before
          : { element: kind === 'e' ? id : null, course: kind === 'c' ? id : null, level: null };
      const body = {
        ...{ department: department.id, element, course, level, people: [...people], urgency, must },
        ...{ goal: goal.trim(), problem: problem.trim(), commandId },
      };
      const params = { path: { id: procedureOf(round) } };
      return before
        ? answerOf(api.POST('/api/cycles/{id}/editNeed', { params, body: { ...body, need: before.need } }))
        : answerOf(api.POST('/api/cycles/{id}/stateNeed', { params, body }));
    },
    onSuccess: async () => {
      await done();
      close();
    },
  });
  const missing = { what: !what, goal: goal.trim() === '' };
  const known = (of: 'e' | 'c') => {
    const { elements, courses } = choices;
    if (of === 'c') return courses;
    // What it is about may have left the posts since it was stated.
    const own = before?.element ?? '';
    return matter.elements[own] ? { ...elements, [own]: matter.elements[own] } : elements;
  };
  const options = (of: 'e' | 'c', labels: Readonly<Record<string, { en: string; 'zh-CN': string }>>) =>
    Object.entries(labels)
      .map(([id, label]) => ({ value: `${of}:${id}`, label: said(reader, label) }))
      .sort((a, b) => a.label.localeCompare(b.label, reader.language));
  const names = Object.entries(choices.people)
    .filter(([, one]) => one.toLowerCase().includes(sought.trim().toLowerCase()))
    .sort(([, a], [, b]) => a.localeCompare(b, reader.language));
  const toggle = (id: string) => put(people.includes(id) ? people.filter((one) => one !== id) : [...people, id]);
  const send = () => {
    attempt(true);
    if (!missing.what && !missing.goal) stated.mutate();
  };
  return (
    <Sheet title={t(before ? 'answer.needs.changeIt' : 'answer.needs.another')} close={close}>
      <div className={own.sheet}>
        <NativeSelect
          label={t('answer.needs.what')}
          value={what}
          onChange={(event) => choose(event.currentTarget.value)}
          error={tried && missing.what ? t('answer.fault.missing') : undefined}
          data={[
            { value: '', label: t('answer.choose') },
            { group: t('answer.needs.abilities'), items: options('e', known('e')) },
            { group: t('answer.needs.courses'), items: options('c', known('c')) },
          ]}
        />
        <fieldset>
          <legend>{t('answer.needs.forWhom', { count: people.length })}</legend>
          {Object.keys(choices.people).length > MANY && (
            <TextInput
              mb={8}
              value={sought}
              onChange={(event) => seek(event.currentTarget.value)}
              placeholder={t('answer.needs.find')}
              aria-label={t('answer.needs.find')}
            />
          )}
          <div className={own.picked}>
            {names.map(([id, one]) => (
              <label key={id}>
                <input type="checkbox" checked={people.includes(id)} onChange={() => toggle(id)} />
                {one}
              </label>
            ))}
          </div>
        </fieldset>
        <NativeSelect
          label={t('answer.needs.howUrgent')}
          value={String(urgency)}
          onChange={(event) => press(Number(event.currentTarget.value) as 1 | 2 | 3)}
          data={[1, 2, 3].map((one) => ({ value: String(one), label: t(`answer.needs.urgency.${one}`) }))}
        />
        <label className={own.flag}>
          <input type="checkbox" checked={must} onChange={(event) => bind(event.currentTarget.checked)} />
          {t('answer.needs.mustBe')}
        </label>
        <label>
          <span>{t('answer.needs.goalLabel')}</span>
          <textarea rows={2} value={goal} maxLength={4000} onChange={(event) => aim(event.currentTarget.value)} />
          {tried && missing.goal && <p className={classes.fault}>{t('answer.fault.missing')}</p>}
        </label>
        <label>
          <span>
            {t('answer.needs.problemLabel')} <small>{t('answer.optional')}</small>
          </span>
          <textarea rows={2} value={problem} maxLength={4000} onChange={(event) => name(event.currentTarget.value)} />
        </label>
        <p className={classes.hint}>{t('answer.needs.standsAtOnce')}</p>
        {stated.isError && <ErrorSentence error={stated.error} />}
        <Button onClick={send} disabled={stated.isPending}>
          {t(before ? 'answer.needs.changeThis' : 'answer.needs.state')}
        </Button>
      </div>
    </Sheet>
  );
}

/** Which of the list a need is about: `e:` an element, `c:` a course. */
function whatOf({ element, course }: Need): string {
  return element === null ? `c:${course}` : `e:${element}`;
}
