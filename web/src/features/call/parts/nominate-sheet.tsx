import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleQuery } from '../../../api/people.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { Face } from '../../../ui/face.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useNominate } from '../api/selection.ts';
import classes from './nominate-sheet.module.css';
import { LEAST_REASON } from './reason.ts';

/** So many of those found are offered. */
const OFFERED = 6;

interface Found {
  readonly id: string;
  readonly name: string;
}

/** Somebody else who would teach well: they are asked, and decide for themselves. */
export default function NominateSheet({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation();
  const [sought, seek] = useState('');
  const [chosen, choose] = useState<Found>();
  const [reason, write] = useState('');
  const { data } = useQuery(peopleQuery(chosen ? '' : sought.trim()));
  const act = useNominate(id);
  const found = chosen || !sought.trim() ? [] : (data?.people ?? []).slice(0, OFFERED);
  if (act.isSuccess) {
    return (
      <Sheet title={t('call.nominated', { name: chosen?.name })} close={close}>
        <p>{t('call.nominatedWhat')}</p>
        <Button onClick={close}>{t('call.close')}</Button>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('call.nominate')} close={close}>
      <p>{t('call.nominateEffect')}</p>
      <div>
        <TextInput
          label={t('call.whom')}
          value={chosen ? chosen.name : sought}
          onChange={(event) => {
            choose(undefined);
            seek(event.currentTarget.value);
          }}
          placeholder={t('call.findPerson')}
          autoComplete="off"
        />
        <ul className={classes.found}>
          {found.map(({ id: person, name, departmentName }) => (
            <li key={person}>
              <button type="button" onClick={() => choose({ id: person, name: name ?? person })}>
                <Face name={name ?? person} size={26} />
                <span>{name ?? person}</span>
                <span className={classes.quiet}>{[person, departmentName].filter(Boolean).join(' · ')}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <Textarea label={t('call.why')} value={reason} onChange={(event) => write(event.currentTarget.value)} rows={3} />
      {act.isError && <ErrorSentence error={act.error} />}
      <Button
        onClick={() => chosen && act.mutate({ person: chosen.id, reason: reason.trim() })}
        disabled={!chosen || reason.trim().length < LEAST_REASON || act.isPending}
      >
        {chosen ? t('call.nominateWhom', { name: chosen.name }) : t('call.nominate')}
      </Button>
    </Sheet>
  );
}
