import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../../api/client.ts';
import { ErrorSentence } from '../../../../ui/error-sentence.tsx';
import { Sheet } from '../../../../ui/sheet.tsx';
import { procedureOf } from '../../parts/procedure-of.ts';
import type { MatterOf } from '../purpose.ts';
import { type Need, NeedTitle } from './need-shown.tsx';
import own from './state-need.module.css';

/** The shortest reason that the API takes. */
const LEAST = 3;

interface WithdrawNeedProps {
  readonly need: Need;
  readonly round: string;
  readonly matter: MatterOf<'cycle-needs'>;
  readonly close: () => void;
  /** It is gone: what is asked is read again. */
  readonly done: () => Promise<unknown>;
}

/** Takes back a need that somebody has stated: what follows, why, and one button that says the act. */
export default function WithdrawNeed({ need, round, matter, close, done }: WithdrawNeedProps) {
  const { t } = useTranslation();
  const [reason, write] = useState('');
  const [commandId] = useState(() => crypto.randomUUID());
  const withdrawn = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/cycles/{id}/withdrawNeed', {
          params: { path: { id: procedureOf(round) } },
          body: { need: need.need, reason: reason.trim(), commandId },
        }),
      ),
    onSuccess: async () => {
      await done();
      close();
    },
  });
  return (
    <Sheet title={t('answer.needs.withdrawIt')} close={close}>
      <div className={own.sheet}>
        <NeedTitle need={need} known={matter} />
        <p>{t('answer.needs.withdrawn')}</p>
        <Textarea
          label={t('answer.reason')}
          value={reason}
          onChange={(event) => write(event.currentTarget.value)}
          rows={3}
        />
        {withdrawn.isError && <ErrorSentence error={withdrawn.error} />}
        <Button onClick={() => withdrawn.mutate()} disabled={reason.trim().length < LEAST || withdrawn.isPending}>
          {t('answer.needs.withdrawThis')}
        </Button>
      </div>
    </Sheet>
  );
}
