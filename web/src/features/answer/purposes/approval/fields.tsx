import { useTranslation } from 'react-i18next';
import { useKeyHints } from '../../../../ui/key-hints.tsx';
import { useKeys } from '../../../../ui/keys.ts';
import type { FieldsProps, MatterOf } from '../purpose.ts';
import classes from './approval.module.css';
import { Answerers, Figures, Fingerprint } from './beside.tsx';
import { effectOf } from './effect.ts';
import { Further } from './further.tsx';
import { useDecision } from './use-decision.ts';

type ApprovalMatter = MatterOf<'cycle-approval'>;

/** Three words to choose from, each with what follows; nothing is chosen beforehand. */
export default function ApprovalFields(props: FieldsProps<ApprovalMatter>) {
  const { t } = useTranslation();
  const { matter, content, disabled, faults, round } = props;
  const { options, choose } = useDecision(props);
  useKeys(
    Object.fromEntries(options.map(({ value }, at) => [String(at + 1), disabled ? undefined : () => choose(value)])),
  );
  useKeyHints(options.map(({ label }, at) => [[String(at + 1)], label]));
  const missing = faults.some(({ key }) => key === 'decision');
  return (
    <>
      <Figures matter={matter} />
      <div className={classes.section} data-field="decision">
        <h2>{t('answer.approval.word')}</h2>
        <div className={classes.choices} role="radiogroup" aria-label={t('answer.approval.word')}>
          {options.map(({ value, label }, at) => (
            <label key={value} className={classes.choice}>
              <input
                type="radio"
                name="decision"
                checked={content.decision === value}
                onChange={() => choose(value)}
                disabled={disabled}
              />
              <b>{label}</b>
              <i className={classes.key} aria-hidden="true">
                {at + 1}
              </i>
              <span>{effectOf(t, matter, value)}</span>
            </label>
          ))}
        </div>
        {missing && (
          <p className={classes.fault} role="alert">
            {t('answer.fault.missing')}
          </p>
        )}
        <Further {...props} />
      </div>
      <Answerers matter={matter} />
      <Fingerprint matter={matter} round={round} />
    </>
  );
}
