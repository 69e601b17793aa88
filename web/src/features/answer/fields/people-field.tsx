import { TextInput } from '@mantine/core';
import IconX from '@tabler/icons-react/icons/IconX';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Face } from '../../../ui/face.tsx';
import { peopleQuery } from '../api/find-people.ts';
import type { FieldProps } from './field.ts';
import classes from './people-field.module.css';

/** So many of those found are offered. */
const OFFERED = 6;

/** Somebody is looked up by name; nobody types a number. */
export function PeopleField({ field, value, change, disabled, labelId, faultId }: FieldProps<'people' | 'ids'>) {
  const { t } = useTranslation();
  const listId = useId();
  const [sought, seek] = useState('');
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const { data } = useQuery(peopleQuery(sought.trim()));
  const found = sought.trim() ? (data?.people ?? []).filter(({ id }) => !chosen.includes(id)).slice(0, OFFERED) : [];
  const put = (ids: readonly string[]) => change(ids.length ? ids : undefined);
  return (
    <fieldset className={classes.people} aria-labelledby={labelId} aria-describedby={faultId}>
      <Chosen ids={chosen} remove={disabled ? undefined : (id) => put(chosen.filter((other) => other !== id))} />
      {chosen.length < field.max && !disabled && (
        <TextInput
          value={sought}
          onChange={(event) => seek(event.currentTarget.value)}
          aria-labelledby={labelId}
          aria-controls={listId}
          placeholder={t('answer.findPerson')}
          autoComplete="off"
        />
      )}
      <ul id={listId} className={classes.found}>
        {found.map(({ id, name, departmentName }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                put([...chosen, id]);
                seek('');
              }}
            >
              <Face name={name ?? id} size={26} />
              <span>{name ?? id}</span>
              <span className={classes.quiet}>{[id, departmentName].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
      {sought.trim() && data && !found.length && <p className={classes.quiet}>{t('answer.nobodyFound')}</p>}
    </fieldset>
  );
}

/** Those who were chosen, by their names. */
function Chosen({ ids, remove }: { ids: readonly string[]; remove: ((id: string) => void) | undefined }) {
  const { t } = useTranslation();
  const known = useQueries({ queries: ids.map((id) => peopleQuery(id)) });
  if (!ids.length) return null;
  return (
    <ul className={classes.chosen}>
      {ids.map((id, at) => {
        const name = known[at]?.data?.people.find((person) => person.id === id)?.name ?? id;
        return (
          <li key={id}>
            <Face name={name} size={22} />
            {name}
            {remove && (
              <button type="button" onClick={() => remove(id)} aria-label={t('answer.remove', { name })}>
                <IconX size={15} aria-hidden="true" />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
