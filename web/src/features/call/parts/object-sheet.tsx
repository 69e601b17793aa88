import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { useKept } from '../../../ui/kept.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { type Selection, useObject, useObjectToScreening } from '../api/selection.ts';
import { LEAST_REASON } from './reason.ts';

interface ObjectProps {
  readonly id: string;
  readonly against: 'screening' | 'notice';
  readonly candidates: NonNullable<Selection['candidates']>;
  readonly close: () => void;
}

/** What is objected, to whom it goes, and what stands still meanwhile. */
export default function ObjectSheet({ id, against, candidates, close }: ObjectProps) {
  const { t } = useTranslation();
  const [about, choose] = useKept(`object ${against} ${id} about`, '');
  const [grounds, write] = useKept(`object ${against} ${id} grounds`, '');
  const screening = useObjectToScreening(id);
  const notice = useObject(id);
  const act = against === 'screening' ? screening : notice;
  const send = () => {
    const given = grounds.trim();
    const onSuccess = () => {
      choose('');
      write('');
      close();
    };
    if (against === 'screening') screening.mutate({ grounds: given }, { onSuccess });
    else notice.mutate({ about: about || null, grounds: given }, { onSuccess });
  };
  return (
    <Sheet title={t(`call.object.${against}`)} close={close}>
      <p>{t(`call.objectEffect.${against}`)}</p>
      {against === 'notice' && (
        <NativeSelect
          label={t('call.about')}
          value={about}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[
            { value: '', label: t('call.aboutProcedure') },
            ...candidates.map(({ application, name, person }) => ({ value: application, label: name ?? person })),
          ]}
        />
      )}
      <Textarea
        label={t('call.grounds')}
        required
        value={grounds}
        onChange={(event) => write(event.currentTarget.value)}
        rows={4}
      />
      {act.isError && <ErrorSentence error={act.error} />}
      <Button onClick={send} disabled={grounds.trim().length < LEAST_REASON || act.isPending}>
        {t('call.sendObjection')}
      </Button>
    </Sheet>
  );
}
