import { Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../ui/error-sentence.tsx';
import { useKept } from '../../../ui/kept.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { useSeat } from '../api/courses.ts';
import classes from './sheet-form.module.css';

interface GiveUpProps {
  /** In the path. */
  readonly course: string;
  readonly title: string;
  readonly waiting: number;
  readonly close: () => void;
}

/** The seat goes back, with who is next said before. */
export default function GiveUpSheet({ course, title, waiting, close }: GiveUpProps) {
  const { t } = useTranslation();
  const [reason, give] = useKept(`give up ${course}`, '');
  const seat = useSeat(course);
  const done = () => {
    give('');
    close();
  };
  return (
    <Sheet title={t('courses.giveUp.title', { title })} close={close}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          seat.mutate({ act: 'giveUpSeat', reason: reason.trim() }, { onSuccess: done });
        }}
      >
        <p className={classes.effect}>
          {waiting ? t('courses.giveUp.effect', { count: waiting }) : t('courses.giveUp.nobodyWaits')}
        </p>
        <Textarea
          label={t('courses.reason')}
          value={reason}
          onChange={(event) => give(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={2000}
        />
        {seat.isError && <ErrorSentence error={seat.error} />}
        <Button type="submit" disabled={reason.trim().length < 3 || seat.isPending}>
          {t('courses.giveUp.act')}
        </Button>
      </form>
    </Sheet>
  );
}
