import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleQuery } from '../api/people.ts';
import { useReader } from '../format/reader.ts';
import { Face } from './face.tsx';
import classes from './person-search.module.css';

/** So many of those found are offered. */
const OFFERED = 6;

interface PersonSearchProps {
  /** Of the element that says whom one looks for. */
  readonly labelId: string;
  /** Those who are not offered. */
  readonly without?: readonly string[];
  readonly choose: (id: string, name: string) => void;
}

/** Somebody is looked up by name; nobody types a number. */
export function PersonSearch({ labelId, without = [], choose }: PersonSearchProps) {
  const { t } = useTranslation();
  const reader = useReader();
  const listId = useId();
  const [typed, seek] = useState('');
  const sought = typed.trim();
  const { data } = useQuery(peopleQuery(sought));
  const found = sought ? (data?.people ?? []).filter(({ id }) => !without.includes(id)).slice(0, OFFERED) : [];
  return (
    <div className={classes.search}>
      <TextInput
        value={typed}
        onChange={(event) => seek(event.currentTarget.value)}
        aria-labelledby={labelId}
        aria-controls={listId}
        placeholder={t('ui.people.find')}
        autoComplete="off"
      />
      <ul id={listId} className={classes.found}>
        {found.map(({ id, name, departmentName, departmentNameZh }) => {
          const department = reader.language === 'en' ? departmentName : (departmentNameZh ?? departmentName);
          return (
            <li key={id}>
              <button
                type="button"
                onClick={() => {
                  choose(id, name ?? id);
                  seek('');
                }}
              >
                <Face name={name ?? id} size={26} />
                <span>{name ?? id}</span>
                <span className={classes.quiet}>{[id, department].filter(Boolean).join(' · ')}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {sought && data && !found.length && <p className={classes.quiet}>{t('ui.people.nobody')}</p>}
    </div>
  );
}
