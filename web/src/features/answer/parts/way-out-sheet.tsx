import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useWayOut, type WayOut } from '../api/acts.ts';
import { PeopleField } from '../fields/people-field.tsx';
import classes from './way-out-sheet.module.css';

/** The shortest reason that the API takes. */
const LEAST = 3;

interface SheetProps {
  readonly way: WayOut;
  readonly round: string;
  readonly task: string;
  readonly label: string;
  readonly close: () => void;
  readonly after: () => void;
}

/** What follows from it, the reason, and one button that says the act. */
export default function WayOutSheet({ way, round, task, label, close, after }: SheetProps) {
  const { t } = useTranslation();
  const [reason, write] = useState('');
  const [to, choose] = useState<string>();
  const act = useWayOut();
  const ready = reason.trim().length >= LEAST && (way !== 'delegate' || to !== undefined);
  const go = () =>
    act.mutate(
      { round, task, way, reason: reason.trim(), ...(to === undefined ? {} : { to }) },
      {
        onSuccess: () => {
          close();
          after();
        },
      },
    );
  return (
    <Sheet title={t(`answer.wayTitle.${way}`, { label })} close={close}>
      <p>{t(`answer.wayEffect.${way}`)}</p>
      {way === 'delegate' && (
        <div>
          <p id="to-whom" className={classes.label}>
            {t('answer.toWhom')}
          </p>
          <PeopleField
            field={{ key: 'to', kind: 'people', label: { en: '', 'zh-CN': '' }, max: 1, required: true }}
            value={to === undefined ? undefined : [to]}
            change={(ids) => choose(Array.isArray(ids) ? ids[0] : undefined)}
            disabled={false}
            labelId="to-whom"
            faultId={undefined}
          />
        </div>
      )}
      <Textarea
        label={t('answer.reason')}
        required
        value={reason}
        onChange={(event) => write(event.currentTarget.value)}
        rows={3}
      />
      {act.isError && <ErrorSentence error={act.error} />}
      <Button onClick={go} disabled={!ready || act.isPending}>
        {t(`answer.wayAct.${way}`)}
      </Button>
    </Sheet>
  );
}
