import type { FieldsProps, MatterOf } from '../purpose.ts';

/** Whether a department takes part; whoever lets somebody else speak for it says who, and whoever declines says why. */
export default function MobilisationFields({ content, ask }: FieldsProps<MatterOf<'cycle-mobilisation'>>) {
  return (
    <>
      {ask('answer')}
      {content.answer === 'delegate' && ask('delegate')}
      {content.answer === 'decline' && ask('reason')}
    </>
  );
}
