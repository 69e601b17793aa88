import { Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { useKept } from '../../../ui/kept.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { useWithdraw } from '../api/selection.ts';
import { LEAST_REASON } from './reason.ts';

interface WithdrawProps {
  readonly id: string;
  /** The call is open: one may apply again. */
  readonly editable: boolean;
  /** The manager has been asked and has not answered. */
  readonly asked: boolean;
  readonly close: () => void;
}

/** What follows when one withdraws, before one does. */
export default function WithdrawSheet({ id, editable, asked, close }: WithdrawProps) {
  const { t } = useTranslation();
  const [reason, write] = useKept(`withdraw ${id}`, '');
  const act = useWithdraw(id);
  const done = () => {
    write('');
    close();
  };
  return (
    <Sheet title={t('call.withdrawTitle')} close={close}>
      <p>
        {t('call.withdrawEffect')} {asked && t('call.withdrawAsked')}{' '}
        {t(editable ? 'call.withdrawOpen' : 'call.withdrawOver')}
      </p>
      <Textarea
        label={t('call.reason')}
        required
        value={reason}
        onChange={(event) => write(event.currentTarget.value)}
        rows={3}
      />
      {act.isError && <ErrorSentence error={act.error} />}
      <Button
        onClick={() => act.mutate({ reason: reason.trim() }, { onSuccess: done })}
        disabled={reason.trim().length < LEAST_REASON || act.isPending}
      >
        {t('call.withdraw')}
      </Button>
    </Sheet>
  );
}
