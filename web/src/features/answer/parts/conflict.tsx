import { Button } from '@mantine/core';
import IconGitFork from '@tabler/icons-react/icons/IconGitFork';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import type { Field } from '../fields/field.ts';
import type { Content } from '../store/draft.ts';
import classes from './conflict.module.css';
import { inWords } from './in-words.ts';

interface ConflictProps {
  readonly fields: readonly Field[];
  readonly mine: Content;
  readonly theirs: Content;
  readonly settle: (content: Content) => void;
}

/** The same answer, written in two places: field by field, side by side, and nobody loses a word. */
export default function Conflict({ fields, mine, theirs, settle }: ConflictProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const [chosen, choose] = useState<Content>(mine);
  const apart = fields.filter(({ key }) => JSON.stringify(mine[key] ?? null) !== JSON.stringify(theirs[key] ?? null));
  const put = (key: string, value: Content[string] | undefined) => choose({ ...chosen, [key]: value ?? null });
  return (
    <section className={classes.conflict} aria-labelledby="conflict">
      <h2 id="conflict">
        <IconGitFork size={22} stroke={1.8} aria-hidden="true" />
        {t('answer.conflict.title')}
      </h2>
      <p>{t('answer.conflict.what')}</p>
      {apart.map((field) => {
        const one = mine[field.key];
        const other = theirs[field.key];
        const both = typeof one === 'string' && typeof other === 'string' && field.kind === 'text';
        const is = (value: unknown) => JSON.stringify(chosen[field.key] ?? null) === JSON.stringify(value ?? null);
        return (
          <fieldset key={field.key} className={classes.field} aria-label={said(reader, field.label)}>
            <h3>{said(reader, field.label)}</h3>
            <button type="button" aria-pressed={is(one)} onClick={() => put(field.key, one)}>
              <b>{t('answer.conflict.here')}</b>
              {inWords(t, reader, field, one)}
            </button>
            <button type="button" aria-pressed={is(other)} onClick={() => put(field.key, other)}>
              <b>{t('answer.conflict.there')}</b>
              {inWords(t, reader, field, other)}
            </button>
            {both && (
              <button
                type="button"
                aria-pressed={is(`${one}\n\n${other}`)}
                onClick={() => put(field.key, `${one}\n\n${other}`)}
              >
                <b>{t('answer.conflict.both')}</b>
              </button>
            )}
          </fieldset>
        );
      })}
      <Button onClick={() => settle(chosen)}>{t('answer.conflict.settle')}</Button>
    </section>
  );
}
