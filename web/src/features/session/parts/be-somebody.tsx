import { TextInput } from '@mantine/core';
import IconArrowRight from '@tabler/icons-react/icons/IconArrowRight';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Label, said } from '../../../format/label.ts';
import { useReader } from '../../../format/reader.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { Face } from '../../../ui/face.tsx';
import { useSignIn } from '../api/session.ts';
import classes from './be-somebody.module.css';

interface Somebody {
  readonly person: string;
  readonly name: string | null;
  readonly department: Label | null;
  readonly roles: readonly string[];
}

interface BeSomebodyProps {
  readonly people: readonly Somebody[];
  readonly to: string | undefined;
  /** Who is looked for at first, by name or id. */
  readonly first?: string | undefined;
}

/** So many are shown at once; the others are found by name. */
const SHOWN = 8;

/** While Rostrum is tried out one may be anybody: those with a role first, since they have the most to see. */
export function BeSomebody({ people, to, first = '' }: BeSomebodyProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const [sought, seek] = useState(first);
  const being = useSignIn();
  const wanted = sought.trim().toLowerCase();
  const found = [...people]
    .sort((one, other) => Number(other.roles.length > 0) - Number(one.roles.length > 0))
    .filter(({ person, name }) => `${person} ${name ?? ''}`.toLowerCase().includes(wanted));
  const be = (person: string) =>
    being.mutate(
      { dev: person, stay: false },
      // A page of its own, so that nothing of whoever was here before is left.
      { onSuccess: ({ path }) => window.location.assign(to ?? path) },
    );
  return (
    <section className={classes.people} aria-label={t('session.be.title')}>
      <p className={classes.quiet}>{t('session.be.what')}</p>
      <TextInput
        label={t('session.be.find')}
        value={sought}
        onChange={(event) => seek(event.currentTarget.value)}
        autoComplete="off"
      />
      <ul>
        {found.slice(0, SHOWN).map(({ person, name, department, roles }) => (
          <li key={person}>
            <button type="button" onClick={() => be(person)} disabled={being.isPending}>
              <Face name={name ?? person} size={34} />
              <span className={classes.who}>
                <span className={classes.name}>{name ?? person}</span>
                <span className={classes.quiet}>
                  {[person, department && said(reader, department), ...roles.map((role) => t(`session.roles.${role}`))]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <IconArrowRight size={17} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p className={classes.quiet}>{t('session.be.more', { count: found.length - SHOWN })}</p>}
      {!found.length && <p className={classes.quiet}>{t(people.length ? 'session.be.nobody' : 'session.be.empty')}</p>}
      {being.isError && <ErrorSentence error={being.error} />}
    </section>
  );
}
