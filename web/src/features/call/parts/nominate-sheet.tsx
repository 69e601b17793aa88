import { Button, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/me.ts';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { Face } from '../../../ui/face.tsx';
import { useKept } from '../../../ui/kept.ts';
import { PersonSearch } from '../../../ui/person-search.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useNominate } from '../api/selection.ts';
import classes from './nominate-sheet.module.css';
import { LEAST_REASON } from './reason.ts';

interface Found {
  readonly id: string;
  readonly name: string;
}

/** Somebody else who would teach well: they are asked, and decide for themselves. */
export default function NominateSheet({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const labelId = useId();
  const [chosen, choose] = useKept<Found | null>(`nominate ${id} whom`, null);
  const [reason, write] = useKept(`nominate ${id} why`, '');
  const [asked, tell] = useState('');
  const act = useNominate(id);
  const nominate = ({ id: person, name }: Found) =>
    act.mutate(
      { person, reason: reason.trim() },
      {
        onSuccess: () => {
          tell(name);
          choose(null);
          write('');
        },
      },
    );
  if (asked) {
    return (
      <Sheet title={t('call.nominated', { name: asked })} close={close}>
        <p>{t('call.nominatedWhat')}</p>
        <Button onClick={close}>{t('call.close')}</Button>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('call.nominate')} close={close}>
      <p>{t('call.nominateEffect')}</p>
      <div className={classes.whom}>
        <span id={labelId}>{t('call.whom')}</span>
        {chosen ? (
          <div className={classes.chosen}>
            <Face name={chosen.name} size={26} />
            <span>{chosen.name}</span>
            <Button variant="subtle" onClick={() => choose(null)}>
              {t('call.another')}
            </Button>
          </div>
        ) : (
          <PersonSearch
            labelId={labelId}
            without={[me.person]}
            choose={(person, name) => choose({ id: person, name })}
          />
        )}
      </div>
      <Textarea
        label={t('call.why')}
        required
        value={reason}
        onChange={(event) => write(event.currentTarget.value)}
        rows={3}
      />
      {act.isError && <ErrorSentence error={act.error} />}
      <Button
        onClick={() => chosen && nominate(chosen)}
        disabled={!chosen || reason.trim().length < LEAST_REASON || act.isPending}
      >
        {chosen ? t('call.nominateWhom', { name: chosen.name }) : t('call.nominate')}
      </Button>
    </Sheet>
  );
}
