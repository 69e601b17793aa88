import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../../../ui/sheet.tsx';
import type { FieldsProps, MatterOf } from '../purpose.ts';
import classes from './approval.module.css';
import { effectOf } from './effect.ts';
import { Further } from './further.tsx';
import { useDecision } from './use-decision.ts';

/** On a phone: three buttons below the changes, each of which opens what follows from it. */
export default function ApprovalFoot(props: FieldsProps<MatterOf<'cycle-approval'>>) {
  const { t } = useTranslation();
  const { matter, disabled, send, refused } = props;
  const [open, turn] = useState<string>();
  const { options, choose } = useDecision(props);
  return (
    <>
      <div className={classes.buttons}>
        {[...options].reverse().map(({ value }) => (
          <Button
            key={value}
            variant={value === 'approve' ? 'filled' : 'default'}
            disabled={disabled}
            aria-haspopup="dialog"
            onClick={() => {
              choose(value);
              turn(value);
            }}
          >
            {t(`answer.approval.short.${value}`)}
          </Button>
        ))}
      </div>
      {!open && refused}
      <p className={classes.quiet}>{t('answer.approval.beforeSent')}</p>
      {open && (
        <Sheet title={options.find(({ value }) => value === open)!.label} close={() => turn(undefined)}>
          <div className={classes.sheet}>
            <p>{effectOf(t, matter, open)}</p>
            <Further {...props} />
            {refused}
            <Button onClick={send} disabled={disabled}>
              {t(`answer.approval.act.${open}`, { version: matter.version })}
            </Button>
          </div>
        </Sheet>
      )}
    </>
  );
}
