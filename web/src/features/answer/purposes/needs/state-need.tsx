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
import classes from './needs.module.css';
import own from './state-need.module.css';

interface StateNeedProps {
  readonly round: string;
  readonly matter: MatterOf<'cycle-needs'>;
  readonly close: () => void;
  /** It stands: what is asked is read again. */
  readonly done: () => Promise<unknown>;
}

/** From so many people on they are looked for by name. */
const MANY = 12;

/** A need that nobody has found: what, for whom, how urgent, and what it is for. It stands at once. */
export default function StateNeed({ round, matter, close, done }: StateNeedProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const { choices, department } = matter;
  const [what, choose] = useState('');
  const [people, put] = useState<readonly string[]>([]);
  const [sought, seek] = useState('');
  const [urgency, press] = useState<1 | 2 | 3>(2);
  const [must, bind] = useState(false);
  const [goal, aim] = useState('');
  const [problem, name] = useState('');
  const [tried, attempt] = useState(false);
  const [commandId] = useState(() => crypto.randomUUID());
  const stated = useMutation({
    mutationFn: () => {
      const [kind, id] = [what.slice(0, 1), what.slice(2)];
      const body = {
        ...{ department: department.id, element: kind === 'e' ? id : null, course: kind === 'c' ? id : null },
        ...{ level: null, people: [...people], urgency, must, goal: goal.trim(), problem: problem.trim(), commandId },
      };
      return answerOf(api.POST('/api/cycles/{id}/stateNeed', { params: { path: { id: procedureOf(round) } }, body }));
    },
    onSuccess: async () => {
      await done();
      close();
    },
  });
  const missing = { what: !what, goal: goal.trim() === '' };
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
    <Sheet title={t('answer.needs.another')} close={close}>
      <div className={own.sheet}>
        <NativeSelect
          label={t('answer.needs.what')}
          value={what}
          onChange={(event) => choose(event.currentTarget.value)}
          error={tried && missing.what ? t('answer.fault.missing') : undefined}
          data={[
            { value: '', label: t('answer.choose') },
            { group: t('answer.needs.abilities'), items: options('e', choices.elements) },
            { group: t('answer.needs.courses'), items: options('c', choices.courses) },
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
          {t('answer.needs.state')}
        </Button>
      </div>
    </Sheet>
  );
}
