import { useTranslation } from 'react-i18next';
import type { FieldsProps, MatterOf } from '../purpose.ts';
import classes from './approval.module.css';
import { opensOf } from './effect.ts';

/** What a word asks for beside itself: conditions, or what is to be otherwise, and in which offerings. */
export function Further({ matter, content, ask }: FieldsProps<MatterOf<'cycle-approval'>>) {
  const { t } = useTranslation();
  if (content.decision === 'conditions') {
    return (
      <>
        {ask('conditions')}
        {ask('touches')}
      </>
    );
  }
  if (content.decision !== 'return') return null;
  return (
    <>
      {ask('comments')}
      {ask('touches')}
      <p className={classes.opens} role="status">
        {opensOf(t, matter, content)}
      </p>
    </>
  );
}
