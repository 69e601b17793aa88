import IconX from '@tabler/icons-react/icons/IconX';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { peopleQuery } from '../../../api/people.ts';
import { Face } from '../../../ui/face.tsx';
import { PersonSearch } from '../../../ui/person-search.tsx';
import type { FieldProps } from './field.ts';
import classes from './people-field.module.css';

/** Somebody is looked up by name; nobody types a number. */
export function PeopleField({ field, value, change, disabled, labelId, faultId }: FieldProps<'people' | 'ids'>) {
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const put = (ids: readonly string[]) => change(ids.length ? ids : undefined);
  return (
    <fieldset className={classes.people} aria-labelledby={labelId} aria-describedby={faultId}>
      <Chosen ids={chosen} remove={disabled ? undefined : (id) => put(chosen.filter((other) => other !== id))} />
      {chosen.length < field.max && !disabled && (
        <PersonSearch labelId={labelId} without={chosen} choose={(id) => put([...chosen, id])} />
      )}
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
